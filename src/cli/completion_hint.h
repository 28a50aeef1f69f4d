#pragma once

#include <string>

#include "base/environment.h"

namespace git_session {

/// What the person's shell needs for `git session <TAB>`: one line, empty when nothing is known to
/// be missing.
std::string completion_hint(const Environment& environment);

}  // namespace git_session
