#include "markdown/heading.h"

#include <cstdint>

#include "base/text.h"
#include "markdown/convert.h"
#include "markdown/front_matter.h"
#include "markdown/precaution.h"
#include "markdown/syntax_tree.h"

namespace git_session::markdown {
namespace {

std::string on_one_line(std::string_view text) {
  std::string out;
  for (const std::string& word : split(text, ' ')) {
    if (word.empty()) continue;
    if (!out.empty()) out += ' ';
    out += word;
  }
  return out;
}

// At the end of a line, so that no heading is cut in two.
std::string_view beginning_of(std::string_view text, size_t size) {
  if (text.size() <= size) return text;
  const size_t line_end = text.substr(0, size).find_last_of("\r\n");
  return text.substr(0, line_end == std::string_view::npos ? size : line_end + 1);
}

std::optional<std::string> find_heading(std::string_view text) {
  constexpr size_t memory_limit = 64 * 1024 * 1024;
  const TamedText tamed = tame(text, SIZE_MAX);
  SyntaxTree tree;
  cmark_node* root = tree.parse(tamed.text, {}, memory_limit);
  if (root == nullptr) return std::nullopt;
  for (cmark_node* node = cmark_node_first_child(root); node != nullptr;
       node = cmark_node_next(node)) {
    if (cmark_node_get_type(node) != CMARK_NODE_HEADING) continue;
    std::string heading = on_one_line(plain_text(convert_inlines(node)));
    if (!heading.empty()) return heading;
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> first_heading(std::string_view text) {
  constexpr size_t whole = 64 * 1024;
  // Nearly every heading is in the first lines, and parsing is what takes the time.
  constexpr size_t usual = 4 * 1024;
  const std::string_view body = split_front_matter(beginning_of(text, whole)).body;
  std::optional<std::string> heading = find_heading(beginning_of(body, usual));
  return heading || body.size() <= usual ? heading : find_heading(body);
}

}  // namespace git_session::markdown
