#pragma once

#include <string>

#include "agents/our_part.h"

namespace git_session::agents {

/// A file that lists MCP servers under `mcpServers`, with ours at the end: `git-session mcp`. An
/// entry of our name that says something else is somebody's own and stays. Throws
/// Error(invalid_data) for what is not JSON or holds something else where servers belong.
WithOurPart with_server(const std::optional<std::string>& text, const std::string& name);

/// The file without ours, as without_hooks() has it.
WithoutOurPart without_server(const std::string& text, const std::string& name,
                              const EmptyPlaces& empty);

/// The same for Codex, which reads TOML: a marked block at the end. Throws Error(invalid_data) for
/// marks that do not pair, and where a block cannot stand because the servers are written as one
/// value.
WithOurPart with_server_table(const std::optional<std::string>& text, const std::string& name);
WithoutOurPart without_server_table(const std::string& text, const std::string& name,
                                    const EmptyPlaces& empty);

}  // namespace git_session::agents
