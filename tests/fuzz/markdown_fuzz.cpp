#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/text.h"
#include "cli/markdown_view.h"
#include "markdown/document.h"
#include "markdown/heading.h"

namespace {

using git_session::markdown::Node;

size_t check(const Node& node) {
  for (const std::string* text : {&node.text, &node.info, &node.url, &node.title}) {
    if (!git_session::is_valid_utf8(*text)) std::abort();
  }
  size_t depth = 0;
  for (const Node& child : node.children) depth = std::max(depth, check(child));
  return depth + 1;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto document = git_session::markdown::Document::parse(text, {.table_cell_limit = 2'000});
  if (check(document.root()) > 130) std::abort();
  for (const git_session::Styled& line : git_session::render_markdown(document, size % 120)) {
    const std::string text_shown = line.text();
    if (git_session::escape_line(text_shown) != text_shown) std::abort();
  }
  const auto heading = git_session::markdown::first_heading(text);
  if (heading && !git_session::is_valid_utf8(*heading)) std::abort();
  return 0;
}
