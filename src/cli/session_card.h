#pragma once

#include "cli/console.h"
#include "core/session.h"

namespace git_session {

/// One session on a terminal: what it is about, its state and dates, its outputs.
void print_session_card(Console& console, const Session& session, Instant now);

}  // namespace git_session
