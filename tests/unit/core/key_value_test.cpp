#include "core/key_value.h"

#include <gtest/gtest.h>

#include "base/error.h"

namespace git_session {
namespace {

TEST(KeyValue, IsCutAtTheFirstEqualsSign) {
  EXPECT_EQ(parse_key_value("jira=https://x/?a=b", "--link").key, "jira");
  EXPECT_EQ(parse_key_value("jira=https://x/?a=b", "--link").value, "https://x/?a=b");
  EXPECT_EQ(parse_key_value(" jira =", "--link").key, "jira");
  EXPECT_EQ(parse_key_value("jira=", "--link").value, "");
  EXPECT_EQ(parse_key_value("note= a ", "--set").value, " a ");
}

TEST(KeyValue, WithoutKeyOrSignIsAUsageErrorThatNamesTheOption) {
  for (const char* text : {"", "jira", "=x", "  =x", "ji\nra=x", "jira=\xff"}) {
    SCOPED_TRACE(text);
    try {
      parse_key_value(text, "--link");
      ADD_FAILURE() << "was taken";
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::usage);
      EXPECT_NE(std::string(error.what()).find("--link"), std::string::npos);
    }
  }
}

}  // namespace
}  // namespace git_session
