#include "markdown/front_matter.h"

#include "markdown/lines.h"

namespace git_session::markdown {
namespace {

// Blanks behind the dashes are common; blanks before them are not front matter.
std::string_view without_trailing_blanks(std::string_view line) {
  while (!line.empty() && (line.back() == ' ' || line.back() == '\t')) line.remove_suffix(1);
  return line;
}

bool is_end(std::string_view line) { return line == "---" || line == "..."; }

// `key:` or `key: value` at the start of the line.
bool has_key(std::string_view line) {
  const size_t colon = line.find(':');
  if (colon == 0 || colon == std::string_view::npos) return false;
  if (colon + 1 < line.size() && line[colon + 1] != ' ' && line[colon + 1] != '\t') return false;
  return line.substr(0, colon).find_first_of(" \t*`|[<>") == std::string_view::npos;
}

// A document may as well begin with a rule: what follows must look like YAML, else it would be
// lost.
bool begins_like_yaml(std::string_view text) {
  for (size_t position = 0; position < text.size();) {
    const Line line = line_at(text, position);
    const std::string_view content = without_trailing_blanks(line.in(text));
    if (!content.starts_with('#')) return is_end(content) || has_key(content);
    position = line.next;
  }
  return false;
}

}  // namespace

SplitText split_front_matter(std::string_view text) {
  constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());

  const Line first = line_at(text, 0);
  const bool opens = without_trailing_blanks(first.in(text)) == "---";
  if (!opens || !begins_like_yaml(text.substr(first.next))) return {{}, text, 1};
  int line_number = 2;
  for (size_t position = first.next; position < text.size(); ++line_number) {
    const Line line = line_at(text, position);
    if (is_end(without_trailing_blanks(line.in(text)))) {
      return {text.substr(first.next, line.begin - first.next), text.substr(line.next),
              line_number + 1};
    }
    position = line.next;
  }
  return {{}, text, 1};
}

}  // namespace git_session::markdown
