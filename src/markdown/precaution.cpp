#include "markdown/precaution.h"

#include <algorithm>

#include "markdown/lines.h"

namespace git_session::markdown {
namespace {

// Each limit is far above what people write. Behind it: seconds that 64 KB of such text took.

// Every line is compared with every open container: 32,000 `- ` and empty lines: 20 s.
constexpr size_t container_column_limit = 128;
// Cells of a row stand in a list that is walked for each new one: a row of pipes: 18 s.
constexpr size_t row_pipe_limit = 1'000;
// For each line that looks like a delimiter row the paragraph before it is read again: 15 s.
constexpr size_t delimiter_row_work_limit = 4'000'000;
// `<?`, `<!A` and `<![CDATA[` look for their end in the rest of the paragraph each time: 0.5 s.
constexpr size_t html_opener_limit = 256;
// A link's end is searched from the start for each bracket, an address's from each `@`: 1.7 s.
constexpr size_t autolink_word_limit = 1'024;

// What looks like a footnote's mark must end on its line, this near.
constexpr size_t footnote_mark_limit = 1'000;

bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Length of a container's marker at the start of `text`, 0 when there is none.
size_t container_marker(std::string_view text) {
  if (text.empty()) return 0;
  const auto ends_marker = [text](size_t at) { return at >= text.size() || is_blank(text[at]); };
  switch (text[0]) {
    case '>':
      return 1;
    case '-':
    case '+':
    case '*':
      return ends_marker(1) ? 1 : 0;
    case '[': {
      if (!text.starts_with("[^")) return 0;
      const size_t bracket = text.find(']');
      const bool defines =
          bracket != std::string_view::npos && text.substr(bracket).starts_with("]:");
      return defines ? bracket + 2 : 0;
    }
    default: {
      size_t digits = 0;
      while (digits < 10 && digits < text.size() && is_digit(text[digits])) ++digits;
      const bool is_number =
          digits > 0 && digits < text.size() && (text[digits] == '.' || text[digits] == ')');
      return is_number && ends_marker(digits + 1) ? digits + 1 : 0;
    }
  }
}

/// Where a line's delimiter row starts when it may be one, else npos. Every line that cmark takes
/// for one is found; some others are as well.
size_t delimiter_row_start(std::string_view line) {
  constexpr std::string_view row_characters = "|:- \t\v\f";
  const size_t before = line.find_last_not_of(row_characters);
  size_t start = before == std::string_view::npos ? 0 : before + 1;
  const bool only_markers =
      line.substr(0, start).find_first_not_of("> \t-+*.)0123456789") == std::string_view::npos;
  if (!only_markers && line.find("]:") == std::string_view::npos) return std::string_view::npos;
  start = line.find_first_not_of(" \t\v\f", start);
  if (start == std::string_view::npos) return start;
  return line.find('-', start) == std::string_view::npos ? std::string_view::npos : start;
}

/// Whether the bracket at the start of `text` ends within it beyond doubt. Where it ends on another
/// line, cmark takes its length from the columns of both lines, and the text in between is lost.
bool is_closed(std::string_view text) {
  size_t depth = 0;
  for (size_t at = 0; at < std::min(text.size(), footnote_mark_limit); ++at) {
    const char c = text[at];
    if (c == '`' || c == '<') return false;
    if (c == '\\') ++at;
    if (c == '[') ++depth;
    if (c == ']' && --depth == 0) return true;
  }
  return false;
}

class Tamer {
 public:
  Tamer(std::string_view text, size_t table_cell_limit)
      : text_(text),
        cells_left_(table_cell_limit),
        delimiter_work_left_(delimiter_row_work_limit) {}

  TamedText run() {
    for (size_t position = 0; position < text_.size(); ++line_number_) {
      const Line line = line_at(text_, position);
      read_line(line);
      position = line.next;
    }
    end_chunk();
    result_.text = escaped();
    result_.has_safe_footnotes = has_footnotes_ && open_bracket_line_ == 0;
    if (has_footnotes_) result_.first_open_bracket_line = open_bracket_line_;
    return std::move(result_);
  }

 private:
  struct Delimiter {
    size_t position;
    int line_number;
  };

  void read_line(const Line& line) {
    const std::string_view content = line.in(text_);
    if (content.find_first_not_of(" \t") == std::string_view::npos) return end_chunk();
    limit_containers(line);
    const size_t pipes = scan_characters(line);
    count_cells(line, pipes);
    chunk_size_ += content.size() + 1;
  }

  // A marker opens a container only up to three columns behind the content of the deepest one so
  // far, which begins up to four columns behind its marker: text that is merely far to the right,
  // as in drawings, is none.
  void limit_containers(const Line& line) {
    size_t column = 0;
    for (size_t at = line.begin; at < line.end;) {
      if (is_blank(text_[at])) {
        column += text_[at] == '\t' ? 4 : 1;
        ++at;
        continue;
      }
      const size_t length = container_marker(text_.substr(at, line.end - at));
      if (length == 0 || column > deepest_column_ + 8) return;
      if (text_[at] == '[') has_footnotes_ = true;
      if (column + length > container_column_limit) return escapes_.push_back(at);
      at += length;
      column += length;
      deepest_column_ = std::max(deepest_column_, column);
    }
  }

