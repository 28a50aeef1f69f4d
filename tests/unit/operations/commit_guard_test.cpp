#include "operations/commit_guard.h"

#include <gtest/gtest.h>

#include <cctype>
#include <filesystem>

#include "operations/commit_session.h"
#include "support/fake_secrets.h"
#include "support/workspace_fixture.h"

namespace git_session {
namespace {

const std::string token = "ghp_" + drawn(base62, 36);

class CommitGuardTest : public testing::Test {
 protected:
  void SetUp() override {
    location_ = fixture_.make_session();
    fixture_.git.write(path(), "It works.\n");
  }
  std::string path() const { return location_.path + "/a.md"; }
  std::string head() const { return fixture_.git.git({"rev-parse", "HEAD"}); }

  /// As somebody does who writes while git commits.
  void let_hook_write(const std::string& file, const std::string& text) {
    const std::string hook = ".git/hooks/pre-commit";
    fixture_.git.write(
        hook, "#!/bin/sh\nprintf '" + text + "' >'" + file + "' && git add '" + file + "'\n");
    std::filesystem::permissions(fixture_.git.path_of(hook), std::filesystem::perms::owner_all);
  }
  SecretReport report_of_refusal() {
    try {
      commit_session(fixture_.open(), location_, std::nullopt);
    } catch (const SecretsFound& error) {
      EXPECT_EQ(std::string(error.what()).find(token), std::string::npos);
      return error.report();
    }
    ADD_FAILURE() << "committed";
    return {};
  }

  WorkspaceFixture fixture_;
  SessionLocation location_;
};

TEST_F(CommitGuardTest, TakesBackWhatCameWhileGitCommitted) {
  const std::string before = head();
  let_hook_write(path(), "It works with " + token + ".");
  const SecretReport report = report_of_refusal();
  ASSERT_EQ(report.found.size(), 1u);
  EXPECT_EQ(report.found[0].path, path());
  EXPECT_EQ(report.found[0].column, 15);
  EXPECT_EQ(head(), before);
  EXPECT_EQ(fixture_.git.git({"diff", "--cached", "--name-only"}), "");
  EXPECT_NE(fixture_.git.read(path()).find(token), std::string::npos);  // nobody's file is lost
}

TEST_F(CommitGuardTest, LooksAtFilesThatAHookAdds) {
  const std::string before = head();
  let_hook_write("more.md", token);
  EXPECT_EQ(report_of_refusal().found.at(0).path, "more.md");
  EXPECT_EQ(head(), before);
}

TEST_F(CommitGuardTest, TakesBackTheFirstCommit) {
  fixture_.git.git({"checkout", "--quiet", "--orphan", "new"});
  let_hook_write(path(), token);
  report_of_refusal();
  EXPECT_EQ(fixture_.git.git({"for-each-ref", "refs/heads/new"}), "");
}

TEST_F(CommitGuardTest, LooksAtWhatAFilterMakes) {
  const std::string before = head();
  fixture_.git.git({"config", "filter.opened.clean", "tr A-Za-z N-ZA-Mn-za-m"});
  fixture_.git.write(".git/info/attributes", "*.md filter=opened\n");
  std::string turned = token;
  for (char& letter : turned) {
    const char first = letter >= 'a' ? 'a' : 'A';
    if (std::isalpha(static_cast<unsigned char>(letter)) != 0)
      letter = static_cast<char>(first + (letter - first + 13) % 26);
  }
  fixture_.git.write(path(), turned + "\n");
  EXPECT_EQ(report_of_refusal().found.size(), 1u);
  EXPECT_EQ(head(), before);
}

TEST_F(CommitGuardTest, OnlyWarnsWhereThatIsAsked) {
  fixture_.git.git({"config", "session.secrets", "warn"});
  let_hook_write(path(), token);
  const CommitReport report = commit_session(fixture_.open(), location_, std::nullopt);
  EXPECT_EQ(report.commit, head());
  ASSERT_EQ(report.secrets.found.size(), 1u);
  fixture_.git.git({"config", "session.secrets", "off"});
  let_hook_write(path(), token + "\\n" + token);
  fixture_.git.write(path(), "It works again.\n");
  EXPECT_TRUE(commit_session(fixture_.open(), location_, std::nullopt).secrets.found.empty());
}

TEST_F(CommitGuardTest, SaysWhatWasThereBeforeOnce) {
  fixture_.git.write(path(), token + " git-session: allow-secret\n");
  const CommitReport report = commit_session(fixture_.open(), location_, std::nullopt);
  EXPECT_EQ(report.secrets.found.size(), 1u);
}

TEST_F(CommitGuardTest, LooksAtNamesAndTheMessage) {
  const std::string before = head();
  fixture_.git.write(location_.path + "/" + token + ".md", "It works.\n");
  EXPECT_EQ(report_of_refusal().found.at(0).path, "the names of the files");
  std::filesystem::remove(fixture_.git.path_of(location_.path + "/" + token + ".md"));
  EXPECT_THROW(commit_session(fixture_.open(), location_, "Use " + token), SecretsFound);
  EXPECT_EQ(head(), before);
}

}  // namespace
}  // namespace git_session
