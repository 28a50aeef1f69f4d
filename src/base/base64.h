#pragma once

#include <string>
#include <string_view>

namespace git_session {

/// RFC 4648, without line breaks.
std::string encode_base64(std::string_view bytes);

}  // namespace git_session
