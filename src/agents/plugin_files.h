#pragma once

#include <map>
#include <string>

namespace git_session::agents {

/// integrations/: the same hooks, skill and MCP server as a plugin of Claude Code, and a
/// marketplace that has it; contents by their paths.
std::map<std::string, std::string> plugin_files();

}  // namespace git_session::agents
