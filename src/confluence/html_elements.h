#pragma once

#include <string_view>

#include "confluence/xml_writer.h"

namespace git_session::confluence {

/// How a tag of HTML is treated.
enum class HtmlRole {
  phrasing,  ///< a style within text
  block,     ///< stands between paragraphs
  item,      ///< of a list
  row_group,
  row,
  cell,
  hollow_phrasing,  ///< only what it holds is shown
  hollow_block,
  line_break,
  image,
  link,
  details,
  summary,
  preformatted
};

/// A tag that is allowed, and the element that it becomes.
struct HtmlElement {
  std::string_view tag;
  HtmlRole role;
  XmlName element;
  bool has_children = true;
};

/// nullptr: the tag is not allowed.
const HtmlElement* find_html_element(std::string_view tag);

/// What an element of storage format may hold.
enum class Content {
  text,   ///< text and styles
  flow,   ///< blocks, and mostly text too
  items,  ///< of a list
  rows,   ///< of a table
  cells
};

/// Of an element by its name; the empty name is the page itself.
Content content_of(std::string_view element);

}  // namespace git_session::confluence
