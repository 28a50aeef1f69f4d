#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "yaml/block_scalar.h"
#include "yaml/document.h"

namespace git_session::yaml {

/// Where the lines of an entry end, and so where the next one's would start.
struct Boundary {
  size_t position = 0;
  bool is_at_line_start = true;  ///< false only at the end of a text without a final line break
};

/// Where the entries of collections (items, or key-value pairs) lie in a document's source.
class Layout {
 public:
  explicit Layout(const Document& document) : text_(document.source()) {}
  std::string_view text() const { return text_; }

  /// Column of the keys or dashes of a block collection.
  size_t column(NodeRef collection) const { return column_of(collection.begin()); }
  size_t column_of(size_t position) const;

  /// Its dash, key or `?`; in flow style the item or key itself.
  size_t entry_begin(NodeRef collection, size_t index) const;
  /// Behind its last byte that is no comment; behind the line for a block scalar.
  size_t entry_end(NodeRef collection, size_t index) const;
  /// The colon of a pair; nullopt when it has none.
  std::optional<size_t> colon(NodeRef mapping, size_t index) const;
  /// End of the lines of an entry of a block collection: with its comments, both on its last line
  /// and on the lines below that are indented deeper than the collection.
  Boundary boundary(NodeRef collection, size_t index) const;
  /// The same from a position behind which the line holds only blanks or a comment. Throws
  /// Error(refused, "cannot-edit") when there is more.
  Boundary boundary_behind(size_t position, size_t column) const;

  /// Whether something ends with the text, on a last line without a break.
  bool is_open_end(size_t position) const;
  /// The line ending in use around `position`.
  std::string_view line_ending_at(size_t position, std::string_view otherwise) const;

  /// The block scalar that ends the entry, if one does.
  std::optional<BlockScalar> final_block_scalar(NodeRef collection, size_t index) const;
  /// False for a pair without braces, `[a: 1]`.
  bool has_brackets(NodeRef flow_collection) const;

 private:
  Boundary past_deeper_comments(size_t position, size_t column) const;

  std::string_view text_;
};

}  // namespace git_session::yaml
