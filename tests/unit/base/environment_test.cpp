#include "base/environment.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace git_session {
namespace {

TEST(Environment, UnsetAndEmptyDiffer) {
  const Environment environment{{{"EMPTY", ""}, {"SET", "a=b"}}};
  EXPECT_EQ(environment.value("EMPTY"), "");
  EXPECT_EQ(environment.value("UNSET"), std::nullopt);
  EXPECT_EQ(environment.value_or_empty("UNSET"), "");
  EXPECT_EQ(environment.value_or_empty("SET"), "a=b");
}

TEST(Environment, OfProcessSeesVariables) {
  setenv("GIT_SESSION_ENVIRONMENT_TEST", "x=y", 1);
  EXPECT_EQ(Environment::of_process().value("GIT_SESSION_ENVIRONMENT_TEST"), "x=y");
  unsetenv("GIT_SESSION_ENVIRONMENT_TEST");
}

}  // namespace
}  // namespace git_session
