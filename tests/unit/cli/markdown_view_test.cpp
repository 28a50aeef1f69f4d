#include "cli/markdown_view.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/text.h"

namespace git_session {
namespace {

using std::string_literals::operator""s;

std::string plain_view(std::string_view text, size_t width = 40) {
  std::string out;
  for (const Styled& line : render_markdown(markdown::Document::parse(text), width)) {
    out += line.text() + "\n";
  }
  return out;
}

/// The style of the first span that holds `part`.
Style style_of(std::string_view text, std::string_view part) {
  for (const Styled& line : render_markdown(markdown::Document::parse(text), 80)) {
    for (const Span& span : line.spans()) {
      if (span.text.find(part) != std::string::npos) return span.style;
    }
  }
  ADD_FAILURE() << part << " is not shown";
  return Style::plain;
}

TEST(MarkdownViewTest, ShowsBlocks) {
  const struct {
    const char* text;
    const char* expected;
  } cases[] = {
      {"", ""},
      {"---\na: b\n---\n# One\ntext\n## Two", "# One\n\ntext\n\n## Two\n"},
      {"one\ntwo  \nthree\\\nfour", "one two\nthree\nfour\n"},
      {"**A:** b\n**C**: d\nand **e:** f", "A: b\nC: d and e: f\n"},
      {"- a\n- b\n  - c\n    - d\n      - e\n", "• a\n• b\n  ◦ c\n    ▪ d\n      • e\n"},
      {"- a\n\n  b\n- c\n", "• a\n\n  b\n\n• c\n"},
      {"9. a\n10. b\n", " 9. a\n10. b\n"},
      {"- [ ] a\n- [x] b\n- c\n", "☐ a\n☑ b\n• c\n"},
      {"1. [ ] a\n", "1. ☐ a\n"},
      {"-\n- a\n", "• \n• a\n"},
      {"> a\n>\n> b\n> > c\n", "│ a\n│\n│ b\n│\n│ │ c\n"},
      {"> [!WARNING]\n> Careful.\n", "│ Warning\n│ Careful.\n"},
      {"> [!NOTE]\n", "│ Note\n"},
      {"- > a\n  >\n  > b\n", "• │ a\n  │\n  │ b\n"},
      {"a\n\n```sh\nb\tc\n\n  d\n```\n", "a\n\n    b   c\n\n      d\n"},
      {"> ```\n> a\n> ```\n", "│     a\n"},
      {"***\n", "────────────────────────────────────────\n"},
      {"<div>\n  x\n</div>\n", "<div>\n  x\n</div>\n"},
      {"a[^1] b[^2]\n\n[^1]: One.\n[^2]: Two.\n",
       "a[1] b[2]\n\n────────────────────\n[1] One.\n[2] Two.\n"},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(plain_view(text), expected) << text;
}

TEST(MarkdownViewTest, ShowsLinksAndPictures) {
  const struct {
    const char* text;
    const char* expected;
  } cases[] = {
      {"[a](b)", "a ‹b›\n"},
      {"[a](b).", "a ‹b›.\n"},
      {"<https://a.example>", "https://a.example\n"},
      {"www.a.example", "www.a.example\n"},
      {"<a@b.example>", "a@b.example\n"},
      {"[https://a.example](https://evil.example)", "https://a.example ‹https://evil.example›\n"},
      {"[up](#top)", "up\n"},
      {"[](b)", "‹b›\n"},
      {"![a *b*](c)", "[image: a b]\n"},
      {"![](c.png)", "[image: c.png]\n"},
      {"[![a](b)](c)", "[image: a] ‹c›\n"},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(plain_view(text, 80), expected) << text;
}

TEST(MarkdownViewTest, ShowsStyles) {
  EXPECT_EQ(style_of("# a", "a"), Style::bold);
  EXPECT_EQ(style_of("*a*", "a"), Style::italic);
  EXPECT_EQ(style_of("**a *b***", "b"), Style::bold | Style::italic);
  EXPECT_EQ(style_of("~~a~~", "a"), Style::strikethrough);
  EXPECT_EQ(style_of("`a`", "a"), Style::cyan);
  EXPECT_EQ(style_of("[a](b)", "a"), Style::blue | Style::underline);
  EXPECT_EQ(style_of("[a](b)", "b"), Style::dim);
  EXPECT_EQ(style_of("    a", "a"), Style::dim);
  EXPECT_EQ(style_of("x <i>", "i"), Style::dim);
  EXPECT_EQ(style_of("> [!CAUTION]\n> a", "Caution"), Style::bold | Style::red);
  EXPECT_EQ(style_of("a|b\n-|-\nc|d", "a"), Style::bold);
}

TEST(MarkdownViewTest, WrapsByDisplayWidth) {
  EXPECT_EQ(plain_view("one two three four five six", 20), "one two three four\nfive six\n");
  EXPECT_EQ(plain_view("- one two three four five six", 20), "• one two three four\n  five six\n");
  EXPECT_EQ(plain_view("### one two three four five", 20), "### one two three\n    four five\n");
  EXPECT_EQ(plain_view("漢字漢字漢字漢字漢字漢字", 20), "漢字漢字漢字漢字漢字\n漢字\n");
  EXPECT_EQ(plain_view("a/path/that/is/longer/than/the/line", 20),
            "a/path/that/is/\nlonger/than/the/line\n");
  EXPECT_EQ(plain_view("*one two* **three four five six**", 20), "one two three four\nfive six\n");
  EXPECT_EQ(plain_view("`a  b` c", 20), "a  b c\n");
}

TEST(MarkdownViewTest, SetsProseInLinesThatCanBeRead) {
  const std::string text = plain_view(std::string(50, 'a') + " " + std::string(60, 'b'), 200);
  EXPECT_EQ(text, std::string(50, 'a') + "\n" + std::string(60, 'b') + "\n");
}

TEST(MarkdownViewTest, LeavesCodeAsItIs) {
  const std::string code(100, 'x');
  EXPECT_EQ(plain_view("```\n" + code + "\n```\n", 20), "    " + code + "\n");
}

TEST(MarkdownViewTest, AlignsTables) {
  EXPECT_EQ(plain_view("a|bb|c|dd\n-|:-|:-:|-:\n1||333|4\n`x|y`|**two**|3|44\n"),
            "a  │ bb │  c  │ dd\n"
            "───┼────┼─────┼───\n"
            "1  │    │ 333 │  4\n"
            "`x │ y` │ two │  3\n");
}

TEST(MarkdownViewTest, FitsTablesToTheWidth) {
  EXPECT_EQ(plain_view("id|text\n-|-\n1|one two three four\n2|five\n", 20),
            "id │ text\n"
            "───┼────────────────\n"
            "1  │ one two three\n"
            "   │ four\n"
            "┈┈┈┼┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈\n"
            "2  │ five\n");
}

TEST(MarkdownViewTest, ShowsTablesOfTooManyColumnsAsAList) {
  EXPECT_EQ(plain_view("one|two|three|four\n-|-|-|-\naaaa|bbbb|cccc|dddd\ne||g|h\n", 20),
            "one: aaaa\ntwo: bbbb\nthree: cccc\nfour: dddd\n"
            "┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈\n"
            "one: e\nthree: g\nfour: h\n");
}

TEST(MarkdownViewTest, StartsAtTheLeftAgainWhenNestingLeavesNoRoom) {
  std::string text;
  for (size_t depth = 0; depth < 12; ++depth) text += std::string(2 * depth, ' ') + "- word\n";
  const std::string view = plain_view(text, 20);
  EXPECT_EQ(std::count(view.begin(), view.end(), '\n'), 12) << view;
  for (const std::string& line : split(view, '\n')) EXPECT_LE(display_width(line), 20U) << view;
}

TEST(MarkdownViewTest, ShowsControlBytes) {
  EXPECT_EQ(plain_view("a\x1b[31mb `\x07` \u202e"), "a\\x1b[31mb \\x07 \\u202e\n");
  EXPECT_EQ(plain_view("    \x1b[2J\n"), "    \\x1b[2J\n");
  EXPECT_EQ(plain_view("&#27;[31m [a](&#27;)"), "\\x1b[31m a ‹\\x1b›\n");
}

bool is_code_line(const Styled& line) {
  if (line.empty()) return false;
  const Span& last = line.spans().back();
  return last.style == Style::dim && last.text.starts_with("    ");
}

TEST(MarkdownViewTest, FitsAnyText) {
  EXPECT_TRUE(rc::check("no line is wider than the terminal, but for code", [] {
    const auto piece = rc::gen::oneOf(
        rc::gen::arbitrary<std::string>(),
        rc::gen::element<std::string>(
            "> ", "- ", "12345. ", "\n", "\n\n", "  - a\n", "|", "|-|-|\n", "a|b\n",
            "a|b|c|d|e|f|g\n-|-|-|-|-|-|-\n", "[^a]", "[^a]: b\n", "[a](bcdefghijklmnopqrstuvwxyz)",
            "![x](y)", "**", "`", "<b>", "<div>\n", "漢字", "e\u0301", "😀", "# ", "---\n", "[ ] ",
            "> [!NOTE]\n", "word ", "\xff", "\x1b", "\t"));
    std::string text;
    for (const std::string& part : *rc::gen::container<std::vector<std::string>>(piece)) {
      text += part;
    }
    const size_t width = *rc::gen::inRange<size_t>(0, 90);
    for (const Styled& line : render_markdown(markdown::Document::parse(text), width)) {
      const std::string shown = line.text();
      RC_ASSERT(shown == escape_line(shown));
      if (!is_code_line(line)) RC_ASSERT(display_width(shown) <= std::max<size_t>(width, 20));
    }
  }));
}

}  // namespace
}  // namespace git_session
