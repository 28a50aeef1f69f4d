#include "operations/lost_outputs.h"

#include <gtest/gtest.h>

namespace git_session {
namespace {

using namespace std::literals;

TEST(LostOutputs, ReadsDeletionsAndRenamesWithAnyNames) {
  const LostFiles lost = parse_lost_files(
      ":100755 000000 b2 0 D\0gone.sh\0"
      "\n:100644 100644 b1 b1 R100\0o/ from \0 to\0"
      ":100644 000000 b0 0 D\0gone.sh\0"
      ":100644 000000 b3 0 D\0:a 1 2 3 D\0"sv);
  EXPECT_EQ(lost.renames, (std::map<std::string, std::string>{{"o/ from ", " to"}}));
  ASSERT_EQ(lost.last.size(), 3U);
  EXPECT_EQ(lost.last.at("gone.sh").blob, "b2");
  EXPECT_EQ(lost.last.at("gone.sh").mode, "100755");
  EXPECT_EQ(lost.last.at("o/ from ").blob, "b1");
  EXPECT_EQ(lost.last.at(":a 1 2 3 D").blob, "b3");
}

}  // namespace
}  // namespace git_session
