#include "cli/markdown_table.h"

#include <algorithm>
#include <numeric>
#include <string>

#include "base/text.h"
#include "cli/markdown_inline.h"
#include "cli/styled_words.h"

namespace git_session {
namespace {

using markdown::CellAlignment;
using markdown::Kind;
using markdown::Node;

constexpr size_t separator_width = 3;
// Below this many columns for each column, cells are unreadable.
constexpr size_t smallest_share = 6;

std::string repeat(std::string_view text, size_t count) {
  std::string out;
  for (size_t i = 0; i < count; ++i) out += text;
  return out;
}

struct Row {
  std::vector<StyledWords> cells;
  bool is_header = false;
};

std::vector<Row> rows_of(const Node& table) {
  std::vector<Row> rows;
  for (const Node& node : table.children) {
    Row& row = rows.emplace_back();
    row.is_header = node.is_header;
    row.cells.resize(table.alignments.size());
    for (size_t column = 0; column < row.cells.size() && column < node.children.size(); ++column) {
      add_inlines(row.cells[column], node.children[column],
                  node.is_header ? Style::bold : Style::plain);
    }
  }
  return rows;
}

struct Measure {
  size_t natural = 1;
  size_t longest_word = 1;
};

std::vector<Measure> measure(const std::vector<Row>& rows, size_t columns) {
  std::vector<Measure> measures(columns);
  for (const Row& row : rows) {
    for (size_t column = 0; column < columns; ++column) {
      Measure& widest = measures[column];
      widest.natural = std::max(widest.natural, row.cells[column].natural_width());
      widest.longest_word = std::max(widest.longest_word, row.cells[column].longest_word());
    }
  }
  return measures;
}

/// Each column's `wish`, cut to the same cap where they are together wider than `available`, but
/// never below its `least`; these fit.
std::vector<size_t> fill(const std::vector<size_t>& wishes, const std::vector<size_t>& least,
                         size_t available) {
  const auto widths_for = [&](size_t cap) {
    std::vector<size_t> widths;
    for (size_t i = 0; i < wishes.size(); ++i) {
      widths.push_back(std::max(least[i], std::min(cap, wishes[i])));
    }
    return widths;
  };
  size_t fits = 0;
  size_t too_wide = available + 1;
  while (fits + 1 < too_wide) {
    const size_t cap = fits + (too_wide - fits) / 2;
    const std::vector<size_t> widths = widths_for(cap);
    const bool is_narrow_enough =
        std::accumulate(widths.begin(), widths.end(), size_t{0}) <= available;
    (is_narrow_enough ? fits : too_wide) = cap;
  }
  return widths_for(fits);
}

// First room for the longest words, so that none is cut where all fit, then for lines.
std::vector<size_t> fit(const std::vector<Measure>& measures, size_t available) {
  std::vector<size_t> words;
  std::vector<size_t> lines;
  for (const Measure& column : measures) {
    words.push_back(column.longest_word);
    lines.push_back(column.natural);
  }
  const std::vector<size_t> none(measures.size(), 1);
  return fill(lines, fill(words, none, available), available);
}

size_t width_of(const Styled& text) {
  size_t width = 0;
  for (const Span& span : text.spans()) width += display_width(span.text);
  return width;
}

class TableRenderer {
 public:
  TableRenderer(const Node& table, std::vector<size_t> widths)
      : table_(table), widths_(std::move(widths)) {}

  std::vector<Styled> run(const std::vector<Row>& rows) {
    const bool has_wrapped_rows =
        std::any_of(rows.begin(), rows.end(), [this](const Row& row) { return is_wrapped(row); });
    for (size_t i = 0; i < rows.size(); ++i) {
      if (i > 0 && rows[i - 1].is_header) add_rule("─", "─┼─");
      if (i > 0 && !rows[i - 1].is_header && has_wrapped_rows) add_rule("┈", "┈┼┈");
      add_row(rows[i]);
    }
    return std::move(lines_);
  }

 private:
  bool is_wrapped(const Row& row) const {
    for (size_t column = 0; column < widths_.size(); ++column) {
      if (!row.is_header && row.cells[column].natural_width() > widths_[column]) return true;
    }
    return false;
  }

  void add_rule(std::string_view line, std::string_view crossing) {
    std::string rule;
    for (size_t column = 0; column < widths_.size(); ++column) {
      if (column > 0) rule += crossing;
      rule += repeat(line, widths_[column]);
    }
    lines_.emplace_back(std::move(rule), Style::dim);
  }

  void add_row(const Row& row) {
    std::vector<std::vector<Styled>> cells;
    size_t height = 1;
    for (size_t column = 0; column < widths_.size(); ++column) {
      cells.push_back(row.cells[column].lines(widths_[column]));
      height = std::max(height, cells.back().size());
    }
    for (size_t i = 0; i < height; ++i) {
      Styled line;
      for (size_t column = 0; column < widths_.size(); ++column) {
        if (column > 0) line.add(" │ ", Style::dim);
        add_cell(line, i < cells[column].size() ? cells[column][i] : Styled(), column);
      }
      lines_.push_back(std::move(line));
    }
  }

  void add_cell(Styled& line, const Styled& text, size_t column) const {
    const size_t used = width_of(text);
    const size_t left = widths_[column] - std::min(used, widths_[column]);
    const CellAlignment alignment = table_.alignments[column];
    const size_t before = alignment == CellAlignment::right    ? left
                          : alignment == CellAlignment::centre ? left / 2
                                                               : 0;
    line.add(std::string(before, ' '));
    line.append(text);
    if (column + 1 < widths_.size()) line.add(std::string(left - before, ' '));
  }

  const Node& table_;
  std::vector<size_t> widths_;
  std::vector<Styled> lines_;
};

std::vector<Styled> as_list(const Node& table, size_t width) {
  std::vector<Styled> lines;
  const Node none;
  const Node& header = table.children.front();
  for (size_t row = 1; row < table.children.size(); ++row) {
    if (row > 1) lines.emplace_back(repeat("┈", std::min<size_t>(width, 20)), Style::dim);
    const std::vector<Node>& cells = table.children[row].children;
    for (size_t column = 0; column < cells.size(); ++column) {
      if (cells[column].children.empty()) continue;
      StyledWords words;
      add_inlines(words, column < header.children.size() ? header.children[column] : none,
                  Style::bold);
      if (!words.empty()) words.add(": ", Style::bold);
      add_inlines(words, cells[column]);
      for (Styled& line : words.lines(width)) lines.push_back(std::move(line));
    }
  }
  return lines;
}

}  // namespace

std::vector<Styled> render_markdown_table(const Node& table, size_t width) {
  const size_t columns = table.alignments.size();
  if (columns == 0 || table.children.empty()) return {};
  const size_t separators = separator_width * (columns - 1);
  const std::vector<Row> rows = rows_of(table);
  const std::vector<Measure> measures = measure(rows, columns);
  const size_t natural =
      std::accumulate(measures.begin(), measures.end(), separators,
                      [](size_t sum, const Measure& column) { return sum + column.natural; });
  if (natural > width && width < separators + smallest_share * columns) {
    return as_list(table, width);
  }
  return TableRenderer(table, fit(measures, width - separators)).run(rows);
}

}  // namespace git_session
