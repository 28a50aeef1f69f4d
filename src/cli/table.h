#pragma once

#include <string>
#include <vector>

#include "cli/console.h"
#include "cli/styled.h"

namespace git_session {

enum class Alignment { left, right };

/// One column of a Table.
struct Column {
  std::string header;
  Alignment alignment = Alignment::left;
  bool shrinkable = false;  ///< may be cut, ending in `…`, when the terminal is narrow
  int priority = 0;  ///< 0 is never dropped; of the others the highest number is dropped first
  bool keeps_end = false;  ///< is cut in the middle: paths differ at their end
  bool is_below = false;   ///< people see it on a line of its own under the row
};

/// One cell: what people see, and what programs read when that differs (a date instead of
/// "3 days ago").
struct Cell {
  Cell(std::string text, Style text_style = Style::plain)
      : shown(std::move(text)), style(text_style) {}
  Cell(const char* text) : shown(text) {}
  Cell(std::string text, std::string exact_text, Style text_style)
      : shown(std::move(text)), exact(std::move(exact_text)), has_exact(true), style(text_style) {}

  const std::string& for_programs() const { return has_exact ? exact : shown; }

  std::string shown;
  std::string exact = {};
  bool has_exact = false;
  Style style = Style::plain;
};

/// How a table is written.
enum class TableFormat {
  automatic,  ///< `table` on a terminal; elsewhere tab-separated without a header
  table,      ///< aligned, with a header; fitted to the width on a terminal
  tsv,        ///< a header, then tab-separated rows; tabs and line ends in cells are escaped
  csv,        ///< RFC 4180, with a header
  ids         ///< the first column only
};

/// The values of a `--format` option and what each means; throws Error(usage) for another word.
TableFormat parse_table_format(const std::string& word);

/// Rows under columns. The first column names the thing and is never cut.
class Table {
 public:
  explicit Table(std::vector<Column> columns) : columns_(std::move(columns)) {}

  /// As many cells as there are columns.
  void add_row(std::vector<Cell> cells) { rows_.push_back(std::move(cells)); }
  bool empty() const { return rows_.empty(); }
  void print(Console& console, TableFormat format = TableFormat::automatic) const;

 private:
  void print_aligned(Console& console) const;
  void print_below(Console& console, const std::vector<Cell>& row) const;
  void print_separated(Console& console, bool with_header) const;
  void print_csv(Console& console) const;

  std::vector<Column> columns_;
  std::vector<std::vector<Cell>> rows_;
};

}  // namespace git_session
