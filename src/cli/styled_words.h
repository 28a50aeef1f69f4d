#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "cli/styled.h"

namespace git_session {

/// Text in several styles on its way into lines. Control bytes are made visible here already,
/// because what they become has a width.
class StyledWords {
 public:
  /// Whether runs of blanks are one blank.
  enum class Blanks { collapse, keep };

  void add(std::string_view text, Style style = Style::plain, Blanks blanks = Blanks::collapse);
  /// The next word starts a line.
  void add_line_break();

  bool empty() const { return words_.empty(); }
  /// Columns needed when no line is broken but where add_line_break() asked for it.
  size_t natural_width() const;
  size_t longest_word() const;
  /// Lines of at most `width` columns (at least 2); a word that is longer is cut into pieces. Empty
  /// when there are no words.
  std::vector<Styled> lines(size_t width) const;

 private:
  struct Word {
    std::vector<Span> spans;
    size_t width = 0;
    size_t blanks_before = 0;
    Style blank_style = Style::plain;
    bool starts_line = false;
  };

  void add_to_word(std::string_view text, size_t width, Style style);
  void end_word() { is_word_open_ = false; }

  std::vector<Word> words_;
  bool is_word_open_ = false;
  size_t pending_blanks_ = 0;
  Style pending_blank_style_ = Style::plain;
  bool pending_break_ = false;
};

}  // namespace git_session
