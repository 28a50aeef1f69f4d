#pragma once

#include <string>
#include <string_view>

namespace git_session {

/// Appends to a file that the caller's surroundings name, or makes it, for its owner alone. False
/// when it is no regular file, is a link, or cannot be written.
bool append_to_named_file(const std::string& path, std::string_view text);

}  // namespace git_session
