#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace git_session {

/// Foreign text as one line of Markdown that shows exactly its letters: nothing in it is markup,
/// HTML, a link, the end of a table cell or a control byte. Line ends and tabs become blanks.
std::string markdown_text(std::string_view text);

/// Foreign Markdown, several lines, as a quotation: its own markup works inside, but it neither
/// ends the quotation nor brings HTML, pictures or control bytes. Each line ends with a line feed.
std::string markdown_quote(std::string_view text);

/// An http(s) address in angle brackets, which make it a link; anything else as markdown_text().
std::string markdown_address(std::string_view address);

/// A table: the columns that are empty in every row are left out. Cells are Markdown already.
class MarkdownTable {
 public:
  explicit MarkdownTable(std::vector<std::string> headers) : headers_(std::move(headers)) {}
  void add_row(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }
  bool empty() const { return rows_.empty(); }
  std::string text() const;

 private:
  std::vector<std::string> headers_;
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace git_session
