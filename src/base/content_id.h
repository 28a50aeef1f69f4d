#pragma once

#include <string>
#include <string_view>

#include "base/file.h"

namespace git_session {

/// SHA-256 of the bytes, in 64 lower-case hex digits: what `sha256sum` prints.
std::string content_id(std::string_view bytes);
/// The same for the rest of a file, read in pieces.
std::string content_id(const FileDescriptor& file, const std::string& name_for_messages);

}  // namespace git_session
