#include "markdown/admonition.h"

#include <gtest/gtest.h>

#include "markdown/document.h"
#include "unit/markdown/outline.h"

namespace git_session::markdown {
namespace {

std::string outline_of(std::string_view text) {
  return outline(Document::parse(text, {.admonitions = true}).root());
}

TEST(MarkdownAdmonitionTest, AreReadOnlyWhenAskedFor) {
  EXPECT_EQ(outline(Document::parse("!!! note\n    a\n").root()), "(p('!!! note' / 'a'))");
}

TEST(MarkdownAdmonitionTest, ReadsAdmonitions) {
  const struct {
    const char* text;
    const char* expected;
  } cases[] = {
      {"!!! note\n    a\n", "(admonition:note(p('a')))"},
      {"!!! Note \"A title\"\n    a\n    b\n\n    c\n",
       "(admonition:note:A title(p('a' / 'b') p('c')))"},
      {"!!!tip inline end\n\ta\n", "(admonition:tip(p('a')))"},
      {"??? tip\n    a\n", "(foldable:tip(p('a')))"},
      {"???+ tip \"\"\n    a\n", "(foldable:tip(p('a')))"},
      {"a\n!!! tip\n    b\nc\n", "(p('a') admonition:tip(p('b')) p('c'))"},
      {"!!! a\n    x\n\n!!! b\n    y\n", "(admonition:a(p('x')) admonition:b(p('y')))"},
      {"!!! a\n    !!! b\n        x\n    y\n", "(admonition:a(admonition:b(p('x')) p('y')))"},
      {"!!! a\n    - x\n        - y\n", "(admonition:a(ul(item(p('x') ul(item(p('y')))))))"},
      {"!!! a\n\n    x\n\n        code\n", "(admonition:a(p('x') code_block:'code\n'))"},
      {"!!! a\n    ```\n    !!! b\n\n        x\n    ```\n    y\n",
       "(admonition:a(code_block:'!!! b\n\n    x\n' p('y')))"},
      {"- x\n\n    !!! a\n        y\n\n        z\n- w\n",
       "(ul:loose(item(p('x') admonition:a(p('y') p('z'))) item(p('w'))))"},
      {"1.  !!! a\n        y\n", "(ol:1(item(admonition:a(p('y')))))"},
      {"-\t!!! a\n\t\ty\n", "(ul(item(admonition:a(p('y')))))"},
      {"!!! a\n    [x]\n\n[x]: u\n", "(admonition:a(p(link:u('x'))))"},
      {"!!! a\r\n    x\r\n\r\n    y\r\n", "(admonition:a(p('x') p('y')))"},
      {">>>\na\n\n- b\n>>>\nc\n", "(quote(p('a') ul(item(p('b')))) p('c'))"},
      {">>> [!note] T\na\n>>>\n", "(quote(p('[!note] T' / 'a')))"},
      {">>>\n```\n>>>\n```\n>>>\n", "(quote(code_block:'>>>\n'))"},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(outline_of(text), expected) << text;
}

TEST(MarkdownAdmonitionTest, LeavesEverythingElseAlone) {
  for (const char* text :
       {"!!! note\nnot indented\n", "!!! note\n", "!!! \"a\"\n    b\n", "!!! a: b\n    c\n",
        "    !!! note\n        code\n", "```\n!!! note\n    a\n```\n", "~~~\n!!! a\n    b\n",
        "<pre>\n!!! note\n    a\n</pre>\n", "<!--\n!!! a\n    b\n\n!!! a\n    b\n-->\n",
        "<div>\n!!! note\n    a\n</div>\n", ">>> a\n>>> b\n", ">>>\n>>> a\n>>>\n", ">>>\na\n",
        "what???\n\n??? \n", "> !!! note\n>     a\n", "- a\n\n  - b\n\n      - c\n\n!!! \n"}) {
    EXPECT_EQ(outline_of(text), outline(Document::parse(text).root())) << text;
  }
}

TEST(MarkdownAdmonitionTest, KeepsTheLinesOfTheFile) {
  const Document document =
      Document::parse("---\na: b\n---\n!!! note\n    x\n    !!! tip\n        y\nz\n\n# end\n",
                      {.admonitions = true});
  const Node& root = document.root();
  ASSERT_EQ(outline(root), "(admonition:note(p('x') admonition:tip(p('y'))) p('z') h1('end'))");
  EXPECT_EQ(root.children[0].line, 4);
  EXPECT_EQ(root.children[0].children[0].line, 5);
  EXPECT_EQ(root.children[0].children[1].line, 6);
  EXPECT_EQ(root.children[0].children[1].children[0].line, 7);
  EXPECT_EQ(root.children[1].line, 8);
  EXPECT_EQ(root.children[2].line, 10);
}

}  // namespace
}  // namespace git_session::markdown
