#pragma once

#include "cli/command.h"

namespace git_session {

/// `promote --list`: what was promoted, and what has become of it. Returns the exit code.
int list_promoted(Invocation& invocation);

}  // namespace git_session
