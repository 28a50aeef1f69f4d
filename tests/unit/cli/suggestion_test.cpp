#include "cli/suggestion.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace git_session {
namespace {

TEST(EditDistance, CountsSlips) {
  EXPECT_EQ(edit_distance("", ""), 0U);
  EXPECT_EQ(edit_distance("ticket", "ticket"), 0U);
  EXPECT_EQ(edit_distance("tiket", "ticket"), 1U);
  EXPECT_EQ(edit_distance("ticekt", "ticket"), 1U);
  EXPECT_EQ(edit_distance("", "abc"), 3U);
  EXPECT_EQ(edit_distance("kitten", "sitting"), 3U);
}

RC_GTEST_PROP(EditDistance, IsSymmetricAndBounded, (const std::string& a, const std::string& b)) {
  const size_t distance = edit_distance(a, b);
  RC_ASSERT(distance == edit_distance(b, a));
  RC_ASSERT(distance <= std::max(a.size(), b.size()));
  RC_ASSERT((distance == 0) == (a == b));
}

TEST(NearestWord, FindsWhatWasMeant) {
  const std::vector<std::string> verbs{"create", "close", "current", "commit", "search"};
  EXPECT_EQ(nearest_word("craete", verbs), "create");
  EXPECT_EQ(nearest_word("CLOSE", verbs), "close");
  EXPECT_EQ(nearest_word("serach", verbs), "search");
  EXPECT_EQ(nearest_word("curr", verbs), "current");
  EXPECT_EQ(nearest_word("banana", verbs), std::nullopt);
  EXPECT_EQ(nearest_word("c", verbs), std::nullopt);
  EXPECT_EQ(nearest_word("", verbs), std::nullopt);
  EXPECT_EQ(nearest_word(std::string(100'000, 'c'), verbs), std::nullopt);
}

}  // namespace
}  // namespace git_session
