#pragma once

#include <string>

namespace git_session {

/// The text of docs/commands.md: every verb with its options, examples and exit codes.
std::string commands_page();

}  // namespace git_session
