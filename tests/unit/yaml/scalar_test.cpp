#include "yaml/scalar.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "yaml/resolve.h"

namespace git_session::yaml {
namespace {

TEST(ScalarTest, QuotesWhatCouldBeMisread) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"", "\"\""},
      {"plain", "\"plain\""},
      {"a \"b\" \\c", "\"a \\\"b\\\" \\\\c\""},
      {"a\nb\tc\rd", "\"a\\nb\\tc\\rd\""},
      {"\x1b[2J\x7f", "\"\\x1B[2J\\x7F\""},
      {"\xC2\x80\xC2\x85", "\"\\x80\\x85\""},
      {"\xE2\x80\xA8\xEF\xBB\xBF\xEF\xBF\xBF", "\"\\u2028\\uFEFF\\uFFFF\""},
      {"é漢\xF0\x9F\x98\x80", "\"é漢\xF0\x9F\x98\x80\""},
  };
  for (const auto& [text, quoted] : cases) EXPECT_EQ(quote_scalar(text), quoted);
}

TEST(ScalarTest, KnowsWhatNeedsNoQuotes) {
  for (const auto* text : {"active",       "two words",  "a:b",          "a#b",
                           "a-b",          "it's",       "(x)",          "50% of it",
                           "/x/y",         ".gitignore", "../../x.py",   "2025-11-22_main_253aab",
                           "95/100",       "é",          "http://x/y?z", "_x",
                           "a, b [c] {d}", "nullable",   "yesterday",    "3 files"}) {
    EXPECT_TRUE(can_be_plain(text, false)) << text;
  }
  for (const auto* text : {"",
                           " a",
                           "a ",
                           "a: b",
                           "a:",
                           "a #b",
                           "#a",
                           "- a",
                           "-",
                           "-a",
                           "? a",
                           ": a",
                           "&a",
                           "*a",
                           "!a",
                           "|",
                           ">",
                           "%a",
                           "@a",
                           "`a",
                           "'a",
                           "\"a",
                           "[a",
                           "{a",
                           "]",
                           "}",
                           ",a",
                           "~",
                           "~a",
                           "=",
                           "<<",
                           "a\nb",
                           "a\tb",
                           "a\rb",
                           "a\x1b",
                           "\xE2\x80\xA8",
                           "\xEF\xBB\xBF",
                           "\xC2\x85",
                           "---",
                           "...",
                           "... a",
                           "null",
                           "Null",
                           "true",
                           "FALSE",
                           "yes",
                           "No",
                           "on",
                           "OFF",
                           "y",
                           "N",
                           "12",
                           "-1",
                           "+1",
                           "1.5",
                           "1e5",
                           "0x1F",
                           "0o17",
                           "0b1",
                           "1_000",
                           "1:20",
                           "1:20.5",
                           ".5",
                           ".inf",
                           ".NaN",
                           "2025-11-22",
                           "2025-11-22T08:00:00Z",
                           "2025-11-22 08:00:00 +01:00",
                           "12e45"}) {
    EXPECT_FALSE(can_be_plain(text, false)) << text;
  }
  for (const auto* text : {"a, b", "a]", "[a", "a}", "a:b", "a?b", "a#b"}) {
    EXPECT_FALSE(can_be_plain(text, true)) << text;
  }
}

TEST(ScalarTest, WritesTextInTheWantedStyleIfItCan) {
  EXPECT_EQ(write_text("a b", Style::plain, false), "a b");
  EXPECT_EQ(write_text("a, b", Style::plain, true), "\"a, b\"");
  EXPECT_EQ(write_text("it's", Style::single_quoted, false), "'it''s'");
  EXPECT_EQ(write_text("", Style::single_quoted, false), "''");
  EXPECT_EQ(write_text("a\tb", Style::single_quoted, false), "\"a\\tb\"");
  EXPECT_EQ(write_text("a", Style::double_quoted, false), "\"a\"");
  EXPECT_EQ(write_text("a", Style::literal, false), "\"a\"");
}

TEST(ScalarTest, WritesWhatIsNoText) {
  EXPECT_EQ(write_typed(Value()), "null");
  EXPECT_EQ(write_typed(true), "true");
  EXPECT_EQ(write_typed(-3), "-3");
  for (const auto& [number, written] : std::vector<std::pair<double, std::string>>{
           {5, "5.0"}, {0.1, "0.1"}, {1e22, "1.0e+22"}, {1.5e-7, "1.5e-07"}, {-2.25, "-2.25"}}) {
    EXPECT_EQ(write_typed(number), written);
    EXPECT_EQ(resolve_plain(written), Value(number));
  }
}

TEST(ScalarTest, CutsTextIntoTheLinesOfABlock) {
  const LiteralText two = split_literal("a\n\n b");
  EXPECT_EQ(two.lines, (std::vector<std::string_view>{"a", "", " b"}));
  EXPECT_EQ(two.final_breaks, 0U);
  EXPECT_FALSE(two.needs_indicator);
  const LiteralText kept = split_literal("\n  a\n\n\n");
  EXPECT_EQ(kept.lines, (std::vector<std::string_view>{"", "  a", "", ""}));
  EXPECT_EQ(kept.final_breaks, 3U);
  EXPECT_TRUE(kept.needs_indicator);
}

TEST(ScalarTest, KnowsWhatFitsABlock) {
  for (const auto* text : {"a", "a\n", "\na", " a", "a\n\tb"}) EXPECT_TRUE(can_be_literal(text));
  for (const auto* text : {"", "\n", " \n\t\n", "a\r\n", "a\n\x07", "a\xE2\x80\xA8"})
    EXPECT_FALSE(can_be_literal(text)) << text;
}

TEST(ResolveTest, ErrsOnTheSideOfQuotes) {
  for (const auto* text :
       {"", "~", "Yes", "oN", "12", "1.", "-x", "+x", "0xAB", "1:2", "1e9", "2025-1-1", ".INF"})
    EXPECT_TRUE(may_be_typed(text)) << text;
  for (const auto* text : {"a", "yes!", "12 files", ".git", "1.2.3-rc", "é", "nul"})
    EXPECT_FALSE(may_be_typed(text)) << text;
}

}  // namespace
}  // namespace git_session::yaml
