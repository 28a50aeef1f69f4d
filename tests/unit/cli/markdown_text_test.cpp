#include "cli/markdown_text.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "base/text.h"
#include "markdown/document.h"

namespace git_session {
namespace {

using markdown::Document;
using markdown::Kind;
using markdown::Node;
using markdown::plain_text;

TEST(MarkdownText, EscapesOnlyWhatCouldBeMarkup) {
  const std::pair<const char*, const char*> cases[] = {
      {"plain text, (2025-11-22) a/b.md: c+d = e!", "plain text, (2025-11-22) a/b.md: c+d = e!"},
      {"2025_review_cs-architect.md", "2025_review_cs-architect.md"},
      {"_emphasis_", "\\_emphasis\\_"},
      {"a | b", "a \\| b"},
      {"*a* `b` [c](d) <e> ~f~", "\\*a\\* \\`b\\` \\[c\\](d) \\<e> \\~f\\~"},
      {"a\\b", "a\\\\b"},
      {"one\ntwo\r\n\tthree ", "one two   three"},
      {"AT&T &amp; R & D", "AT\\&T \\&amp; R & D"},
      {"end #", "end \\#"},
      {"\x1b[31m", "\\\\x1b\\[31m"},
      {"", ""},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(markdown_text(text), expected) << text;
}

TEST(MarkdownText, AddressesAreLinksOnlyWhenTheyAreOnes) {
  EXPECT_EQ(markdown_address("https://x.example.com/_a_/?q=1&r=2"),
            "<https://x.example.com/_a_/?q=1&r=2>");
  EXPECT_EQ(markdown_address("javascript:alert(1)"), "javascript:alert(1)");
  EXPECT_EQ(markdown_address("https://a b"), "https://a b");
  EXPECT_EQ(markdown_address("https://a|b"), "https://a\\|b");
  EXPECT_EQ(markdown_address("https://a><script>"), "https://a>\\<script>");
}

TEST(MarkdownText, TablesLeaveOutEmptyColumns) {
  MarkdownTable table({"A", "B", "C"});
  table.add_row({"1", "", "x"});
  table.add_row({"2", "", ""});
  EXPECT_EQ(table.text(), "| A | C |\n| --- | --- |\n| 1 | x |\n| 2 |  |\n");
}

TEST(MarkdownText, AQuotationKeepsItsLinesTogether) {
  EXPECT_EQ(markdown_quote("# a\r\n\n<b> ![c](d)\n"), "> # a\n>\n> \\<b> !\\[c](d)\n");
}

/// Any text, rich in what Markdown and tables give a meaning to.
rc::Gen<std::string> hostile_text() {
  return rc::gen::container<std::string>(
      rc::gen::oneOf(rc::gen::elementOf(std::string("|\\`*_[]<>#&~!()-+.:;\"'=@$ \n\ta1")),
                     rc::gen::arbitrary<char>()));
}

std::string without_blanks(std::string text) {
  std::erase_if(text, [](char byte) { return byte == ' '; });
  return text;
}

RC_GTEST_PROP(MarkdownText, ATableCellShowsExactlyItsLetters, ()) {
  const std::string first = *hostile_text(), second = *hostile_text();
  MarkdownTable table({"A", "B", "C"});
  table.add_row({"x" + markdown_text(first), markdown_text(second), "end"});
  const Document document = Document::parse(table.text());
  RC_ASSERT(document.root().children.size() == 1U);
  const Node& parsed = document.root().children.front();
  RC_ASSERT(parsed.kind == Kind::table);
  const Node& row = parsed.children.back();
  RC_ASSERT(plain_text(row.children.back()) == "end");
  std::string line(trim(first));
  std::replace_if(
      line.begin(), line.end(), [](char c) { return c == '\n' || c == '\t' || c == '\r'; }, ' ');
  // Addresses become links by themselves; their letters stay.
  RC_ASSERT(without_blanks(plain_text(row.children.front())) ==
            without_blanks("x" + escape_line(line)));
}

RC_GTEST_PROP(MarkdownText, NothingLeavesAQuotation, ()) {
  const Document document = Document::parse(markdown_quote("x" + *hostile_text()) + "\nend\n");
  RC_ASSERT(document.root().children.size() == 2U);
  RC_ASSERT(document.root().children.front().kind == Kind::block_quote);
  RC_ASSERT(plain_text(document.root().children.back()) == "end");
}

}  // namespace
}  // namespace git_session
