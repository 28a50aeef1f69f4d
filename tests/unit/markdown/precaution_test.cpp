#include "markdown/precaution.h"

#include <gtest/gtest.h>

#include <string>

namespace git_session::markdown {
namespace {

std::string repeat(std::string_view text, size_t count) {
  std::string out;
  for (size_t i = 0; i < count; ++i) out += text;
  return out;
}

TEST(MarkdownPrecautionTest, LeavesOrdinaryTextAlone) {
  const std::string drawing = std::string(150, ' ') + "> and - so on\n";
  for (const std::string& text :
       {std::string(), std::string("a\r\nb\rc"), std::string("- a\n  - b\n    1. c\n"),
        std::string("> > > a\n\n* * *\n"), "```\n" + drawing + "```\n",
        std::string("a|b\n-|-\n1|2\n"), std::string("Title\n---\n\n<?php ?> <!DOCTYPE html>\n"),
        "[a](data:image/png;base64," + repeat("abcd", 1'000) + ")",
        std::string("see https://a.example/ and a@b.example\n"), repeat("-", 500) + "\n"}) {
    const TamedText tamed = tame(text, 100);
    EXPECT_EQ(tamed.text, text);
    EXPECT_TRUE(tamed.has_safe_autolinks) << text;
    EXPECT_TRUE(tamed.oversized_tables.empty()) << text;
  }
}

TEST(MarkdownPrecautionTest, StopsContainersAtADepth) {
  EXPECT_EQ(tame(repeat(">", 130) + "a", 100).text, repeat(">", 128) + "\\>>a");
  EXPECT_EQ(tame(repeat("- ", 70) + "a", 100).text,
            repeat("- ", 64) + "\\" + repeat("- ", 6) + "a");
  // A list that goes one step deeper on each line reaches the same depth.
  std::string ramp;
  for (size_t i = 0; i < 100; ++i) ramp += std::string(2 * i, ' ') + "- a\n";
  EXPECT_NE(tame(ramp, 100).text.find(std::string(128, ' ') + "\\- a"), std::string::npos);
}

TEST(MarkdownPrecautionTest, MarksTablesThatAreTooLarge) {
  const TamedText tamed = tame("text\n\na|b\n-|-\n1|2\n\nc|d|e\n-|-|-\n1\n2\n", 6);
  EXPECT_EQ(tamed.text, "text\n\na|b\n-|-\n1|2\n\nc|d|e\n\\-|-|-\n1\n2\n");
  EXPECT_EQ(tamed.oversized_tables, std::vector<int>{8});
  const std::string wide_row = "a|b\n-|-\n" + repeat("|", 2'000) + "\n";
  EXPECT_EQ(tame(wide_row, 100'000).oversized_tables, std::vector<int>{2});
  EXPECT_EQ(tame("> a|b\n> -|-\n> " + repeat("|", 2'000), 100'000).oversized_tables,
            std::vector<int>{2});
}

TEST(MarkdownPrecautionTest, LimitsWhatSearchesForItsEnd) {
  const std::string openers = repeat("<?", 300) + "a";
  EXPECT_EQ(tame(openers, 100).text, repeat("<?", 256) + repeat("\\<?", 44) + "a");
  EXPECT_EQ(tame(repeat("\\<?", 300), 100).text, repeat("\\<?", 300)) << "escaped already";
  EXPECT_EQ(tame(repeat("<?", 200) + "\n\n" + repeat("<?", 200), 100).text.find('\\'),
            std::string::npos);
  EXPECT_FALSE(tame("www.a.b" + repeat(")", 2'000), 100).has_safe_autolinks);
}

}  // namespace
}  // namespace git_session::markdown
