#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "operations/workspace.h"

namespace git_session::mcp {

/// What `session://ID` and `session://ID/FILE` name. `?offset=N` goes on with one that was too long
/// to be read at once.
struct ResourceUri {
  std::string session;                   ///< id, user/id or path, as Workspace::resolve() takes it
  std::optional<std::string> file = {};  ///< its name in the session's folder; any bytes
  uint64_t offset = 0;
};

/// nullopt for what is none of ours, and for wrong escapes.
std::optional<ResourceUri> parse_resource_uri(std::string_view uri);
/// The other way round; bytes that a URI cannot have are `%XX`.
std::string format(const ResourceUri& uri);

/// What names this session and no other: its id, or where several have that its path.
std::string resource_name(const Workspace& workspace, const Session& session);

/// `text` with everything but letters, digits, `-`, `.`, `_` and `~` as `%XX`.
std::string percent_encode(std::string_view text);
/// nullopt for a `%` without two hexadecimal digits behind it.
std::optional<std::string> percent_decode(std::string_view text);

}  // namespace git_session::mcp
