#include "core/command_line.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "base/text.h"
#include "core/link.h"

namespace git_session {
namespace {

TEST(DescribeCommand, CanBePastedIntoAShell) {
  EXPECT_EQ(describe_command({"echo", "a b", "it's", "$x"}), "echo 'a b' 'it'\\''s' '$x'");
}

TEST(DescribeCommand, LeavesOutWhatSecretOptionsAreGiven) {
  EXPECT_EQ(describe_command({"x", "--token", "abc", "file"}), "x --token *** file");
  EXPECT_EQ(describe_command({"x", "--api-key=abc"}), "x --api-key=***");
  EXPECT_EQ(describe_command({"env", "DB_PASSWORD=abc", "x"}), "env DB_PASSWORD=*** x");
  EXPECT_EQ(describe_command({"curl", "-H", "Authorization: Bearer abc"}),
            "curl -H 'Authorization: ***'");
  EXPECT_EQ(describe_command({"x", "--no-token", "--verbose"}), "x --no-token --verbose");
}

TEST(DescribeCommand, IsCutBetweenCharacters) {
  std::string text = describe_command({"x" + std::string(998, 'a') + "é"});
  EXPECT_TRUE(is_valid_utf8(text));
  EXPECT_LE(text.size(), 1003u);
  EXPECT_TRUE(text.ends_with("…"));
  EXPECT_TRUE(is_valid_utf8(describe_command({"\xff"})));
}

TEST(CheckLink, TakesAddressesOfOtherPlaces) {
  for (const char* good : {"https://x.org/a", "http://x", "s3://bucket/key", "ssh+git://h/p"}) {
    EXPECT_NO_THROW(check_link(good)) << good;
  }
  for (const char* bad :
       {"", "x", "://x", "https://", "file:///etc/passwd", "javascript://x", "DATA://x",
        "https://a b", "https://a\n", "https://a\x1b", "ht tp://x", "https://\xff"}) {
    EXPECT_THROW(check_link(bad), Error) << bad;
  }
}

}  // namespace
}  // namespace git_session
