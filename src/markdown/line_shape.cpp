#include "markdown/line_shape.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"

namespace git_session::markdown {

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t") == text.npos; }

size_t indent_of(std::string_view text) {
  size_t column = 0;
  for (const char c : text) {
    if (c == '\t') {
      column += 4 - column % 4;
    } else if (c == ' ') {
      ++column;
    } else {
      break;
    }
  }
  return column;
}

std::string_view fence_of(std::string_view text) {
  text = trim(text);
  if (!text.starts_with("```") && !text.starts_with("~~~")) return {};
  const size_t length = std::min(text.find_first_not_of(text[0]), text.size());
  const bool is_code = text[0] == '`' && text.find('`', length) != text.npos;
  return is_code ? std::string_view() : text.substr(0, length);
}

bool closes_fence(std::string_view text, std::string_view fence) {
  text = trim(text);
  return text.size() >= fence.size() && text.find_first_not_of(fence[0]) == text.npos;
}

std::optional<Marker> marker_of(std::string_view text) {
  Marker marker;
  const auto skip_blanks = [&] {
    const size_t before = marker.columns;
    for (; marker.bytes < text.size(); ++marker.bytes) {
      const char c = text[marker.bytes];
      if (c != ' ' && c != '\t') break;
      marker.columns += c == '\t' ? 4 - marker.columns % 4 : 1;
    }
    return marker.columns - before;
  };
  skip_blanks();
  const size_t digits =
      std::min(text.find_first_not_of("0123456789", marker.bytes), text.size()) - marker.bytes;
  const std::string_view marks = digits == 0 ? "-+*" : ".)";
  marker.bytes += digits;
  if (digits > 9 || marker.bytes >= text.size()) return std::nullopt;
  if (marks.find(text[marker.bytes]) == marks.npos) return std::nullopt;
  ++marker.bytes;
  marker.columns += digits + 1;
  const Marker bare = marker;
  const size_t blanks = skip_blanks();
  if (blanks == 0 || marker.bytes == text.size()) return std::nullopt;
  return blanks > 4 ? Marker{bare.bytes + 1, bare.columns + 1} : marker;
}

std::optional<std::string_view> html_end(std::string_view text) {
  text = trim(text);
  if (text.size() < 2 || text[0] != '<') return std::nullopt;
  constexpr std::array<std::pair<std::string_view, std::string_view>, 5> whole{
      {{"<!--", "-->"},
       {"<pre", "</pre>"},
       {"<script", "</script>"},
       {"<style", "</style>"},
       {"<textarea", "</textarea>"}}};
  for (const auto& [begin, end] : whole) {
    if (to_lower_ascii(text.substr(0, begin.size())) == begin) return end;
  }
  const char c = text[1];
  const bool is_tag = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '/';
  return is_tag ? std::optional<std::string_view>(std::string_view()) : std::nullopt;
}

}  // namespace git_session::markdown