  /// Returns the number of pipes.
  size_t scan_characters(const Line& line) {
    size_t pipes = 0;
    size_t word = line.begin;
    for (size_t at = line.begin; at < line.end; ++at) {
      const char c = text_[at];
      if (c == '|') ++pipes;
      if (c == '<') limit_html_opener(at);
      if (c == '[') check_bracket(text_.substr(at, line.end - at));
      if (is_blank(c)) {
        check_word(text_.substr(word, at - word));
        word = at + 1;
      }
    }
    check_word(text_.substr(word, line.end - word));
    return pipes;
  }

  void check_bracket(std::string_view text) {
    if (open_bracket_line_ == 0 && text.starts_with("[^") && !is_closed(text)) {
      open_bracket_line_ = line_number_;
    }
  }

  void limit_html_opener(size_t at) {
    if (at + 2 >= text_.size() || is_escaped(at)) return;
    const char next = text_[at + 1];
    const char third = text_[at + 2];
    const bool opens = next == '?' || (next == '!' && (is_letter(third) || third == '['));
    if (opens && ++html_openers_ > html_opener_limit) escapes_.push_back(at);
  }

  bool is_escaped(size_t at) const {
    size_t backslashes = 0;
    while (backslashes < at && text_[at - backslashes - 1] == '\\') ++backslashes;
    return backslashes % 2 == 1;
  }

  void check_word(std::string_view word) {
    if (word.size() <= autolink_word_limit) return;
    for (const char* part : {"://", "www.", "@"}) {
      if (word.find(part) == std::string_view::npos) continue;
      if (result_.has_safe_autolinks) result_.first_long_word_line = line_number_;
      result_.has_safe_autolinks = false;
    }
  }

  // A table ends at an empty line, so it lies within a chunk of lines without one. What else
  // stands in the chunk is counted with it.
  void count_cells(const Line& line, size_t pipes) {
    widest_row_ = std::max(widest_row_, pipes);
    const size_t start = pipes == 0 && !may_be_single_column(line)
                             ? std::string_view::npos
                             : delimiter_row_start(line.in(text_));
    if (start != std::string_view::npos) {
      if (chunk_size_ > delimiter_work_left_) is_oversized_ = true;
      delimiter_work_left_ -= std::min(chunk_size_, delimiter_work_left_);
      delimiters_.push_back({line.begin + start, line_number_});
      columns_ = std::max(columns_, pipes + 1);
    }
    if (!delimiters_.empty()) cells_ += std::max(columns_, pipes);
  }

  bool may_be_single_column(const Line& line) const {
    const std::string_view content = line.in(text_);
    const size_t last = content.find_last_not_of(" \t\v\f");
    return last != std::string_view::npos && (content[last] == '-' || content[last] == ':');
  }

  void end_chunk() {
    if (!delimiters_.empty()) {
      if (is_oversized_ || cells_ > cells_left_ || widest_row_ > row_pipe_limit) {
        for (const Delimiter& delimiter : delimiters_) {
          escapes_.push_back(delimiter.position);
          result_.oversized_tables.push_back(delimiter.line_number);
        }
      } else {
        cells_left_ -= cells_;
      }
    }
    delimiters_.clear();
    is_oversized_ = false;
    chunk_size_ = columns_ = cells_ = widest_row_ = html_openers_ = 0;
  }

  std::string escaped() {
    std::sort(escapes_.begin(), escapes_.end());
    // Two backslashes in one place would undo each other.
    escapes_.erase(std::unique(escapes_.begin(), escapes_.end()), escapes_.end());
    std::string out;
    out.reserve(text_.size() + escapes_.size());
    size_t done = 0;
    for (const size_t position : escapes_) {
      out.append(text_, done, position - done);
      out += '\\';
      done = position;
    }
    out.append(text_, done);
    return out;
  }

  std::string_view text_;
  TamedText result_;
  std::vector<size_t> escapes_;  ///< positions that get a backslash in front
  int line_number_ = 1;
  size_t deepest_column_ = 0;
  bool has_footnotes_ = false;
  int open_bracket_line_ = 0;
  size_t cells_left_;
  size_t delimiter_work_left_;

  // Of the current chunk: lines up to the next empty one.
  std::vector<Delimiter> delimiters_;
  bool is_oversized_ = false;
  size_t chunk_size_ = 0;
  size_t columns_ = 0;
  size_t cells_ = 0;
  size_t widest_row_ = 0;
  size_t html_openers_ = 0;
};

}  // namespace

TamedText tame(std::string_view text, size_t table_cell_limit) {
  return Tamer(text, table_cell_limit).run();
}

}  // namespace git_session::markdown
