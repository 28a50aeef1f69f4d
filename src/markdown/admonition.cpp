#include "markdown/admonition.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "markdown/line_shape.h"
#include "markdown/lines.h"

namespace git_session::markdown {
namespace {

constexpr size_t body_indent = 4;
constexpr size_t most_depth = 16;
// Far below the column at which precaution.cpp stops containers.
constexpr size_t longest_prefix = 64;

/// A line in two parts: what belongs to the containers around it, and the rest.
struct Row {
  int line = 0;
  std::string prefix;
  std::string_view rest;
};

/// Takes that many columns of blanks from the front; a tab may leave some for the prefix.
void strip(Row& row, size_t columns) {
  size_t column = 0;
  while (column < columns && !row.rest.empty() && (row.rest[0] == ' ' || row.rest[0] == '\t')) {
    column += row.rest[0] == '\t' ? 4 - column % 4 : 1;
    row.rest.remove_prefix(1);
  }
  if (column > columns) row.prefix.append(column - columns, ' ');
}

/// What stands in front of the lines that follow one with this prefix.
std::string continued(const std::string& prefix) {
  std::string out;
  for (const char c : prefix) out += c == '>' ? '>' : ' ';
  return out;
}

std::optional<Admonition> read_header(std::string_view text) {
  text = trim(text);
  Admonition header;
  header.is_foldable = text.starts_with("???");
  if (!header.is_foldable && !text.starts_with("!!!")) return std::nullopt;
  text.remove_prefix(text.starts_with("???+") ? 4 : 3);
  text = trim(text);
  const size_t quote = text.find('"');
  if (quote != text.npos) {
    if (quote + 1 >= text.size() || !text.ends_with('"')) return std::nullopt;
    header.title = text.substr(quote + 1, text.size() - quote - 2);
    text = trim(text.substr(0, quote));
  }
  for (const char c : text) {
    const bool fits = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                      c == '-' || c == '_' || c == ' ';
    if (!fits) return std::nullopt;
  }
  header.word = to_lower_ascii(text.substr(0, text.find(' ')));
  return header.word.empty() ? std::nullopt : std::optional(header);
}

class Quoter {
 public:
  explicit Quoter(std::string_view text) {
    int line_number = 0;
    for (size_t position = 0; position < text.size();) {
      const Line line = line_at(text, position);
      rows_.push_back({++line_number, {}, line.in(text)});
      position = line.next;
    }
  }

  std::optional<QuotedText> run() {
    walk(0, rows_.size(), 0);
    if (!has_changed_) return std::nullopt;
    return std::move(result_);
  }

 private:
  void walk(size_t begin, size_t end, size_t depth) {
    while (begin < end) begin = step(begin, end, depth);
  }

  /// Writes what begins at the row and gives the first one behind it.
  size_t step(size_t at, size_t end, size_t depth) {
    const std::string_view text = rows_[at].rest;
    if (is_blank(text) || indent_of(text) > 3) return copy(at, at + 1);
    const std::string_view fence = fence_of(text);
    if (!fence.empty()) return copy(at, end_of_code(at + 1, end, fence));
    if (const auto last = html_end(text)) return copy(at, end_of_html(at, end, *last));
    if (depth >= most_depth || rows_[at].prefix.size() > longest_prefix) return copy(at, at + 1);
    if (const auto header = read_header(text)) return write_admonition(at, end, *header, depth);
    if (depth == 0 && text.starts_with(">>>")) return write_quote(at, end);
    const auto marker = marker_of(text);
    return marker ? write_item(at, end, *marker, depth) : copy(at, at + 1);
  }

  size_t copy(size_t at, size_t end) {
    for (; at < end; ++at) emit(rows_[at]);
    return at;
  }

  void emit(const Row& row) {
    ((result_.text += row.prefix) += row.rest) += '\n';
    result_.lines.push_back(row.line);
  }

  size_t end_of_code(size_t at, size_t end, std::string_view fence) const {
    while (at < end && !closes_fence(rows_[at].rest, fence)) ++at;
    return std::min(at + 1, end);
  }

