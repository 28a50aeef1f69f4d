#pragma once

#include <string>

#include "markdown/node.h"

namespace git_session::markdown {

/// The name of a kind, with what the node holds, and its children in brackets: for expectations.
inline std::string outline(const Node& node) {
  const auto quoted = [](const std::string& text) { return "'" + text + "'"; };
  const auto with_children = [&node](std::string name) {
    name += '(';
    for (size_t i = 0; i < node.children.size(); ++i) {
      if (i > 0) name += ' ';
      name += outline(node.children[i]);
    }
    return name + ')';
  };
  switch (node.kind) {
    case Kind::document:
      return with_children("");
    case Kind::heading:
      return with_children("h" + std::to_string(node.level));
    case Kind::paragraph:
      return with_children("p");
    case Kind::block_quote:
      return with_children("quote");
    case Kind::alert:
      return with_children("alert:" + node.info);
    case Kind::admonition:
      return with_children((node.is_foldable ? "foldable:" : "admonition:") + node.info +
                           (node.title.empty() ? "" : ":" + node.title));
    case Kind::list:
      return with_children(std::string(node.ordered ? "ol:" + std::to_string(node.number) : "ul") +
                           (node.tight ? "" : ":loose"));
    case Kind::item:
      return with_children(node.task == Task::none   ? "item"
                           : node.task == Task::open ? "open"
                                                     : "done");
    case Kind::code_block:
      return "code_block:" + node.info + quoted(node.text);
    case Kind::html_block:
      return "html_block" + quoted(node.text);
    case Kind::rule:
      return "rule";
    case Kind::table: {
      std::string alignments;
      for (const CellAlignment alignment : node.alignments) {
        alignments += "nlcr"[static_cast<size_t>(alignment)];
      }
      return with_children("table:" + alignments);
    }
    case Kind::table_row:
      return with_children(node.is_header ? "header" : "row");
    case Kind::table_cell:
      return with_children("cell");
    case Kind::footnote:
      return with_children("footnote:" + std::to_string(node.number));
    case Kind::wiki_macro:
      return with_children("macro:" + node.info);
    case Kind::text:
      return quoted(node.text);
    case Kind::soft_break:
      return "/";
    case Kind::line_break:
      return "//";
    case Kind::code:
      return "code" + quoted(node.text);
    case Kind::html_inline:
      return "html" + quoted(node.text);
    case Kind::emphasis:
      return with_children("em");
    case Kind::strong:
      return with_children("strong");
    case Kind::strikethrough:
      return with_children("strike");
    case Kind::link:
      return with_children("link:" + node.url + (node.title.empty() ? "" : ":" + node.title));
    case Kind::image:
      return with_children("image:" + node.url + (node.title.empty() ? "" : ":" + node.title));
    case Kind::footnote_reference:
      return "^" + std::to_string(node.number);
  }
  return "?";
}

}  // namespace git_session::markdown
