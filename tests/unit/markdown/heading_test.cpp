#include "markdown/heading.h"

#include <gtest/gtest.h>

#include <string>

namespace git_session::markdown {
namespace {

TEST(MarkdownHeadingTest, FindsTheFirstHeading) {
  const struct {
    const char* text;
    const char* expected;
  } cases[] = {
      {"# One\n# Two\n", "One"},
      {"text\n\n## *A* `b` [c](d)  e ##\n", "A b c e"},
      {"A\nb\n---\n", "A b"},
      {"---\ntitle: x\n---\n\n# Real\n", "Real"},
      {"```\n# code\n```\n# Real\n", "Real"},
      {"~~~ sh\n# code\n\n# code\n~~~\n\nReal\n===\n", "Real"},
      {"    # code\n\n# Real\n", "Real"},
      {"> # quoted\n\n- # item\n\n# Real\n", "Real"},
      {"<!-- # no -->\n\n#\n\n# Real <b>bold</b>\n", "Real bold"},
      {"| a | b |\n|---|---|\n| # | # |\n\n# Real\n", "Real"},
      {"\xef\xbb\xbf# Real\r\n", "Real"},
      {"# caf\xe9\n", "caf\xef\xbf\xbd"},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(first_heading(text), expected) << text;
}

TEST(MarkdownHeadingTest, FindsNoneInOtherText) {
  for (const char* text :
       {"", "plain", "#hashtag\n", "```\n# open fence\n", "{\"a\": 1}\n", "-\n", "a\n\n---\n"}) {
    EXPECT_EQ(first_heading(text), std::nullopt) << text;
  }
}

TEST(MarkdownHeadingTest, LooksAtTheFirst64KiB) {
  const std::string line = "word word word word\n\n";
  std::string text;
  while (text.size() < 60'000) text += line;
  EXPECT_EQ(first_heading(text + "# Late\n"), "Late");
  while (text.size() < 70'000) text += line;
  EXPECT_EQ(first_heading(text + "# Too late\n"), std::nullopt);
}

TEST(MarkdownHeadingTest, DoesNotCutAHeadingAtTheEndOfItsFirstLook) {
  for (size_t size = 4'060; size < 4'110; ++size) {
    const std::string text = std::string(size, 'x') + "\n\nA heading\nof two lines\n===\n";
    EXPECT_EQ(first_heading(text), "A heading of two lines") << size;
  }
}

}  // namespace
}  // namespace git_session::markdown
