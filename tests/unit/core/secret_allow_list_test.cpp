#include "core/secret_allow_list.h"

#include <gtest/gtest.h>

#include "support/fake_secrets.h"

namespace git_session {
namespace {

const std::string fingerprint = drawn(hexadecimal, 64);

TEST(SecretAllowList, KnowsValuesAndPaths) {
  const auto list = SecretAllowList::parse(
      "# tokens that were given back\n"
      "\n"
      "github-token  sha256:" +
      fingerprint +
      "  # in November\r\n"
      "\tassigned-secret\toutput/sessions/*/login flow.md\n"
      "iban docs/a?.md");
  EXPECT_TRUE(list.useless().empty());
  ASSERT_EQ(list.allowances().size(), 3u);
  EXPECT_EQ(list.for_value("github-token", fingerprint)->line, 3);
  EXPECT_EQ(list.for_value("gitlab-token", fingerprint), nullptr);
  EXPECT_EQ(list.for_value("github-token", drawn(hexadecimal, 64, 2)), nullptr);
  EXPECT_EQ(list.for_value("assigned-secret", ""), nullptr);
  EXPECT_EQ(list.for_path("assigned-secret", "output/sessions/ada/x/login flow.md")->line, 4);
  EXPECT_EQ(list.for_path("iban", "docs/a1.md")->line, 5);
  EXPECT_EQ(list.for_path("iban", "docs/a1.md/b"), nullptr);
  EXPECT_EQ(list.for_path("payment-card", "docs/a1.md"), nullptr);
  EXPECT_EQ(list.for_path("github-token", "x"), nullptr);
}

TEST(SecretAllowList, TakesABlankInFrontOfASharpForAComment) {
  const auto list = SecretAllowList::parse("iban a#b.md # why\n");
  ASSERT_EQ(list.allowances().size(), 1u);
  EXPECT_EQ(list.allowances()[0].pattern, "a#b.md");
}

TEST(SecretAllowList, NamesLinesThatMeanNothing) {
  const std::pair<std::string, std::string> rows[] = {
      {"github-token", "names neither a fingerprint nor a path"},
      {"* *", "begins with no name of a rule"},
      {"all output/*", "begins with no name of a rule"},
      {"github-token *", "has a pattern that names nothing"},
      {"github-token **/*", "has a pattern that names nothing"},
      {"github-token ../*", "has a pattern that names nothing"},
      {"github-token /etc/passwd", "needs a path from the top level, without '/' or './' in front"},
      {"github-token sha256:" + fingerprint.substr(1),
       "has no fingerprint of 64 small hexadecimal digits"},
      {"github-token sha256:" + fingerprint + "0",
       "has no fingerprint of 64 small hexadecimal digits"},
      {"github-token " + std::string(257, 'a'), "has a pattern that is too long"},
      {"github-token a\x1b[2Jb", "holds what is no text"},
      {"github-token \xff", "holds what is no text"},
  };
  for (const auto& [line, reason] : rows) {
    const auto list = SecretAllowList::parse("# first\n" + line + "\n");
    EXPECT_TRUE(list.allowances().empty()) << line;
    ASSERT_EQ(list.useless().size(), 1u) << line;
    EXPECT_EQ(list.useless()[0].line, 2) << line;
    EXPECT_EQ(list.useless()[0].reason, reason) << line;
  }
}

TEST(SecretAllowList, EndsSomewhere) {
  std::string text;
  for (int i = 0; i < 1500; ++i) text += "iban a.md\n";
  const auto list = SecretAllowList::parse(text);
  EXPECT_EQ(list.allowances().size(), SecretAllowList::most_lines);
  ASSERT_EQ(list.useless().size(), 1u);
  EXPECT_EQ(list.useless()[0].line, 1001);
}

}  // namespace
}  // namespace git_session
