#pragma once

#include <cmark-gfm.h>

#include <cstddef>
#include <mutex>
#include <optional>
#include <string_view>

#include "markdown/arena.h"

namespace git_session::markdown {

/// Which of GitHub's extensions a parse knows.
struct Extensions {
  bool tables = false;
  bool autolinks = false;
  bool footnotes = false;
  bool others = false;  ///< strikethrough, task lists
};

/// cmark's own tree of a text. cmark keeps state in static variables, therefore only one of these
/// exists at a time: making a second one waits until the first is gone.
class SyntaxTree {
 public:
  SyntaxTree() : lock_(one_at_a_time()) {}

  /// The document node, which lives as long as this; null when the parse would take more memory
  /// than `memory_limit` bytes. To be called once.
  cmark_node* parse(std::string_view text, const Extensions& extensions, size_t memory_limit);

 private:
  static std::mutex& one_at_a_time();
  std::unique_lock<std::mutex> lock_;
  Arena arena_;
};

}  // namespace git_session::markdown
