#include "cli/table.h"

#include <algorithm>

#include "base/error.h"
#include "base/text.h"
#include "cli/wrap.h"

namespace git_session {
namespace {

constexpr size_t gap = 2;
constexpr size_t narrowest_shrunk = 8;

/// Which columns a terminal has room for, and how wide each is.
class ColumnPlan {
 public:
  ColumnPlan(const std::vector<Column>& columns, std::vector<size_t> natural_widths)
      : columns_(columns), widths_(std::move(natural_widths)) {
    for (const Column& column : columns) shown_.push_back(!column.is_below);
  }

  void fit(size_t room) {
    while (narrowest_total() > room && drop_one()) {
    }
    while (total() > room && shrink_widest(total() - room)) {
    }
  }

  bool is_shown(size_t column) const { return shown_[column]; }
  size_t width(size_t column) const { return widths_[column]; }
  size_t last_shown() const {
    for (size_t i = columns_.size(); i > 0; --i) {
      if (shown_[i - 1]) return i - 1;
    }
    return 0;
  }

 private:
  bool may_shrink(size_t column) const { return column != 0 && columns_[column].shrinkable; }

  size_t narrowest(size_t column) const {
    if (!may_shrink(column)) return widths_[column];
    const size_t floor = std::max(narrowest_shrunk, display_width(columns_[column].header));
    return std::min(widths_[column], floor);
  }

  template <typename WidthOf>
  size_t sum(WidthOf width_of) const {
    size_t sum = 0;
    for (size_t i = 0; i < columns_.size(); ++i) {
      if (shown_[i]) sum += width_of(i) + (sum > 0 ? gap : 0);
    }
    return sum;
  }
  size_t total() const {
    return sum([this](size_t i) { return widths_[i]; });
  }
  size_t narrowest_total() const {
    return sum([this](size_t i) { return narrowest(i); });
  }

  bool drop_one() {
    size_t chosen = 0;
    for (size_t i = 1; i < columns_.size(); ++i) {
      if (shown_[i] && columns_[i].priority > 0 &&
          (chosen == 0 || columns_[i].priority >= columns_[chosen].priority)) {
        chosen = i;
      }
    }
    if (chosen == 0) return false;
    shown_[chosen] = false;
    return true;
  }

  bool shrink_widest(size_t excess) {
    size_t chosen = 0;
    for (size_t i = 1; i < columns_.size(); ++i) {
      if (shown_[i] && widths_[i] > narrowest(i) && (chosen == 0 || widths_[i] > widths_[chosen])) {
        chosen = i;
      }
    }
    if (chosen == 0) return false;
    widths_[chosen] -= std::min(excess, widths_[chosen] - narrowest(chosen));
    return true;
  }

  const std::vector<Column>& columns_;
  std::vector<size_t> widths_;
  std::vector<bool> shown_;
};

/// Most of what is left is of the end.
std::string truncate_middle(const std::string& text, size_t width) {
  if (display_width(text) <= width) return text;
  const std::string head = truncate_to_width(text, std::max<size_t>(width / 4, 1));
  const size_t room = width - std::min(width, display_width(head));
  size_t start = text.size() - std::min(text.size(), room);
  auto is_inside = [&](size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
  };
  while (start > 0 && (is_inside(start) || display_width(text.substr(start)) < room)) --start;
  while (is_inside(start) || display_width(text.substr(start)) > room) ++start;
  return head + text.substr(start);
}

Styled aligned(const std::string& text, Style style, size_t width, const Column& column,
               bool is_last) {
  const Alignment alignment = column.alignment;
  const std::string cut =
      column.keeps_end ? truncate_middle(text, width) : truncate_to_width(text, width);
  const size_t used = display_width(cut);
  const std::string padding(width > used ? width - used : 0, ' ');
  Styled out;
  if (alignment == Alignment::right) out.add(padding);
  out.add(cut, style);
  if (alignment == Alignment::left && !is_last) out.add(padding);
  return out;
}

std::string quote_csv(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char byte : text) {
    if (byte == '"') quoted += '"';
    quoted += byte;
  }
  return quoted + '"';
}

}  // namespace

