#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace git_session::confluence {

/// A macro as Confluence's wiki markup has it, `{panel:title=x}`. Its name is one of a fixed list
/// of macros that show what they are given and nothing else: none brings other pages or scripts
/// along.
struct WikiMark {
  std::string_view name;  ///< from the list, in small letters
  std::string parameters;
  size_t length = 0;  ///< of the mark with its braces
};

/// What begins at the start of `text`: panel, info, note, tip, warning or expand.
std::optional<WikiMark> wiki_mark_in(std::string_view text);
/// A `text` that is one of them without parameters, and blanks.
std::optional<WikiMark> bare_wiki_mark(std::string_view text);

/// A mark and how it is written, with the blanks beside it.
struct FoundMark {
  WikiMark mark;
  std::string source;
};
/// Take all marks from the front of `text`, or all without parameters from its back, the last one
/// first.
std::vector<FoundMark> take_front_marks(std::string& text);
std::vector<FoundMark> take_back_marks(std::string& text);

/// A `text` that is `{toc}` and nothing else.
std::optional<WikiMark> wiki_contents_in(std::string_view text);

/// What is said in a mark, as far as it may reach a page.
struct WikiMacro {
  std::string title;
  std::vector<std::pair<std::string_view, std::string>> parameters;
  std::vector<std::string> left_out;  ///< those that may not, as they are written
};
WikiMacro read_wiki_macro(std::string_view name, std::string_view parameters);

/// Why what begins at the start of `text`, which is shown as text, is no macro; empty when it does
/// not look like one.
std::string fault_of_wiki_mark(std::string_view text);

}  // namespace git_session::confluence
