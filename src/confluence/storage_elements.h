#pragma once

#include <cstddef>
#include <string_view>

#include "confluence/storage_document.h"

namespace git_session::confluence {

/// How white space in an element is meant.
enum class Spacing {
  structural,  ///< between elements it means nothing
  flow,        ///< the same beside blocks and at the ends; within text it is one blank
  text,        ///< at the ends it means nothing
  inlined,     ///< one blank wherever it stands
  exact        ///< every character counts
};

/// Of an element by its name; the empty name is the page itself.
Spacing spacing_in(std::string_view element);

/// Whether it stands between paragraphs. A macro does when it has a body.
bool is_block(const StorageNode& node);

/// A style that may be around any part of a text, and in any order with others: the outermost has
/// the lowest number. 0: it is none.
size_t mark_rank(const StorageNode& node);

/// Whether an author's text stands in paragraphs in it, written or not.
bool holds_paragraphs(std::string_view element);

/// `<p />`, maybe with blanks in it, without any attribute.
bool is_empty_paragraph(const StorageNode& node);

}  // namespace git_session::confluence
