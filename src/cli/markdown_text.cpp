#include "cli/markdown_text.h"

#include <algorithm>

#include "base/text.h"

namespace git_session {
namespace {

bool is_word_byte(char byte) {
  const auto value = static_cast<unsigned char>(byte);
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
         (byte >= '0' && byte <= '9') || value >= 0x80;
}

/// Whether the byte at `position` could begin or end markup.
bool is_markup(std::string_view text, size_t position) {
  const char byte = text[position];
  if (std::string_view("\\`*[]<|~").find(byte) != std::string_view::npos) return true;
  const char before = position > 0 ? text[position - 1] : ' ';
  const char after = position + 1 < text.size() ? text[position + 1] : ' ';
  // Inside a word `_` is a letter; file names are full of it.
  if (byte == '_') return !is_word_byte(before) || !is_word_byte(after);
  if (byte == '&') return after == '#' || is_word_byte(after);
  if (byte == '#') return before == ' ' || before == '#';
  return false;
}

/// Line ends and tabs become blanks, and what controls a terminal can be seen.
std::string on_one_line(std::string_view text) {
  std::string line(trim(text));
  std::replace_if(
      line.begin(), line.end(),
      [](char byte) { return byte == '\n' || byte == '\t' || byte == '\r'; }, ' ');
  return escape_line(line);
}

bool is_address(std::string_view text) {
  if (!text.starts_with("https://") && !text.starts_with("http://")) return false;
  return text.find_first_of(" <>|\\") == std::string_view::npos && escape_line(text) == text;
}

}  // namespace

std::string markdown_text(std::string_view text) {
  const std::string line = on_one_line(text);
  std::string out;
  out.reserve(line.size() + 8);
  for (size_t i = 0; i < line.size(); ++i) {
    if (is_markup(line, i)) out += '\\';
    out += line[i];
  }
  return out;
}

std::string markdown_quote(std::string_view text) {
  std::string out;
  for (const std::string& whole : split(trim(text), '\n')) {
    std::string_view line = whole;
    if (line.ends_with('\r')) line.remove_suffix(1);
    const std::string visible = escape_line(line);
    out += visible.empty() ? ">" : "> ";
    for (size_t i = 0; i < visible.size(); ++i) {
      const bool is_picture = visible[i] == '[' && i > 0 && visible[i - 1] == '!';
      const bool is_footnote = visible.compare(i, 2, "[^") == 0;
      if (visible[i] == '<' || is_picture || is_footnote) out += '\\';
      out += visible[i];
    }
    out += '\n';
  }
  return out;
}

std::string markdown_address(std::string_view address) {
  return is_address(address) ? "<" + std::string(address) + ">" : markdown_text(address);
}

std::string MarkdownTable::text() const {
  std::vector<size_t> shown;
  for (size_t column = 0; column < headers_.size(); ++column) {
    const bool is_used = std::any_of(rows_.begin(), rows_.end(),
                                     [&](const auto& row) { return !row[column].empty(); });
    if (is_used) shown.push_back(column);
  }
  const auto line_of = [&shown](auto cell_at) {
    std::string line = "|";
    for (size_t column : shown) line += " " + cell_at(column) + " |";
    return line + "\n";
  };
  std::string out = line_of([this](size_t column) { return headers_[column]; });
  out += line_of([](size_t) { return std::string("---"); });
  for (const auto& row : rows_) out += line_of([&row](size_t column) { return row[column]; });
  return out;
}

}  // namespace git_session