  size_t end_of_html(size_t at, size_t end, std::string_view last) const {
    for (; at < end; ++at) {
      if (last.empty() && is_blank(rows_[at].rest)) return at;
      if (!last.empty() && contains_ignoring_case(rows_[at].rest, last)) return at + 1;
    }
    return end;
  }

  size_t write_item(size_t at, size_t end, const Marker& marker, size_t depth) {
    Row& first = rows_[at];
    first.prefix += first.rest.substr(0, marker.bytes);
    first.rest.remove_prefix(marker.bytes);
    size_t behind = at + 1;
    for (; behind < end; ++behind) {
      Row& row = rows_[behind];
      if (!is_blank(row.rest) && indent_of(row.rest) < marker.columns) break;
      row.prefix.append(marker.columns, ' ');
      strip(row, marker.columns);
    }
    walk(at, behind, depth + 1);
    return behind;
  }

  size_t write_admonition(size_t at, size_t end, const Admonition& header, size_t depth) {
    size_t behind = at + 1;
    size_t next = at + 1;
    for (; next < end; ++next) {
      if (is_blank(rows_[next].rest)) continue;
      if (indent_of(rows_[next].rest) < body_indent) break;
      behind = next + 1;
    }
    if (behind == at + 1) return copy(at, behind);

    Row& first = rows_[at];
    first.prefix.append(indent_of(first.rest), ' ');
    begin_quote(first, header);
    const std::string outside = continued(first.prefix);
    first.prefix += "> ";
    first.rest = {};
    emit(first);
    for (size_t i = at + 1; i < behind; ++i) {
      rows_[i].prefix += "> ";
      strip(rows_[i], body_indent);
    }
    walk(at + 1, behind, depth + 1);
    separate(outside, behind);
    return behind;
  }

  void begin_quote(const Row& row, Admonition header) {
    header.line = static_cast<int>(result_.lines.size()) + 1;
    header.column = static_cast<int>(row.prefix.size()) + 1;
    result_.admonitions.push_back(std::move(header));
    has_changed_ = true;
  }

  // Text on the next line would continue the quote's last paragraph.
  void separate(const std::string& prefix, size_t behind) {
    if (behind >= rows_.size() || is_blank(rows_[behind].rest)) return;
    emit({rows_[behind - 1].line, prefix, {}});
  }

  size_t write_quote(size_t at, size_t end) {
    const std::string_view words = trim(rows_[at].rest.substr(3));
    if (!words.empty() && !words.starts_with("[!")) return copy(at, at + 1);
    const size_t last = end_of_quote(at + 1, end);
    if (last == end) return copy(at, at + 1);
    has_changed_ = true;
    rows_[at].prefix += "> ";
    rows_[at].rest = words;
    emit(rows_[at]);
    for (size_t i = at + 1; i < last; ++i) rows_[i].prefix += "> ";
    walk(at + 1, last, 1);
    rows_[last].rest = {};
    emit(rows_[last]);
    return last + 1;
  }

  /// The row that is `>>>` and nothing else; `end` when another quote comes first.
  size_t end_of_quote(size_t at, size_t end) const {
    while (at < end) {
      const std::string_view text = rows_[at].rest;
      if (text.starts_with(">>>")) return trim(text) == ">>>" ? at : end;
      const std::string_view fence = indent_of(text) > 3 ? std::string_view() : fence_of(text);
      at = fence.empty() ? at + 1 : end_of_code(at + 1, end, fence);
    }
    return end;
  }

  std::vector<Row> rows_;
  QuotedText result_;
  bool has_changed_ = false;
};

}  // namespace

std::optional<QuotedText> quote_admonitions(std::string_view text) {
  bool may_have_some = false;
  for (const char* mark : {"!!!", "???", ">>>"}) {
    may_have_some = may_have_some || text.find(mark) != std::string_view::npos;
  }
  if (!may_have_some) return std::nullopt;
  return Quoter(text).run();
}

}  // namespace git_session::markdown
