#include "cli/styled_words.h"

#include <algorithm>
#include <utility>

#include "base/text.h"

namespace git_session {
namespace {

void append(std::vector<Span>& spans, std::string_view text, Style style) {
  if (text.empty()) return;
  if (spans.empty() || spans.back().style != style) spans.push_back({std::string(), style});
  spans.back().text += text;
}

// Chinese, Japanese and Korean have no blanks: a line may end at each character.
bool may_break_around(char32_t code_point) {
  return (code_point >= 0x2e80 && code_point < 0xa4d0) ||
         (code_point >= 0xac00 && code_point < 0xd7a4) ||
         (code_point >= 0xf900 && code_point < 0xfb00) ||
         (code_point >= 0xff00 && code_point < 0xff61) ||
         (code_point >= 0x20000 && code_point < 0x30000);
}

/// One line while it grows.
class LineBuilder {
 public:
  LineBuilder(std::vector<Styled>& lines, size_t width) : lines_(lines), limit_(width) {}

  size_t used() const { return used_; }
  size_t left() const { return limit_ - used_; }

  void add(std::string_view text, size_t width, Style style) {
    append(spans_, text, style);
    used_ += width;
  }

  void end_line() {
    Styled line;
    for (Span& span : spans_) line.add(std::move(span.text), span.style);
    lines_.push_back(std::move(line));
    spans_.clear();
    used_ = 0;
  }

 private:
  std::vector<Styled>& lines_;
  size_t limit_;
  size_t used_ = 0;
  std::vector<Span> spans_;
};

// Long words are mostly names and addresses: better cut behind one of these than anywhere.
bool is_good_end(char c) {
  return std::string_view("-_/.,:;=&?").find(c) != std::string_view::npos;
}

/// Where to cut `text`, so that at most `columns` stand before the cut; 0 when not even one
/// character fits.
size_t cut_of(std::string_view text, size_t columns) {
  size_t width = 0;
  size_t good_cut = 0;
  for (size_t position = 0; position < text.size();) {
    const size_t start = position;
    next_code_point(text, position);
    width += display_width(text.substr(start, position - start));
    if (width > columns) {
      const bool is_worth_it = display_width(text.substr(0, good_cut)) > columns / 4;
      return is_worth_it ? good_cut : start;
    }
    if (is_good_end(text[start])) good_cut = position;
  }
  return text.size();
}

void add_in_pieces(LineBuilder& line, const Span& span) {
  std::string_view rest = span.text;
  while (!rest.empty()) {
    const size_t cut = cut_of(rest, line.left());
    const std::string_view piece = rest.substr(0, cut);
    line.add(piece, display_width(piece), span.style);
    rest.remove_prefix(cut);
    if (!rest.empty()) line.end_line();
  }
}

}  // namespace

void StyledWords::add(std::string_view text, Style style, Blanks blanks) {
  size_t run = 0;  // where the part of the current word starts that is not yet added
  size_t position = 0;
  const std::string safe = [text] {
    std::string spaced(text);
    std::replace_if(
        spaced.begin(), spaced.end(), [](char c) { return c == '\t' || c == '\n'; }, ' ');
    return escape_line(spaced);
  }();
  const auto flush = [&](size_t end) {
    const std::string_view part = std::string_view(safe).substr(run, end - run);
    if (!part.empty()) add_to_word(part, display_width(part), style);
  };
  while (position < safe.size()) {
    const size_t start = position;
    if (safe[position] == ' ') {
      flush(start);
      ++position;
      pending_blanks_ = blanks == Blanks::keep ? pending_blanks_ + 1 : 1;
      pending_blank_style_ = style;
      end_word();
      run = position;
      continue;
    }
    const bool is_ascii = static_cast<unsigned char>(safe[position]) < 0x80;
    const auto code_point = is_ascii ? (++position, U'a') : *next_code_point(safe, position);
    if (may_break_around(code_point)) {
      flush(start);
      end_word();
      run = start;
      flush(position);
      end_word();
      run = position;
    }
  }
  flush(safe.size());
}

void StyledWords::add_line_break() {
  end_word();
  pending_break_ = true;
  pending_blanks_ = 0;
}

void StyledWords::add_to_word(std::string_view text, size_t width, Style style) {
  if (!is_word_open_) {
    Word& word = words_.emplace_back();
    word.starts_line = std::exchange(pending_break_, false);
    word.blanks_before = std::exchange(pending_blanks_, 0);
    word.blank_style = pending_blank_style_;
    is_word_open_ = true;
  }
  append(words_.back().spans, text, style);
  words_.back().width += width;
}

size_t StyledWords::natural_width() const {
  size_t widest = 0;
  size_t line = 0;
  for (const Word& word : words_) {
    if (word.starts_line) line = 0;
    line += (line > 0 ? word.blanks_before : 0) + word.width;
    widest = std::max(widest, line);
  }
  return widest;
}

size_t StyledWords::longest_word() const {
  size_t longest = 0;
  for (const Word& word : words_) longest = std::max(longest, word.width);
  return longest;
}

std::vector<Styled> StyledWords::lines(size_t width) const {
  std::vector<Styled> lines;
  LineBuilder line(lines, std::max<size_t>(width, 2));
  for (const Word& word : words_) {
    const size_t blanks = line.used() > 0 ? word.blanks_before : 0;
    if (line.used() > 0 && (word.starts_line || blanks + word.width > line.left())) {
      line.end_line();
    } else if (blanks > 0) {
      line.add(std::string(blanks, ' '), blanks, word.blank_style);
    }
    for (const Span& span : word.spans) {
      if (word.width <= line.left()) {
        line.add(span.text, display_width(span.text), span.style);
      } else {
        add_in_pieces(line, span);
      }
    }
  }
  if (line.used() > 0) line.end_line();
  return lines;
}

}  // namespace git_session
