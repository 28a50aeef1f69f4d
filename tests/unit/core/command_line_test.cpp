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

TEST(DescribeCommand, HidesSecretsInsideOfWords) {
  const std::pair<std::vector<std::string>, std::string> rows[] = {
      {{"sh", "-c", "./scan --token abc"}, "sh -c ***"},
      {{"sh", "-c", "A=1 TOKEN=x ./scan"}, "sh -c ***"},
      {{"sh", "-c", "./scan\t--password=abc"}, "sh -c ***"},
      {{"sh", "-c", "./scan --all"}, "sh -c './scan --all'"},
      {{"curl", "-H", "X-Api-Key: abc"}, "curl -H 'X-Api-Key: ***'"},
      {{"curl", "-H", "PRIVATE-TOKEN:abc"}, "curl -H 'PRIVATE-TOKEN: ***'"},
      {{"curl", "--header=Authorization: Bearer a=b"}, "curl '--header=Authorization: ***'"},
      {{"curl", "-H", "Accept: text/html"}, "curl -H 'Accept: text/html'"},
      {{"x", "DB_PASSWORD=a:b c"}, "x DB_PASSWORD=***"},
      {{"x", "--set=a=1,token=abc"}, "x --set=a=1,token=***"},
      {{"x", "a'$(y)'token=abc"}, "x 'a'\\''$(y)'\\''token=***'"},
      {{"curl", "https://user:pw@host/a?b"}, "curl 'https://***@host/a?b'"},
      {{"curl", "https://us:p@w@host"}, "curl 'https://***@host'"},
      {{"sh", "-c", "curl http://a@b; curl ftp://c:d@e/f"},
       "sh -c 'curl http://***@b; curl ftp://***@e/f'"},
      {{"curl", "https://host/@ada"}, "curl https://host/@ada"},
      {{"git", "clone", "git@host:a/b"}, "git clone git@host:a/b"},
  };
  for (const auto& [words, wanted] : rows) EXPECT_EQ(describe_command(words), wanted);
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
