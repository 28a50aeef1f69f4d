#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace git_session::markdown {

/// Where a rewritten admonition begins, and what its first line said.
struct Admonition {
  int line = 0;    ///< of the rewritten text, counted from 1
  int column = 0;  ///< of the quote's mark on that line, in bytes, counted from 1
  std::string word;
  std::string title;
  bool is_foldable = false;
};

/// A text whose admonitions were rewritten as block quotes, which CommonMark can read.
struct QuotedText {
  std::string text;
  std::vector<int> lines;  ///< of each line of `text`: the line it comes from, counted from 1
  std::vector<Admonition> admonitions;  ///< in the order of the text
};

/// Rewrites MkDocs' `!!! note "Title"`, `??? note` and `???+ note` with the lines indented below
/// them, and GitLab's quotes between two lines `>>>`. Code and HTML are left alone. nullopt when
/// there is nothing to rewrite.
std::optional<QuotedText> quote_admonitions(std::string_view text);

}  // namespace git_session::markdown
