#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace git_session::markdown {

/// A text made harmless for cmark-gfm 0.29, some of whose steps take time that grows with the
/// square of the input. Ordinary text is not changed; what would take minutes gets a backslash
/// where needed.
struct TamedText {
  std::string text;
  /// Lines counted from 1, in order: the paragraphs they belong to were tables too large to parse.
  std::vector<int> oversized_tables;
  bool has_safe_autolinks = true;  ///< false: parse without the autolink extension
  /// Whether to parse with footnotes: there are some, and no `[^` that cmark would lose text after.
  bool has_safe_footnotes = false;
  int first_long_word_line = 0;     ///< why there are no autolinks; 0: there are
  int first_open_bracket_line = 0;  ///< why there are no footnotes although the text has some
};

/// `table_cell_limit` counts the cells of all tables together, those that cmark adds to short rows
/// too.
TamedText tame(std::string_view text, size_t table_cell_limit);

}  // namespace git_session::markdown
