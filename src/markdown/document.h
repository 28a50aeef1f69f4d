#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "markdown/node.h"

namespace git_session::markdown {

struct ParseOptions {
  bool cut_front_matter = true;
  /// Cells that all tables of a document may have together; a table that passes it is shown as
  /// code.
  size_t table_cell_limit = 100'000;
};

/// A Markdown file as a tree: CommonMark with GitHub's tables, strikethrough, autolinks, task
/// lists, footnotes and alerts. Takes any bytes: what is not UTF-8 becomes U+FFFD, nesting is cut
/// at a depth that recursion can follow, and memory is bounded by the size of the text.
class Document {
 public:
  static Document parse(std::string_view text, const ParseOptions& options = {});

  const Node& root() const { return root_; }
  /// What stood between the `---` lines at the top, without them; empty when there was nothing.
  const std::string& front_matter() const { return front_matter_; }

 private:
  Document(Node root, std::string front_matter);
  Node root_;
  std::string front_matter_;
};

}  // namespace git_session::markdown
