#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace git_session::markdown {

/// What a node of a Markdown tree is.
enum class Kind {
  // Blocks.
  document,
  heading,  ///< `level` 1 to 6
  paragraph,
  block_quote,
  alert,       ///< a quote that begins with `[!NOTE]`; `info` is the word in small letters
  admonition,  ///< MkDocs' `!!! note "Title"`: `info` is the word, `title`, `is_foldable`
  list,
  item,
  code_block,  ///< `text` as written; `info` is what stands behind the fence
  html_block,  ///< `text`
  rule,
  table,  ///< `alignments`; children are rows, the first is the header
  table_row,
  table_cell,
  footnote,    ///< `number`; always at the end of the document, in order
  wiki_macro,  ///< `info` is its name, `text` what else its mark says; confluence/ makes them
  // Inlines.
  text,
  soft_break,
  line_break,
  code,         ///< `text`
  html_inline,  ///< `text`
  emphasis,
  strong,
  strikethrough,
  link,               ///< `url`, `title`
  image,              ///< `url`, `title`; children are what stands for the picture
  footnote_reference  ///< `number`
};

enum class Task { none, open, done };

enum class CellAlignment { none, left, centre, right };

/// One node of a Markdown tree. Members that mean nothing for its kind are empty.
struct Node {
  Kind kind = Kind::document;
  int line = 0;          ///< of blocks: where it starts in the file, counted from 1
  int level = 0;         ///< of headings
  int number = 0;        ///< of footnotes and references to them, and the first of an ordered list
  bool ordered = false;  ///< of lists
  bool tight = false;    ///< of lists: no empty lines between the items
  bool is_header = false;    ///< of table rows
  bool is_foldable = false;  ///< of admonitions: written with `???`
  Task task = Task::none;    ///< of items
  std::string text;          ///< UTF-8 without NUL, as all strings here
  std::string info;
  std::string url;
  std::string title;
  std::vector<CellAlignment> alignments;  ///< one for each column
  std::vector<Node> children;
};

/// What a reader would read aloud: text and code without styles; of a picture what stands for it.
/// Line breaks are blanks; HTML is left out.
std::string plain_text(const Node& node);

}  // namespace git_session::markdown
