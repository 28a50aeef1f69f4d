#include "base/line_merge.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace git_session {
namespace {

TEST(LineMerge, TakesTheChangeOfEitherSide) {
  struct Case {
    const char* base;
    const char* ours;
    const char* theirs;
    const char* merged;
  };
  const Case cases[] = {
      {"", "", "", ""},
      {"a\n", "a\n", "a\n", "a\n"},
      {"a\nb\nc\n", "x\nb\nc\n", "a\nb\ny\n", "x\nb\ny\n"},
      {"a\nb\nc\n", "a\nc\n", "a\nb\nc\nd\n", "a\nc\nd\n"},
      {"a\nb\n", "b\n", "b\n", "b\n"},
      {"a\nb\nc\n", "a\nb\nc", "x\nb\nc\n", "x\nb\nc"},
      {"a\nb\nc", "a\nb\nc\n", "x\nb\nc", "x\nb\nc\n"},
      {"a\n", "", "a\n", ""},
      {"\n\n", "\na\n\n", "\n\n", "\na\n\n"},
  };
  for (const Case& test : cases) {
    SCOPED_TRACE(test.ours);
    const LineMerge merged = merge_lines(test.base, test.ours, test.theirs);
    EXPECT_TRUE(merged.is_clean);
    EXPECT_EQ(merged.text, test.merged);
  }
}

TEST(LineMerge, KeepsWhatBothAddedWhenToldTo) {
  EXPECT_FALSE(merge_lines("a\n", "a\nb\n", "a\nc\n").is_clean);
  EXPECT_EQ(merge_lines("a\n", "a\nb\n", "a\nc\n").text, "a\nb\n");
  EXPECT_EQ(merge_lines("a\n", "a\nb\n", "a\nc\n", {.prefer_theirs = true}).text, "a\nc\n");
  const LineMerge both = merge_lines("a\n", "a\nb\n", "a\nc\n", {.keep_both_additions = true});
  EXPECT_TRUE(both.is_clean);
  EXPECT_EQ(both.text, "a\nb\nc\n");
}

TEST(LineMerge, CountsCommonLinesOfTwoAdditionsOnce) {
  LineMergeOptions options{.keep_both_additions = true};
  EXPECT_EQ(merge_lines("", "a\nb\nz\n", "a\nc\nz\n", options).text, "a\nb\nc\nz\n");
  options.share_common_lines = false;
  EXPECT_EQ(merge_lines("", "a\nb\nz\n", "a\nc\nz\n", options).text, "a\nb\nz\na\nc\nz\n");
}

TEST(LineMerge, IsAConflictWhereBothChangedALine) {
  const LineMergeOptions options{.keep_both_additions = true};
  EXPECT_FALSE(merge_lines("a\nb\n", "a\nx\n", "a\ny\n", options).is_clean);
  EXPECT_FALSE(merge_lines("a\nb\n", "a\n", "a\ny\n", options).is_clean);
}

TEST(LineMerge, MergesTextsThatAreTooLargeToCompareAsOneChange) {
  std::string base;
  std::string ours;
  for (int i = 0; i < 20000; ++i) {
    base += std::to_string(i) + "\n";
    ours += "x" + std::to_string(i) + "\n";
  }
  EXPECT_EQ(merge_lines(base, ours, base).text, ours);
  EXPECT_EQ(merge_lines(base, base, ours).text, ours);
}

RC_GTEST_PROP(LineMerge, IsTheOtherSideWhereOneChangedNothing, ()) {
  const auto text = [] {
    return *rc::gen::container<std::string>(rc::gen::element('a', 'b', '\n'));
  };
  const std::string base = text();
  const std::string side = text();
  RC_ASSERT(merge_lines(base, base, side).text == side || side == "\n");
  RC_ASSERT(merge_lines(base, side, base).text == side || side == "\n");
  RC_ASSERT(merge_lines(base, side, side).text == side || side == "\n");
}

}  // namespace
}  // namespace git_session
