#include "base/text.h"

#include <algorithm>
#include <charconv>

namespace git_session {
namespace {

constexpr char32_t replacement_character = 0xfffd;

unsigned char byte_at(std::string_view bytes, size_t position) {
  return static_cast<unsigned char>(bytes[position]);
}

/// The length of the sequence a lead byte announces; 0 when no sequence starts with it.
size_t sequence_length(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  if (lead >= 0xf0 && lead <= 0xf4) return 4;
  return 0;
}

/// Shorter sequences exist for smaller values; those spelled longer are an attack, not text.
bool is_shortest_form(char32_t code_point, size_t length) {
  if (length == 3) return code_point >= 0x800;
  if (length == 4) return code_point >= 0x10000;
  return true;
}

bool is_scalar_value(char32_t code_point) {
  return code_point <= 0x10ffff && (code_point < 0xd800 || code_point > 0xdfff);
}

/// Changes how the text around it is ordered or broken, without being seen itself.
bool is_deceptive(char32_t code_point) {
  return (code_point >= 0x202a && code_point <= 0x202e) ||
         (code_point >= 0x2066 && code_point <= 0x2069) || code_point == 0x200e ||
         code_point == 0x200f || code_point == 0x061c || code_point == 0x2028 ||
         code_point == 0x2029;
}

void append_hexadecimal(std::string& out, unsigned value, int digits) {
  for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4)
    out += "0123456789abcdef"[(value >> shift) & 0xf];
}

void append_byte_escape(std::string& out, unsigned char byte) {
  out += "\\x";
  append_hexadecimal(out, byte, 2);
}

void append_escaped(std::string& out, char32_t code_point) {
  if (code_point < 0x20 || code_point == 0x7f) {
    append_byte_escape(out, static_cast<unsigned char>(code_point));
  } else if ((code_point >= 0x80 && code_point < 0xa0) || is_deceptive(code_point)) {
    out += "\\u";
    append_hexadecimal(out, code_point, 4);
  } else {
    append_utf8(out, code_point);
  }
}

std::string escape(std::string_view bytes, bool keep_line_feed_and_tab) {
  std::string out;
  out.reserve(bytes.size());
  for (size_t position = 0; position < bytes.size();) {
    const unsigned char byte = byte_at(bytes, position);
    const bool is_kept = keep_line_feed_and_tab && (byte == '\n' || byte == '\t');
    if (is_kept || (byte >= 0x20 && byte < 0x7f)) {
      out += static_cast<char>(byte);
      ++position;
    } else if (const auto code_point = next_code_point(bytes, position)) {
      append_escaped(out, *code_point);
    } else {
      append_byte_escape(out, byte);
    }
  }
  return out;
}

char lower_ascii(char character) {
  return character >= 'A' && character <= 'Z' ? static_cast<char>(character - 'A' + 'a')
                                              : character;
}

bool equal_ignoring_case(char left, char right) { return lower_ascii(left) == lower_ascii(right); }

bool is_plain_for_shell(char character) {
  return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') ||
         (character >= '0' && character <= '9') ||
         std::string_view("@%+=:,./-_").find(character) != std::string_view::npos;
}

}  // namespace

std::optional<char32_t> next_code_point(std::string_view bytes, size_t& position) {
  if (position >= bytes.size()) return std::nullopt;
  const size_t start = position++;
  const unsigned char lead = byte_at(bytes, start);
  const size_t length = sequence_length(lead);
  if (length == 1) return lead;
  if (length == 0 || bytes.size() - start < length) return std::nullopt;
  char32_t code_point = lead & (0x7fU >> length);
  for (size_t index = start + 1; index < start + length; ++index) {
    const unsigned char byte = byte_at(bytes, index);
    if ((byte & 0xc0) != 0x80) return std::nullopt;
    code_point = (code_point << 6) | (byte & 0x3fU);
  }
  if (!is_shortest_form(code_point, length) || !is_scalar_value(code_point)) return std::nullopt;
  position = start + length;
  return code_point;
}

bool is_valid_utf8(std::string_view bytes) {
  for (size_t position = 0; position < bytes.size();) {
    if (byte_at(bytes, position) < 0x80) {
      ++position;
    } else if (!next_code_point(bytes, position)) {
      return false;
    }
  }
  return true;
}

void append_utf8(std::string& out, char32_t code_point) {
  if (!is_scalar_value(code_point)) code_point = replacement_character;
  const auto append = [&out](char32_t byte) { out += static_cast<char>(byte); };
  if (code_point < 0x80) return append(code_point);
  if (code_point < 0x800) {
    append(0xc0 | (code_point >> 6));
  } else if (code_point < 0x10000) {
    append(0xe0 | (code_point >> 12));
    append(0x80 | ((code_point >> 6) & 0x3f));
  } else {
    append(0xf0 | (code_point >> 18));
    append(0x80 | ((code_point >> 12) & 0x3f));
    append(0x80 | ((code_point >> 6) & 0x3f));
  }
  append(0x80 | (code_point & 0x3f));
}

