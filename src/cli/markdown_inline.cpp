#include "cli/markdown_inline.h"

#include <string>

namespace git_session {
namespace {

using markdown::Kind;
using markdown::Node;

// An address that the text says already, and places within the document, tell a reader nothing.
bool is_worth_showing(const std::string& url, const std::string& text) {
  if (url.empty() || url.starts_with('#')) return false;
  return url != text && url != "http://" + text && url != "mailto:" + text;
}

// Heads of documents are often lines such as `**Status:** Done`, meant to stay lines of their own.
bool begins_with_label(const std::vector<Node>& inlines, size_t at) {
  if (at >= inlines.size() || inlines[at].kind != Kind::strong) return false;
  const bool is_followed_by_colon = at + 1 < inlines.size() && inlines[at + 1].kind == Kind::text &&
                                    inlines[at + 1].text.starts_with(':');
  return is_followed_by_colon || plain_text(inlines[at]).ends_with(':');
}

void add_link(StyledWords& words, const Node& link, Style style) {
  add_inlines(words, link, style | Style::blue | Style::underline);
  if (!is_worth_showing(link.url, plain_text(link))) return;
  if (!link.children.empty()) words.add(" ", style);
  words.add("‹" + link.url + "›", style | Style::dim);
}

void add_image(StyledWords& words, const Node& image, Style style) {
  const std::string text = plain_text(image);
  words.add("[image: " + (text.empty() ? image.url : text) + "]", style | Style::magenta);
}

void add_inline(StyledWords& words, const Node& node, Style style) {
  switch (node.kind) {
    case Kind::text:
      return words.add(node.text, style);
    case Kind::soft_break:
      return words.add(" ", style);
    case Kind::line_break:
      return words.add_line_break();
    case Kind::code:
      return words.add(node.text, style | Style::cyan, StyledWords::Blanks::keep);
    case Kind::html_inline:
      return words.add(node.text, style | Style::dim);
    case Kind::emphasis:
      return add_inlines(words, node, style | Style::italic);
    case Kind::strong:
      return add_inlines(words, node, style | Style::bold);
    case Kind::strikethrough:
      return add_inlines(words, node, style | Style::strikethrough);
    case Kind::link:
      return add_link(words, node, style);
    case Kind::image:
      return add_image(words, node, style);
    case Kind::footnote_reference:
      return words.add("[" + std::to_string(node.number) + "]", style | Style::cyan);
    default:
      return add_inlines(words, node, style);
  }
}

}  // namespace

void add_inlines(StyledWords& words, const Node& node, Style style) {
  for (size_t i = 0; i < node.children.size(); ++i) {
    const Node& child = node.children[i];
    if (child.kind == Kind::soft_break && begins_with_label(node.children, i + 1)) {
      words.add_line_break();
    } else {
      add_inline(words, child, style);
    }
  }
}

}  // namespace git_session
