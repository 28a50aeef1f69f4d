#pragma once

#include <cmark-gfm.h>

#include <string_view>
#include <vector>

#include "markdown/admonition.h"
#include "markdown/node.h"

namespace git_session::markdown {

/// What the conversion must know besides cmark's tree.
struct ConversionSource {
  std::string_view text;                     ///< what was parsed
  const std::vector<int>& oversized_tables;  ///< lines of `text`; paragraphs on them become code
  int first_line = 1;                        ///< the line of the file on which `text` starts
  const QuotedText* quoted = nullptr;        ///< set when `text` is that of rewritten admonitions
};

/// cmark's tree as our own values.
struct ConvertedTree {
  Node root;
  size_t admonitions = 0;       ///< how many of `quoted` were found
  int first_cut_line = 0;       ///< where the first container was left out; 0: none was
  std::vector<int> code_lines;  ///< where an oversized table became code
};

/// Containers deeper than a fixed depth are left out, their content stays. Neighbouring texts
/// become one.
ConvertedTree convert(cmark_node* document, const ConversionSource& source);

/// The content of one node only, such as a heading.
Node convert_inlines(cmark_node* parent);

}  // namespace git_session::markdown
