#include "cli/wrap.h"

#include <gtest/gtest.h>

namespace git_session {
namespace {

using Lines = std::vector<std::string>;

TEST(WrapParagraph, BreaksAtBlanks) {
  EXPECT_EQ(wrap_paragraph("one two  three\nfour", 9), (Lines{"one two", "three", "four"}));
  EXPECT_EQ(wrap_paragraph("one two", 7), (Lines{"one two"}));
  EXPECT_EQ(wrap_paragraph("", 7), (Lines{""}));
}

TEST(WrapParagraph, LongWordsStayWhole) {
  EXPECT_EQ(wrap_paragraph("a incomprehensible b", 5), (Lines{"a", "incomprehensible", "b"}));
}

TEST(WrapParagraph, CountsColumnsNotBytes) {
  EXPECT_EQ(wrap_paragraph("ää öö üü", 5), (Lines{"ää öö", "üü"}));
}

TEST(ParagraphsOf, SplitsAtEmptyLines) {
  EXPECT_EQ(paragraphs_of("a\nb\n\n\nc\n\n"), (Lines{"a\nb", "c"}));
  EXPECT_EQ(paragraphs_of(""), Lines{});
}

}  // namespace
}  // namespace git_session
