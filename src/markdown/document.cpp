#include "markdown/document.h"

#include <utility>

#include "base/text.h"
#include "markdown/convert.h"
#include "markdown/front_matter.h"
#include "markdown/precaution.h"
#include "markdown/syntax_tree.h"

namespace git_session::markdown {
namespace {

// Prose needs about 20 bytes for each of the text, dense small tables 400.
size_t memory_limit_for(std::string_view text) {
  constexpr size_t base = 64 * 1024 * 1024;
  constexpr size_t per_byte = 100;
  return base + per_byte * text.size();
}

// As cmark does it.
std::string without_invalid_characters(std::string_view bytes) {
  std::string out;
  for (const char c : replace_invalid_utf8(bytes)) {
    if (c == '\0') {
      out += "\xef\xbf\xbd";
    } else {
      out += c;
    }
  }
  return out;
}

// What remains for a text that cannot be read as Markdown: itself.
Node as_code(std::string_view text, int line) {
  Node code;
  code.kind = Kind::code_block;
  code.line = line;
  code.text = without_invalid_characters(text);
  Node document;
  document.line = line;
  document.children.push_back(std::move(code));
  return document;
}

}  // namespace

Document::Document(Node root, std::string front_matter)
    : root_(std::move(root)), front_matter_(std::move(front_matter)) {}

Document Document::parse(std::string_view text, const ParseOptions& options) {
  const SplitText split =
      options.cut_front_matter ? split_front_matter(text) : SplitText{{}, text, 1};
  const TamedText tamed = tame(split.body, options.table_cell_limit);
  const Extensions extensions{.tables = true,
                              .autolinks = tamed.has_safe_autolinks,
                              .footnotes = tamed.has_safe_footnotes,
                              .others = true};

  SyntaxTree tree;
  cmark_node* root = tree.parse(tamed.text, extensions, memory_limit_for(tamed.text));
  Node result = root == nullptr
                    ? as_code(split.body, split.body_line)
                    : convert(root, {split.body, tamed.oversized_tables, split.body_line});
  return Document(std::move(result), without_invalid_characters(split.front_matter));
}

}  // namespace git_session::markdown
