#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace git_session {

bool is_valid_utf8(std::string_view bytes);

/// Decodes one code point at `position` and moves past it; nullopt (and one byte forward) when the
/// bytes are not UTF-8.
std::optional<char32_t> next_code_point(std::string_view bytes, size_t& position);
void append_utf8(std::string& out, char32_t code_point);

/// `bytes` made safe for a terminal: C0 except LF and TAB, DEL, C1, bidirectional controls and
/// bytes that are not UTF-8 become visible escapes such as `\x1b` and `\u202e`.
std::string escape_controls(std::string_view bytes);
/// The same for one line: LF and TAB are escaped as well.
std::string escape_line(std::string_view bytes);
/// `bytes` with every invalid sequence replaced by U+FFFD.
std::string replace_invalid_utf8(std::string_view bytes);

/// Columns a terminal needs for valid UTF-8 text (wide characters 2, combining marks 0).
size_t display_width(std::string_view text);
/// `text` cut to at most `columns`, ending in `…` when something was cut.
std::string truncate_to_width(std::string_view text, size_t columns);

std::string to_lower_ascii(std::string_view text);
bool equals_ignoring_case(std::string_view left, std::string_view right);
bool contains_ignoring_case(std::string_view text, std::string_view part);
std::string_view trim(std::string_view text);
std::vector<std::string> split(std::string_view text, char separator);
std::string join(const std::vector<std::string>& parts, std::string_view separator);
/// Shell-style pattern over a whole text: `*` any run, `?` one character; ASCII case is ignored.
bool matches_glob(std::string_view pattern, std::string_view text);

/// One word for a POSIX shell, quoted only when it must be.
std::string quote_for_shell(std::string_view word);
std::optional<int64_t> parse_integer(std::string_view text);
/// `3.4 KB`, `5 MB`: for people. Decimal units.
std::string format_bytes(uint64_t bytes);
/// "1 output", "3 outputs".
std::string count_of(size_t count, std::string_view singular, std::string_view plural = {});

inline constexpr size_t digest_digits = 16;
/// FNV-1a in hexadecimal digits: tells texts apart that differ by chance, not by intent.
std::string short_digest(std::string_view text);

}  // namespace git_session
