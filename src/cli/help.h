#pragma once

#include <cstddef>
#include <string_view>

#include "cli/command.h"
#include "cli/styled.h"

namespace git_session {

/// The verbs in their groups with a line each; `all` shows the group `other` too.
Styled overview_help(std::string_view program, bool all);

/// Everything about one verb, its texts wrapped to `width` columns.
Styled command_help(const Command& command, std::string_view program, size_t width);

}  // namespace git_session
