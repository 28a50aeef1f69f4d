#include <gtest/gtest.h>

#include "git/history_log.h"
#include "git/merged_branches.h"
#include "support/git_fixture.h"

namespace git_session {
namespace {

std::string author_of(const HistoryLog& log, const std::string& path) {
  auto origin = log.origin_of(path);
  return origin ? origin->author_name : "nobody";
}

/// Commits everything as somebody.
void commit_as(const GitFixture& fixture, const std::string& name, const std::string& message) {
  fixture.git({"add", "--all"});
  fixture.git(
      {"commit", "--quiet", "--author=" + name + " <" + name + "@example.com>", "-m", message});
}

TEST(History, FollowsRenamesFromOutsideTheFolder) {
  GitFixture fixture;
  fixture.write("draft.md", "one long line that stays the same\n");
  commit_as(fixture, "Grace", "Draft");
  fixture.git({"mv", "draft.md", "notes.md"});
  commit_as(fixture, "Linus", "Rename");
  fixture.write("output/own.md", "something else\n");
  fixture.git({"mv", "notes.md", "output/plan.md"});
  commit_as(fixture, "Ada", "Move");
  const HistoryLog log = fixture.open().history_of({"output"});
  EXPECT_EQ(author_of(log, "output/plan.md"), "Grace");
  EXPECT_EQ(author_of(log, "output/own.md"), "Ada");
  EXPECT_EQ(author_of(log, "output/none.md"), "nobody");
}

TEST(History, TakesTheLastAdditionAndWhatAMergeAdded) {
  GitFixture fixture;
  fixture.write("output/a.md", "first\n");
  commit_as(fixture, "Grace", "Add");
  fixture.git({"rm", "--quiet", "output/a.md"});
  commit_as(fixture, "Grace", "Remove");
  fixture.write("output/a.md", "second\n");
  commit_as(fixture, "Linus", "Add again\n\nCo-Authored-By: Claude <noreply@anthropic.com>");
  fixture.git({"checkout", "--quiet", "-b", "side", "HEAD~1"});
  fixture.write("output/side.md", "side\n");
  commit_as(fixture, "Ada", "Side");
  fixture.git({"checkout", "--quiet", "main"});
  fixture.git({"merge", "--quiet", "--no-commit", "--no-ff", "side"});
  fixture.write("output/evil.md", "in the merge alone\n");
  commit_as(fixture, "Eve", "Merge branch 'side'");
  const HistoryLog log = fixture.open().history_of({"output"});
  EXPECT_EQ(author_of(log, "output/a.md"), "Linus");
  EXPECT_EQ(log.origin_of("output/a.md")->co_authors,
            std::vector<std::string>{"Claude <noreply@anthropic.com>"});
  EXPECT_EQ(author_of(log, "output/side.md"), "Ada");
  EXPECT_EQ(author_of(log, "output/evil.md"), "Eve");
  const auto branches = fixture.open().merged_branches();
  EXPECT_EQ(branches.at(log.origin_of("output/side.md")->commit), "side");
  EXPECT_FALSE(branches.contains(log.origin_of("output/a.md")->commit));
}

TEST(History, IsEmptyBeforeTheFirstCommit) {
  GitFixture fixture;
  EXPECT_EQ(author_of(fixture.open().history_of({"output"}), "output/a.md"), "nobody");
}

TEST(HistoryLog, ReadsPiecesOfAnySize) {
  const std::string text = std::string("\x01") + "c1" + '\0' + "Ada" + '\0' + "a@x" + '\0' + "10" +
                           '\0' + '\0' + '\0' + "\nR100" + '\0' + "old.md" + '\0' + "new.md" +
                           '\0' + "\x01" + "c2" + '\0' + "Grace" + '\0' + "g@x" + '\0' + "5" +
                           '\0' + '\0' + '\0' + "\nA" + '\0' + "old.md" + '\0';
  HistoryLog log;
  for (char byte : text) log.take(std::string_view(&byte, 1));
  EXPECT_EQ(author_of(log, "new.md"), "Grace");
  EXPECT_TRUE(log.unexplained_sources().empty());
}

TEST(MergedBranches, ReadsTheWordsOfGitAndTheHosts) {
  EXPECT_EQ(merged_branch("Merge branch 'feature/x'"), "feature/x");
  EXPECT_EQ(merged_branch("Merge branch 'feature/x' into 'main'"), "feature/x");
  EXPECT_EQ(merged_branch("Merge remote-tracking branch 'origin/feature/x'"), "feature/x");
  EXPECT_EQ(merged_branch("Merge pull request #12 from owner/feature/x"), "feature/x");
  EXPECT_EQ(merged_branch("Merged in feature/x (pull request #12)"), "feature/x");
  EXPECT_EQ(merged_branch("Bring x in"), "");
}

TEST(MergedBranches, GivesEachCommitTheFirstMergeThatBroughtIt) {
  const auto branches = branches_of_commits({{"m2", {"m1", "y2"}, "Merge branch 'y'"},
                                             {"y2", {"y1", "m1"}, "Merge branch 'main' into y"},
                                             {"m1", {"a", "x1"}, "Merge branch 'x'"},
                                             {"y1", {"a"}, "y"},
                                             {"x1", {"a"}, "x"},
                                             {"a", {}, "a"}});
  EXPECT_EQ(branches, (std::map<std::string, std::string>{{"x1", "x"}, {"y1", "y"}, {"y2", "y"}}));
}

}  // namespace
}  // namespace git_session
