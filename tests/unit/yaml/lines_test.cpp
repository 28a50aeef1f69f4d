#include "yaml/lines.h"

#include <gtest/gtest.h>

#include <string>

#include "yaml/splice.h"

namespace git_session::yaml {
namespace {

TEST(LinesTest, KnowsEveryLineBreakOfYaml) {
  const std::string text =
      "a\nb\r\nc\rd\xC2\x85"
      "e\xE2\x80\xA8"
      "f\xE2\x80\xA9"
      "g\xC2\xA0h\xE2\x80\xAA";
  std::string lines;
  for (size_t begin = 0; begin < text.size(); begin = next_line(text, begin)) {
    EXPECT_EQ(line_begin(text, begin), begin);
    EXPECT_EQ(line_begin(text, line_end(text, begin)), begin);
    lines += text[begin];
  }
  EXPECT_EQ(lines, "abcdefg");
  EXPECT_EQ(break_length(text, text.size()), 0U);
  EXPECT_EQ(break_length_before(text, 0), 0U);
  EXPECT_EQ(break_length("\r\n", 1), 1U);
  EXPECT_EQ(break_length_before("a\r\n", 2), 0U);
}

TEST(LinesTest, ALineStartsBehindTheByteOrderMark) {
  EXPECT_EQ(line_begin("\xEF\xBB\xBF"
                       "ab",
                       4),
            3U);
  EXPECT_EQ(column_of("\xEF\xBB\xBF"
                      "ab",
                      4),
            1U);
}

TEST(LinesTest, SkipsToTheNextToken) {
  const std::string text = "  # c - x\n\t\r\n  #\n- a";
  EXPECT_EQ(skip_to_token(text, 0), text.size() - 3);
  EXPECT_EQ(skip_to_token("a", 0), 0U);
  EXPECT_EQ(skip_to_token(" # c", 0), 4U);
}

TEST(LinesTest, SkipsBlankLines) {
  EXPECT_EQ(skip_blank_lines("\n \t\r\n  a", 0), 5U);
  EXPECT_EQ(skip_blank_lines("\n  ", 0), 3U);
  EXPECT_TRUE(is_blank_line("a\n \nb", 2));
  EXPECT_FALSE(is_blank_line("a\n \nb", 0));
}

TEST(LinesTest, FindsTheLineEnding) {
  EXPECT_EQ(first_line_ending("a\r\nb\n"), "\r\n");
  EXPECT_EQ(first_line_ending("a\nb\r\n"), "\n");
  EXPECT_EQ(first_line_ending("a"), "\n");
}

TEST(SpliceTest, AppliesAllAtOnce) {
  EXPECT_EQ(apply_splices("abcdef", {{4, 5, "X"}, {0, 1, ""}, {2, 2, "1"}, {2, 2, "2"}}),
            "b12cdXf");
  EXPECT_EQ(apply_splices("", {{0, 0, "x"}}), "x");
}

TEST(SpliceTest, TouchingIsNotApart) {
  EXPECT_TRUE(are_apart({{0, 2, ""}}, {{3, 4, ""}}));
  EXPECT_FALSE(are_apart({{0, 2, ""}}, {{2, 4, ""}}));
  EXPECT_FALSE(are_apart({{2, 2, ""}}, {{9, 9, ""}, {2, 2, ""}}));
  EXPECT_TRUE(are_apart({}, {{0, 9, ""}}));
}

TEST(SpliceTest, TrimsWhatStays) {
  const Splice splice = trimmed("one two three", {0, 13, "one 2 three"});
  EXPECT_EQ(splice.begin, 4U);
  EXPECT_EQ(splice.end, 7U);
  EXPECT_EQ(splice.text, "2");
  const Splice doubled = trimmed("aa", {0, 2, "aaa"});
  EXPECT_EQ(doubled.text, "a");
  EXPECT_EQ(doubled.begin, doubled.end);
}

}  // namespace
}  // namespace git_session::yaml
