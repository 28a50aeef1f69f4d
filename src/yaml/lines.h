#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace git_session::yaml {

/// Bytes of the line break at `position`, 0 when there is none. Breaks are YAML 1.1's: LF, CR,
/// CRLF, U+0085, U+2028, U+2029.
size_t break_length(std::string_view text, size_t position);
/// Bytes of the line break that ends right before `position`; 0 when there is none.
size_t break_length_before(std::string_view text, size_t position);

/// Start of the line that holds `position`, behind a byte-order mark.
size_t line_begin(std::string_view text, size_t position);
/// Where the line that holds `position` ends: at its break, or at the end of the text.
size_t line_end(std::string_view text, size_t position);
/// Start of the line behind the one that holds `position`, or the end of the text.
size_t next_line(std::string_view text, size_t position);
/// Bytes between the start of the line and `position`.
size_t column_of(std::string_view text, size_t position);

size_t skip_spaces(std::string_view text, size_t position);
/// Past spaces and tabs.
size_t skip_blanks(std::string_view text, size_t position);
/// Past blanks, line breaks and comments: to where the next YAML token starts. `position` must lie
/// between two tokens.
size_t skip_to_token(std::string_view text, size_t position);
/// Whether there is a comment between two tokens.
bool has_comment(std::string_view text, size_t begin, size_t end);
/// A blank when a comment begins at `position`, else nothing: what new text before it must end in.
std::string space_before_comment(std::string_view text, size_t position);
/// Whether the line that starts at `begin` holds nothing but blanks.
bool is_blank_line(std::string_view text, size_t begin);
/// Past all blank lines that follow; `begin` is the start of a line.
size_t skip_blank_lines(std::string_view text, size_t begin);

/// The first LF or CRLF of a text; LF when it has neither.
std::string_view first_line_ending(std::string_view text);

std::vector<std::string_view> split_lines(std::string_view text);

}  // namespace git_session::yaml
