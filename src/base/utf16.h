#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace git_session {

/// The text of bytes that are UTF-16 and say so, by a byte order mark or by a zero in every other
/// byte of their beginning; as UTF-8 without the mark, halves of pairs replaced. nullopt for all
/// other bytes.
std::optional<std::string> text_of_utf16(std::string_view bytes);

}  // namespace git_session
