#pragma once

#include <string_view>

namespace git_session::mcp {

/// The type of a file by its name's extension; empty where that tells nothing.
std::string_view mime_type_of(std::string_view file);

}  // namespace git_session::mcp
