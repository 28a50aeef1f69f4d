#pragma once

#include "cli/console.h"
#include "core/session.h"

namespace git_session {

/// One session on a terminal: what it is about, its state and dates, its outputs; those
/// that a later one replaced only with `with_replaced`.
void print_session_card(Console& console, const Session& session, Instant now,
                        bool with_replaced = false);

}  // namespace git_session
