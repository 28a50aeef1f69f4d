#pragma once

#include <cstddef>
#include <string_view>

namespace git_session::markdown {

/// One line of a text: [begin, end) without its end, the next one at `next`.
struct Line {
  size_t begin = 0;
  size_t end = 0;
  size_t next = 0;

  std::string_view in(std::string_view text) const { return text.substr(begin, end - begin); }
};

/// The line at `begin`, ended by LF, CR LF or CR as Markdown has it.
inline Line line_at(std::string_view text, size_t begin) {
  const size_t end = text.find_first_of("\r\n", begin);
  if (end == std::string_view::npos) return {begin, text.size(), text.size()};
  const bool has_two = text[end] == '\r' && end + 1 < text.size() && text[end + 1] == '\n';
  return {begin, end, end + (has_two ? 2 : 1)};
}

}  // namespace git_session::markdown
