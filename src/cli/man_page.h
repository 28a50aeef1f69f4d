#pragma once

#include <string>

#include "cli/command.h"

namespace git_session {

/// The source of git-session.1: what the program is, and every verb with a line.
std::string overview_man_page();
/// The source of git-session-VERB.1.
std::string command_man_page(const Command& command);

/// Text as man(7) source: nothing in it is taken for a request or an escape.
std::string escape_for_man(std::string_view text);

}  // namespace git_session
