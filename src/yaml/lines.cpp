#include "yaml/lines.h"

namespace git_session::yaml {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view next_line_mark = "\xC2\x85";

bool is_separator(std::string_view three_bytes) {
  return three_bytes == "\xE2\x80\xA8" || three_bytes == "\xE2\x80\xA9";
}

}  // namespace

size_t break_length(std::string_view text, size_t position) {
  if (position >= text.size()) return 0;
  switch (text[position]) {
    case '\n':
      return 1;
    case '\r':
      return position + 1 < text.size() && text[position + 1] == '\n' ? 2 : 1;
    case '\xC2':
      return text.substr(position, 2) == next_line_mark ? 2 : 0;
    case '\xE2':
      return is_separator(text.substr(position, 3)) ? 3 : 0;
    default:
      return 0;
  }
}

size_t break_length_before(std::string_view text, size_t position) {
  if (position == 0) return 0;
  switch (text[position - 1]) {
    case '\n':
      return position > 1 && text[position - 2] == '\r' ? 2 : 1;
    case '\r':
      return position < text.size() && text[position] == '\n' ? 0 : 1;
    case '\x85':
      return position > 1 && text.substr(position - 2, 2) == next_line_mark ? 2 : 0;
    case '\xA8':
    case '\xA9':
      return position > 2 && is_separator(text.substr(position - 3, 3)) ? 3 : 0;
    default:
      return 0;
  }
}

size_t line_begin(std::string_view text, size_t position) {
  const size_t first = text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
  while (position > first && break_length_before(text, position) == 0) --position;
  return position;
}

size_t line_end(std::string_view text, size_t position) {
  while (position < text.size() && break_length(text, position) == 0) ++position;
  return position;
}

size_t next_line(std::string_view text, size_t position) {
  const size_t end = line_end(text, position);
  return end + break_length(text, end);
}

size_t column_of(std::string_view text, size_t position) {
  return position - line_begin(text, position);
}

size_t skip_spaces(std::string_view text, size_t position) {
  while (position < text.size() && text[position] == ' ') ++position;
  return position;
}

size_t skip_blanks(std::string_view text, size_t position) {
  while (position < text.size() && (text[position] == ' ' || text[position] == '\t')) ++position;
  return position;
}

size_t skip_to_token(std::string_view text, size_t position) {
  while (true) {
    position = skip_blanks(text, position);
    if (position < text.size() && text[position] == '#') position = line_end(text, position);
    const size_t length = break_length(text, position);
    if (length == 0) return position;
    position += length;
  }
}

bool has_comment(std::string_view text, size_t begin, size_t end) {
  return text.substr(begin, end - begin).find('#') != std::string_view::npos;
}

std::string space_before_comment(std::string_view text, size_t position) {
  return position < text.size() && text[position] == '#' ? " " : "";
}

bool is_blank_line(std::string_view text, size_t begin) {
  const size_t end = skip_blanks(text, begin);
  return end == text.size() || break_length(text, end) != 0;
}

size_t skip_blank_lines(std::string_view text, size_t begin) {
  while (begin < text.size() && is_blank_line(text, begin)) begin = next_line(text, begin);
  return begin;
}

std::string_view first_line_ending(std::string_view text) {
  const size_t found = text.find('\n');
  return found != std::string_view::npos && found > 0 && text[found - 1] == '\r' ? "\r\n" : "\n";
}

std::vector<std::string_view> split_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  size_t begin = 0;
  for (size_t end = text.find('\n'); end != std::string_view::npos; end = text.find('\n', begin)) {
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  lines.push_back(text.substr(begin));
  return lines;
}

}  // namespace git_session::yaml
