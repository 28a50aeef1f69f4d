#include "markdown/document.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <string>
#include <thread>
#include <vector>

#include "base/text.h"
#include "unit/markdown/outline.h"

namespace git_session::markdown {
namespace {

using std::string_literals::operator""s;

std::string outline_of(std::string_view text) { return outline(Document::parse(text).root()); }

std::string repeat(std::string_view text, size_t count) {
  std::string out;
  for (size_t i = 0; i < count; ++i) out += text;
  return out;
}

size_t depth_of(const Node& node) {
  size_t deepest = 0;
  for (const Node& child : node.children) deepest = std::max(deepest, depth_of(child));
  return deepest + 1;
}

void check_strings(const Node& node) {
  for (const std::string* text : {&node.text, &node.info, &node.url, &node.title}) {
    RC_ASSERT(is_valid_utf8(*text));
    RC_ASSERT(text->find('\0') == std::string::npos);
  }
  for (const Node& child : node.children) check_strings(child);
}

TEST(MarkdownDocumentTest, ReadsMarkdown) {
  const struct {
    const char* text;
    const char* expected;
  } cases[] = {
      {"", "()"},
      {"# One\n\nTwo\nthree  \nfour", "(h1('One') p('Two' / 'three' // 'four'))"},
      {"Title\n===\n\nSub\n---\n", "(h1('Title') h2('Sub'))"},
      {"*a* **b** ~~c~~ `d` <i>",
       "(p(em('a') ' ' strong('b') ' ' strike('c') ' ' code'd' ' ' html'<i>'))"},
      {"[t](u \"v\") ![a *b*](c)", "(p(link:u:v('t') ' ' image:c('a ' em('b'))))"},
      {"see https://a.example/x.",
       "(p('see ' link:https://a.example/x('https://a.example/x') '.'))"},
      {"- a\n- [ ] b\n- [x] c\n", "(ul(item(p('a')) open(p('b')) done(p('c'))))"},
      {"3. a\n\n4. b\n", "(ol:3:loose(item(p('a')) item(p('b'))))"},
      {"> - [ ] a\n> - [X] b\n>   - [x] c\n> - \\[x] d\n",
       "(quote(ul(open(p('a')) done(p('b') ul(done(p('c')))) item(p('[x] d')))))"},
      {"- a\n  - b\n    1. c\n", "(ul(item(p('a') ul(item(p('b') ol:1(item(p('c'))))))))"},
      {"> a\n> > b\n", "(quote(p('a') quote(p('b'))))"},
      {"```c++ x=y\ncode\n```\n\n    more\n", "(code_block:c++ x=y'code\n' code_block:'more\n')"},
      {"<div>\nx\n</div>\n\n---\n", "(html_block'<div>\nx\n</div>\n' rule)"},
      {"a|b|c|d\n-|:-|:-:|-:\n1|2\n",
       "(table:nlcr(header(cell('a') cell('b') cell('c') cell('d')) "
       "row(cell('1') cell('2') cell() cell())))"},
      {"a|b\n-|-\n`x\\|y`|\\|\n",
       "(table:nn(header(cell('a') cell('b')) row(cell(code'x|y') cell('|'))))"},
      {"x[^b] y[^a] z[^b] w[^c]\n\n[^a]: A\n[^b]: B\n",
       "(p('x' ^1 ' y' ^2 ' z' ^1 ' w[^c]') footnote:1(p('B')) footnote:2(p('A')))"},
      {"a &amp; b \\* c", "(p('a & b * c'))"},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(outline_of(text), expected) << text;
}

// cmark would show these as `[^]`.
TEST(MarkdownDocumentTest, LosesNoTextAfterABracketThatLooksLikeAFootnote) {
  EXPECT_EQ(outline_of("x [^a\nb] y"), "(p('x [^a' / 'b] y'))");
  EXPECT_EQ(outline_of("x [^a\nb] y[^1]\n\n[^1]: a note\n"),
            "(p('x [^a' / 'b] y[^1]') p('[^1]: a note'))");
  EXPECT_EQ(outline_of("`[^a-z]` x[^1]\n\n[^1]: note\n"),
            "(p(code'[^a-z]' ' x' ^1) footnote:1(p('note')))");
}

TEST(MarkdownDocumentTest, KnowsAlerts) {
  const struct {
    const char* text;
    const char* expected;
  } cases[] = {
      {"> [!NOTE]\n> a\n", "(alert:note(p('a')))"},
      {"> [!warning]\n>\n> a\n", "(alert:warning(p('a')))"},
      {"> [!TIP]\n", "(alert:tip())"},
      {"> [!CAUTION]\n> - a\n", "(alert:caution(ul(item(p('a')))))"},
      {"> [!NOTE] a\n", "(quote(p('[!NOTE] a')))"},
      {"> [!OTHER]\n> a\n", "(quote(p('[!OTHER]' / 'a')))"},
      {"> [!NOTE]\n\n> [!TIP]\n> b\n", "(alert:note() alert:tip(p('b')))"},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(outline_of(text), expected) << text;
}

TEST(MarkdownDocumentTest, CutsFrontMatter) {
  const struct {
    const char* text;
    const char* front_matter;
    const char* expected;
  } cases[] = {
      {"---\ntitle: a\n---\n# b\n", "title: a\n", "(h1('b'))"},
      {"\xef\xbb\xbf---\r\ntitle: a\r\n...\r\nb", "title: a\r\n", "(p('b'))"},
      {"---\n# a comment\nkey:\n\n  - x\n--- \nb", "# a comment\nkey:\n\n  - x\n", "(p('b'))"},
      {"---\n---\nb", "", "(p('b'))"},
      // Rules, not front matter.
      {"---\n# Heading\n\ntext\n\n---\n", "", "(rule h1('Heading') p('text') rule)"},
      {"---\ntext: that is\ngoes on", "", "(rule p('text: that is' / 'goes on'))"},
      {"\n---\na: b\n---\n", "", "(rule h2('a: b'))"},
  };
  for (const auto& [text, front_matter, expected] : cases) {
    const Document document = Document::parse(text);
    EXPECT_EQ(document.front_matter(), front_matter) << text;
    EXPECT_EQ(outline(document.root()), expected) << text;
  }
  EXPECT_EQ(outline(Document::parse("---\na: b\n---\n", {.cut_front_matter = false}).root()),
            "(rule h2('a: b'))");
}

TEST(MarkdownDocumentTest, SaysOnWhichLineOfTheFileABlockStarts) {
  const Document document = Document::parse("---\na: b\n---\n\n# One\n\n- x\n- y\n");
  const Node& root = document.root();
  ASSERT_EQ(root.children.size(), 2U);
  EXPECT_EQ(root.children[0].line, 5);
  EXPECT_EQ(root.children[1].children[1].line, 8);
}

TEST(MarkdownDocumentTest, KnowsTheLinesAroundATableBehindText) {
  for (const char* end : {"", "1|2\n"}) {
    const Document document = Document::parse("x\n\ntext\nmore\na|b\n-|-\n" + std::string(end));
    const Node& root = document.root();
    ASSERT_EQ(root.children.size(), 3U);
    EXPECT_EQ(root.children[1].line, 3);
    EXPECT_EQ(root.children[2].line, 5);
    EXPECT_EQ(root.children[2].children[0].line, 5);
  }
}

// cmark-gfm once nested the second of two tasks below the first (its issue 168).
TEST(MarkdownDocumentTest, NestsTasksAtAnyIndent) {
  for (const char* text : {"- [x] a\n  - [ ] b\n  - [x] c\n- [ ] d\n",
                           "- [x] a\n    - [ ] b\n    - [x] c\n- [ ] d\n"}) {
    EXPECT_EQ(outline_of(text), "(ul(done(p('a') ul(open(p('b')) done(p('c')))) open(p('d'))))")
        << text;
  }
}

TEST(MarkdownDocumentTest, ReplacesWhatIsNotText) {
  EXPECT_EQ(outline_of("a\0b\xff"
                       "c"s),
            "(p('a\ufffdb\ufffd"
            "c'))");
}

TEST(MarkdownDocumentTest, KeepsCharactersWholeWhenAFootnoteIsNone) {
  const std::string text = plain_text(Document::parse("[^\ufffd\ufffd1\n0`]-").root());
  EXPECT_TRUE(is_valid_utf8(text)) << text;
}

TEST(MarkdownDocumentTest, ShowsATooLargeTableAsCode) {
  const ParseOptions options{.table_cell_limit = 11};
  const std::string small =
      "a|b\n-|-\n1|2\n";  // Four cells: the delimiter row counts for the header.
  const std::string parsed = "table:nn(header(cell('a') cell('b')) row(cell('1') cell('2')))";
  EXPECT_EQ(outline(Document::parse(small + "\n" + small, options).root()),
            "(" + parsed + " " + parsed + ")");
  EXPECT_EQ(outline(Document::parse(small + "\n" + small + "\n" + small + "\n# x", options).root()),
            "(" + parsed + " " + parsed + " code_block:'" + small + "' h1('x'))");
  const std::string wide = "a|b|c|d\n-|-|-|-\n1\n2\n";
  EXPECT_EQ(outline(Document::parse("> x\n\n" + wide, options).root()),
            "(quote(p('x')) code_block:'" + wide + "')");
}

TEST(MarkdownDocumentTest, SurvivesATableThatIsMostlyPadding) {
  const std::string text =
      repeat("a|", 1'000) + "\n" + repeat("-|", 1'000) + "\n" + repeat("a\n", 4'000);
  const Document document = Document::parse(text);
  ASSERT_EQ(document.root().children.size(), 1U);
  EXPECT_EQ(document.root().children[0].kind, Kind::code_block);
  EXPECT_EQ(document.root().children[0].text, text);
}

// Each took cmark seconds or gigabytes for 64 KB, or would exhaust the stack of a recursive walk.
TEST(MarkdownDocumentTest, SurvivesTextsMadeToBeSlow) {
  constexpr size_t count = 10'000;
  for (const std::string& text : {
           repeat("- ", count) + "x\n" + repeat("\n", count),
           repeat(">", count) + "x\n" + repeat("a\n", count),
           repeat("[^a]: ", count) + "x\n" + repeat("\n", count),
           repeat("1. - > ", count) + "x\n" + repeat("> \n", count),
           repeat("*a **a ", count) + repeat("b** b*", count),
           repeat("[", count) + "a" + repeat("](b)", count),
           "[a]: " + repeat("x", 10 * count) + "\n\n" + repeat("[a]", 3 * count),
           repeat("a<?", count) + repeat("\\\\<!A", count),
           "www.a.b" + repeat(")", 10 * count),
           repeat("a@", count),
           repeat("aaa|a|a\n-|-\n", count),
           repeat("a|b\n-|-\n", 1) + "`" + repeat("|", 5 * count),
       }) {
    const Document document = Document::parse(text);
    EXPECT_LE(depth_of(document.root()), 130U) << text.substr(0, 20);
  }
}

// The parse is left in the middle when it needs too much memory; cmark must work after that.
TEST(MarkdownDocumentTest, ParsesAfterAParseThatNeededTooMuchMemory) {
  const std::string amplifier = "[a]: " + repeat("x", 100'000) + "\n\n" + repeat("[a]", 100'000);
  EXPECT_EQ(outline_of(amplifier), "(code_block:'" + amplifier + "')");
  EXPECT_EQ(outline_of("~~c~~ http://a.example"),
            "(p(strike('c') ' ' link:http://a.example('http://a.example')))");
}

TEST(MarkdownDocumentTest, ParsesInSeveralThreads) {
  std::vector<std::string> results(4);
  std::vector<std::thread> threads;
  for (std::string& result : results) {
    threads.emplace_back([&result] {
      for (int i = 0; i < 50; ++i) result = outline_of("~~a~~ www.b.example\n\nc|d\n-|-\n");
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::string& result : results) {
    EXPECT_EQ(result,
              "(p(strike('a') ' ' link:http://www.b.example('www.b.example')) "
              "table:nn(header(cell('c') cell('d'))))");
  }
}

TEST(MarkdownDocumentTest, TakesAnyBytes) {
  EXPECT_TRUE(rc::check("any bytes become a tree of valid strings", [] {
    const auto piece = rc::gen::oneOf(
        rc::gen::arbitrary<std::string>(),
        rc::gen::element<std::string>(
            "> ", "- ", "1. ", "\n", "\n\n", "    ", "\t", "```\n", "|", "|-|-|\n", "a|b\n", "[^a]",
            "[^a]: ", "[a](b)", "![", "*", "**", "~~", "`", "<b>", "<!--", "www.a.b", "a@b.c", "\\",
            "&amp;", "# ", "---\n", "===\n", "[ ] ", "[!NOTE]\n", "\xff", "\r", "é"));
    std::string text;
    for (const std::string& part : *rc::gen::container<std::vector<std::string>>(piece)) {
      text += part;
    }
    const Document document = Document::parse(text);
    check_strings(document.root());
    RC_ASSERT(depth_of(document.root()) <= 130U);
  }));
}

TEST(MarkdownDocumentTest, GivesPlainText) {
  EXPECT_EQ(plain_text(Document::parse("a *b* `c`\n[d](e) ![f](g) <i>h</i>[^1]").root()),
            "a b c d f h[^1]");
}

}  // namespace
}  // namespace git_session::markdown