TableFormat parse_table_format(const std::string& word) {
  if (word == "table") return TableFormat::table;
  if (word == "tsv") return TableFormat::tsv;
  if (word == "csv") return TableFormat::csv;
  if (word == "ids") return TableFormat::ids;
  throw Error(ErrorKind::usage, "unknown format '" + word + "'", "take table, tsv, csv or ids");
}

void Table::print(Console& console, TableFormat format) const {
  switch (format) {
    case TableFormat::automatic:
      if (console.is_output_terminal()) return print_aligned(console);
      return print_separated(console, false);
    case TableFormat::table:
      return print_aligned(console);
    case TableFormat::tsv:
      return print_separated(console, true);
    case TableFormat::csv:
      return print_csv(console);
    case TableFormat::ids:
      for (const auto& row : rows_) console.print_line(escape_line(row.front().for_programs()));
  }
}

void Table::print_aligned(Console& console) const {
  if (rows_.empty()) return;
  std::vector<size_t> widths;
  for (const Column& column : columns_) widths.push_back(display_width(column.header));
  for (const auto& row : rows_) {
    for (size_t i = 0; i < row.size(); ++i) {
      widths[i] = std::max(widths[i], display_width(escape_line(row[i].shown)));
    }
  }
  ColumnPlan plan(columns_, std::move(widths));
  if (console.is_output_terminal()) plan.fit(console.width());
  const size_t last = plan.last_shown();
  const auto print_row = [&](auto cell_at) {
    Styled line;
    for (size_t i = 0; i <= last; ++i) {
      if (!plan.is_shown(i)) continue;
      if (i > 0) line.add(std::string(gap, ' '));
      const auto [text, style] = cell_at(i);
      line.append(aligned(text, style, plan.width(i), columns_[i], i == last));
    }
    console.print_line(line);
  };
  print_row([this](size_t i) { return std::pair(columns_[i].header, Style::bold); });
  for (const auto& row : rows_) {
    print_row([&row](size_t i) { return std::pair(escape_line(row[i].shown), row[i].style); });
    print_below(console, row);
  }
}

void Table::print_below(Console& console, const std::vector<Cell>& row) const {
  std::vector<std::string> parts;
  for (size_t i = 0; i < row.size(); ++i) {
    if (columns_[i].is_below && !row[i].shown.empty()) parts.push_back(escape_line(row[i].shown));
  }
  if (parts.empty()) return;
  const std::string text = join(parts, "; ");
  const std::string indent(gap, ' ');
  const size_t room = console.is_output_terminal() ? console.width() - gap : display_width(text);
  for (const std::string& line : wrap_paragraph(text, room)) console.print_line(indent + line);
}

void Table::print_separated(Console& console, bool with_header) const {
  if (with_header) {
    std::vector<std::string> headers;
    for (const Column& column : columns_) headers.push_back(column.header);
    console.print_line(join(headers, "\t"));
  }
  std::string line;
  for (const auto& row : rows_) {
    line.clear();
    for (size_t i = 0; i < row.size(); ++i) {
      if (i > 0) line += '\t';
      line += escape_line(row[i].for_programs());
    }
    console.print_line(line);
  }
}

void Table::print_csv(Console& console) const {
  const auto print_record = [&console](size_t count, auto text_at) {
    std::string line;
    for (size_t i = 0; i < count; ++i) {
      if (i > 0) line += ',';
      line += quote_csv(escape_line(text_at(i)));
    }
    // RFC 4180 ends records with CR LF; the cells are escaped one by one above.
    console.print_raw(line + "\r\n");
  };
  print_record(columns_.size(), [this](size_t i) { return columns_[i].header; });
  for (const auto& row : rows_) {
    print_record(row.size(), [&row](size_t i) { return row[i].for_programs(); });
  }
}

}  // namespace git_session
