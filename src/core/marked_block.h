#pragma once

#include <string>
#include <string_view>

namespace git_session {

/// `text` with our marked block holding `lines` (each with its line feed): renewed where one is,
/// else added at the end. Everything outside the marks stays byte for byte; the block takes the
/// line endings of the text, and leaves a missing final newline missing. Throws Error(invalid_data)
/// at the line of a mark that has no partner, or is there twice. `name` is for messages.
std::string with_marked_block(const std::string& text, std::string_view lines,
                              const std::string& name);

/// `text` without our block: what with_marked_block() had been given. Throws as that does.
std::string without_marked_block(const std::string& text, const std::string& name);

}  // namespace git_session
