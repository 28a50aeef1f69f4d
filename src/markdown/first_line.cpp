#include "markdown/first_line.h"

#include <string_view>

namespace git_session::markdown {

// cmark splits a paragraph above a table from the table's first lines, and tells the lines of
// both wrongly.
int first_line_of(cmark_node* block) {
  const int line = cmark_node_get_start_line(block);
  if (line < 1) {
    cmark_node* next = cmark_node_next(block);
    return next == nullptr ? line : cmark_node_get_start_line(next);
  }
  const std::string_view type = cmark_node_get_type_string(block);
  cmark_node* table = type == "table"          ? block
                      : type == "table_header" ? cmark_node_parent(block)
                                               : nullptr;
  cmark_node* before = table == nullptr ? nullptr : cmark_node_previous(table);
  if (before == nullptr || cmark_node_get_start_line(before) > 0) return line;
  cmark_node* header = cmark_node_first_child(table);
  cmark_node* row = header == nullptr ? nullptr : cmark_node_next(header);
  return row == nullptr ? cmark_node_get_end_line(table) - 1 : cmark_node_get_start_line(row) - 2;
}

}  // namespace git_session::markdown
