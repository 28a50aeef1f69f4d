#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "markdown/node.h"

namespace git_session::markdown {

struct ParseOptions {
  bool cut_front_matter = true;
  /// Also read what MkDocs and GitLab have beyond GitHub: admonitions, and quotes between `>>>`.
  bool admonitions = false;
  /// Cells that all tables of a document may have together; a table that passes it is shown as
  /// code.
  size_t table_cell_limit = 100'000;
};

/// Something that was not read as it was meant, because reading it would cost too much.
struct Concession {
  int line = 0;
  std::string text;  ///< a sentence without a period
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
  /// Empty for nearly every file.
  const std::vector<Concession>& concessions() const { return concessions_; }

 private:
  Document() = default;
  Node root_;
  std::string front_matter_;
  std::vector<Concession> concessions_;
};

}  // namespace git_session::markdown
