#include "store/conflict_text.h"

#include <gtest/gtest.h>

#include "base/error.h"

namespace git_session {
namespace {

TEST(ConflictText, SplitsEveryStyleOfMarkers) {
  const auto sides = split_conflicts(
      "a\n<<<<<<< HEAD\nours\n||||||| 1234\nbase\n=======\ntheirs\n>>>>>>> topic/x y\nz\n");
  ASSERT_TRUE(sides);
  EXPECT_EQ(sides->ours, "a\nours\nz\n");
  EXPECT_EQ(sides->base, "a\nbase\nz\n");
  EXPECT_EQ(sides->theirs, "a\ntheirs\nz\n");
  EXPECT_EQ(sides->our_label, "HEAD");
  EXPECT_EQ(sides->their_label, "topic/x y");
  EXPECT_EQ(sides->marker_size, 7U);
}

TEST(ConflictText, HasNoBaseUnlessEveryConflictShowsIt) {
  const auto sides = split_conflicts(
      "<<<<<<< a\n1\n||||||| b\n=======\n2\n>>>>>>> c\n<<<<<<< a\n3\n=======\n4\n>>>>>>> c\n");
  ASSERT_TRUE(sides);
  EXPECT_EQ(sides->base, std::nullopt);
  EXPECT_EQ(sides->ours, "1\n3\n");
}

TEST(ConflictText, HeedsMarkersOfItsOwnSizeOnly) {
  const auto sides =
      split_conflicts("<<<<<<<<< a\n=======\n||||||| no\n=========\n>>>>>>> no\n>>>>>>>>> c\n");
  ASSERT_TRUE(sides);
  EXPECT_EQ(sides->ours, "=======\n||||||| no\n");
  EXPECT_EQ(sides->theirs, ">>>>>>> no\n");
  EXPECT_EQ(sides->marker_size, 9U);
}

TEST(ConflictText, KnowsATextWithoutConflicts) {
  EXPECT_FALSE(split_conflicts(""));
  EXPECT_FALSE(split_conflicts("a\n=======\n>>>>>>> x\n<<<<<< six\n<<<<<<<x\n"));
}

TEST(ConflictText, RefusesAConflictWithoutAnEnd) {
  for (const char* text : {"<<<<<<< a\n", "<<<<<<< a\n=======\n", "x\n<<<<<<< a\n>>>>>>> b\n"}) {
    EXPECT_THROW(split_conflicts(text), Error) << text;
  }
}

TEST(ConflictText, ReadsWhatItWrote) {
  const std::string ours = "a\r\nb\r\nc";
  const ConflictText written =
      write_conflicts(ours, {{"one", "a\r\nx\r\nc"}, {"two", "a\r\nb\r\n"}}, {8, "o", "t\n"});
  EXPECT_EQ(written.text,
            "a\r\n<<<<<<<< o one\r\nb\r\n========\r\nx\r\n>>>>>>>> t\\x0a one\r\n"
            "<<<<<<<< o two\r\nc\r\n========\r\n>>>>>>>> t\\x0a two\r\n");
  EXPECT_EQ(written.lines, (std::vector<int>{2, 7}));
  const auto sides = split_conflicts(written.text);
  EXPECT_EQ(sides->ours, "a\r\nb\r\nc\r\n");
  EXPECT_EQ(sides->theirs, "a\r\nx\r\n");
}

TEST(ConflictText, FindsWholeLinesThatDiffer) {
  struct Case {
    const char* text;
    const char* other;
    size_t begin;
    size_t end;
    const char* other_lines;
  };
  const Case cases[] = {
      {"a\nb\nc\n", "a\nx\nc\n", 2, 4, "x\n"},
      {"a\nc\n", "a\nb\nc\n", 2, 2, "b\n"},
      {"a\nb\nc\n", "a\nc\n", 2, 4, ""},
      {"xa\nb\n", "ya\nb\n", 0, 3, "ya\n"},
      {"a\n", "a\na\n", 2, 2, "a\n"},
      {"a", "b", 0, 1, "b"},
      {"", "a\n", 0, 0, "a\n"},
      {"a\nb", "a\nb\n", 2, 3, "b\n"},
  };
  for (const Case& test : cases) {
    SCOPED_TRACE(test.text);
    const LineRange range = differing_lines(test.text, test.other);
    EXPECT_EQ(range.begin, test.begin);
    EXPECT_EQ(range.end, test.end);
    EXPECT_EQ(range.other, test.other_lines);
  }
}

}  // namespace
}  // namespace git_session
