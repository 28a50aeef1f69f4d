#include "base/companion.h"

#include <gtest/gtest.h>

#include "base/spawn.h"

namespace git_session {
namespace {

TEST(CompanionTest, IsFoundByItsPlace) {
  EXPECT_FALSE(find_companion("no-such-program").has_value());
  // This test's own file lies beside itself.
  auto self = find_companion("unit_tests");
#ifdef __linux__
  ASSERT_TRUE(self.has_value());
  EXPECT_TRUE(self->ends_with("/unit_tests"));
#endif
}

TEST(CompanionTest, KnowsWhetherItsReaderIsThere) {
  Pipe pipe = make_pipe();
  EXPECT_TRUE(has_reader(pipe.write_end.get()));
  pipe.read_end.reset();
  EXPECT_FALSE(has_reader(pipe.write_end.get()));
  EXPECT_FALSE(has_reader(9999));
}

}  // namespace
}  // namespace git_session