std::string escape_controls(std::string_view bytes) { return escape(bytes, true); }

std::string escape_line(std::string_view bytes) { return escape(bytes, false); }

std::string replace_invalid_utf8(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size());
  for (size_t position = 0; position < bytes.size();)
    append_utf8(out, next_code_point(bytes, position).value_or(replacement_character));
  return out;
}

std::string to_lower_ascii(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), lower_ascii);
  return out;
}

bool equals_ignoring_case(std::string_view left, std::string_view right) {
  return std::equal(left.begin(), left.end(), right.begin(), right.end(), equal_ignoring_case);
}

bool contains_ignoring_case(std::string_view text, std::string_view part) {
  return part.empty() || std::search(text.begin(), text.end(), part.begin(), part.end(),
                                     equal_ignoring_case) != text.end();
}

std::string_view trim(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n\f\v";
  const size_t first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  for (size_t start = 0;;) {
    const size_t end = text.find(separator, start);
    parts.emplace_back(text.substr(start, end - start));
    if (end == std::string_view::npos) return parts;
    start = end + 1;
  }
}

std::string join(const std::vector<std::string>& parts, std::string_view separator) {
  std::string out;
  for (const std::string& part : parts) {
    if (&part != &parts.front()) out += separator;
    out += part;
  }
  return out;
}

bool matches_glob(std::string_view pattern, std::string_view text) {
  // Going back only to the last star keeps hostile patterns such as "*a*a*a*b" quadratic.
  size_t in_pattern = 0;
  size_t in_text = 0;
  size_t after_star = std::string_view::npos;
  size_t star_text = 0;
  while (in_text < text.size()) {
    if (in_pattern < pattern.size() && pattern[in_pattern] == '*') {
      after_star = ++in_pattern;
      star_text = in_text;
    } else if (in_pattern < pattern.size() && pattern[in_pattern] == '?') {
      ++in_pattern;
      next_code_point(text, in_text);
    } else if (in_pattern < pattern.size() &&
               equal_ignoring_case(pattern[in_pattern], text[in_text])) {
      ++in_pattern;
      ++in_text;
    } else if (after_star != std::string_view::npos) {
      in_pattern = after_star;
      next_code_point(text, star_text);
      in_text = star_text;
    } else {
      return false;
    }
  }
  return pattern.find_first_not_of('*', in_pattern) == std::string_view::npos;
}

std::string quote_for_shell(std::string_view word) {
  // A leading "=" is a path expansion in zsh.
  if (!word.empty() && word.front() != '=' &&
      std::all_of(word.begin(), word.end(), is_plain_for_shell))
    return std::string(word);
  std::string quoted = "'";
  for (const char character : word) {
    if (character == '\'') {
      quoted += "'\\''";
    } else {
      quoted += character;
    }
  }
  return quoted + "'";
}

std::optional<int64_t> parse_integer(std::string_view text) {
  int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::string format_bytes(uint64_t bytes) {
  if (bytes < 1000) return std::to_string(bytes) + " B";
  constexpr std::string_view units[] = {"KB", "MB", "GB", "TB", "PB", "EB"};
  uint64_t unit_size = 1000;
  for (const std::string_view unit : units) {
    const uint64_t tenth = unit_size / 10;
    const uint64_t tenths = bytes / tenth + (bytes % tenth >= tenth / 2 ? 1 : 0);
    const std::string suffix = " " + std::string(unit);
    if (tenths < 100 && tenths % 10 != 0)
      return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + suffix;
    const uint64_t whole = bytes / unit_size + (bytes % unit_size >= unit_size / 2 ? 1 : 0);
    if (whole < 1000 || unit == "EB") return std::to_string(whole) + suffix;
    unit_size *= 1000;
  }
  return {};
}

std::string count_of(size_t count, std::string_view singular, std::string_view plural) {
  std::string text = std::to_string(count) + " ";
  if (count == 1) return text.append(singular);
  return plural.empty() ? text.append(singular).append("s") : text.append(plural);
}

std::string short_digest(std::string_view text) {
  uint64_t hash = 0xcbf29ce484222325;
  for (const char c : text) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 0x100000001b3;
  }
  std::string digits;
  for (size_t i = 0; i < digest_digits; ++i, hash >>= 4) digits += "0123456789abcdef"[hash & 15];
  return digits;
}

}  // namespace git_session
