#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace git_session {

/// How the lines look that mark our block: as comments of settings files, or of Markdown and HTML.
enum class BlockMarks { hash, html };

/// `text` with our marked block holding `lines` (each with its line feed): renewed where one is,
/// else added at the end. Everything outside the marks stays byte for byte; the block takes the
/// line endings of the text, and leaves a missing final newline missing. Throws Error(invalid_data)
/// at the line of a mark that has no partner, or is there twice. `name` is for messages.
std::string with_marked_block(const std::string& text, std::string_view lines,
                              const std::string& name, BlockMarks marks = BlockMarks::hash);

/// `text` without our block: what with_marked_block() had been given. Throws as that does.
std::string without_marked_block(const std::string& text, const std::string& name,
                                 BlockMarks marks = BlockMarks::hash);

/// The lines that our block holds; nullopt when there is none. Throws as with_marked_block() does.
std::optional<std::string> marked_block_lines(const std::string& text, const std::string& name,
                                              BlockMarks marks = BlockMarks::hash);

}  // namespace git_session
