#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace git_session::markdown {

/// The plain text of the first heading within the first 64 KiB, on one line; nullopt when there is
/// none. Front matter, code, quotes and lists are passed over. Takes any bytes.
std::optional<std::string> first_heading(std::string_view text);

}  // namespace git_session::markdown
