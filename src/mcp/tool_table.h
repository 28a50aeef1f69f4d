#pragma once

#include <span>
#include <string_view>

#include "mcp/tool.h"

namespace git_session::mcp {

/// A tool of the table. Its declaration is built when it is asked for.
struct ToolEntry {
  std::string_view name;
  Tool (*declare)();
};

/// Every tool, in the order in which clients see them.
std::span<const ToolEntry> tool_table();

/// nullptr when there is no such tool.
const ToolEntry* find_tool(std::string_view name);

}  // namespace git_session::mcp
