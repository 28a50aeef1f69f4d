#include <gtest/gtest.h>

#include <filesystem>
#include <set>

#include "base/error.h"
#include "git/repository.h"
#include "support/git_fixture.h"

namespace git_session {
namespace {

using Paths = std::vector<std::string>;
using Changes = std::map<std::string, std::string>;

const Paths odd_names = {":(exclude)a", "-rf",   "line\nbreak", "\xff\xfe", "*",         "?",
                         "carriage\r",  " a  b", "\"quoted\"",  "a\\b",     "\"a\\\n\"", "tab\t"};

TEST(RepositoryFilesTest, HashesAsGitStores) {
  GitFixture fixture;
  for (const auto& name : odd_names) fixture.write("d/" + name, "content of " + name);
  fixture.write(".gitattributes", "*.txt text eol=crlf\n");
  fixture.write("d/a.txt", "one\r\ntwo\r\n");
  fixture.commit_all();
  Paths paths = {"d/a.txt"};
  for (const auto& name : odd_names) paths.push_back("d/" + name);
  Paths expected;
  for (const auto& path : paths)
    expected.push_back(fixture.git({"--literal-pathspecs", "rev-parse", "HEAD:" + path}));
  EXPECT_EQ(fixture.open().hash_objects(paths), expected);
  EXPECT_EQ(fixture.open().hash_object("d/a.txt"), expected[0]);
  EXPECT_TRUE(fixture.open().hash_objects({}).empty());
  EXPECT_THROW(fixture.open().hash_object("d/missing"), Error);
}

TEST(RepositoryFilesTest, NamesTheRuleThatIgnores) {
  GitFixture fixture;
  fixture.write(".gitignore", "*.log\noutput/\n!keep.log\n");
  Repository repository = fixture.open();
  EXPECT_EQ(repository.ignore_rule("a.log"), ".gitignore:1:*.log");
  EXPECT_EQ(repository.ignore_rule("output/sessions/ada/x/file"), ".gitignore:2:output/");
  EXPECT_EQ(repository.ignore_rule("keep.log"), std::nullopt);
  EXPECT_EQ(repository.ignore_rule("a.md"), std::nullopt);
  EXPECT_EQ(repository.ignore_rule("-rf"), std::nullopt);
  EXPECT_EQ(repository.ignore_rule(":(exclude)a.md"), std::nullopt);
  EXPECT_EQ(repository.ignore_rule(":(exclude)a.log"), ".gitignore:1:*.log");
}

TEST(RepositoryFilesTest, ListsTrackedFilesOfADirectory) {
  GitFixture fixture;
  for (const auto& name : odd_names) fixture.write("d/" + name, "x");
  fixture.write("e/other", "x");
  fixture.commit_all();
  fixture.write("d/untracked", "x");
  Paths tracked = fixture.open().tracked_files("d");
  EXPECT_EQ(std::set<std::string>(tracked.begin(), tracked.end()), [] {
    std::set<std::string> names;
    for (const auto& name : odd_names) names.insert("d/" + name);
    return names;
  }());
  EXPECT_EQ(fixture.open().tracked_files("").size(), odd_names.size() + 1);
  EXPECT_TRUE(fixture.open().tracked_files("missing").empty());
}

TEST(RepositoryFilesTest, TellsWhatChanged) {
  GitFixture fixture;
  for (const char* name : {"d/edited", "d/deleted", "d/staged", "d/renamed", "e/other"})
    fixture.write(name, std::string("long enough to be found again: ") + name);
  fixture.write(".gitignore", "*.log\n");
  fixture.commit_all();
  fixture.write("d/edited", "new");
  std::filesystem::remove(fixture.path_of("d/deleted"));
  fixture.write("d/staged", "new");
  fixture.git({"add", "d/staged"});
  fixture.git({"mv", "d/renamed", "d/new name"});
  fixture.write("d/un/tracked\n\xff", "x");
  fixture.write("d/ignored.log", "x");
  fixture.write("e/other", "new");
  EXPECT_EQ(fixture.open().changed_files("d"), (Changes{{"d/edited", " M"},
                                                        {"d/deleted", " D"},
                                                        {"d/staged", "M "},
                                                        {"d/renamed", "D "},
                                                        {"d/new name", "A "},
                                                        {"d/un/tracked\n\xff", "??"}}));
}

TEST(RepositoryFilesTest, StatusTakesNoLockAndHeedsNoConfiguration) {
  GitFixture fixture;
  fixture.write("a", "a");
  fixture.git({"config", "status.branch", "true"});
  fixture.git({"config", "status.showUntrackedFiles", "no"});
  fixture.write(".git/index.lock", "");
  EXPECT_EQ(fixture.open().changed_files(""), (Changes{{"a", "??"}}));
}

TEST(RepositoryFilesTest, UnmergedPathsAreChanged) {
  GitFixture fixture;
  fixture.write("a", "base\n");
  fixture.commit_all();
  fixture.git({"checkout", "-q", "-b", "side"});
  fixture.write("a", "side\n");
  fixture.commit_all();
  fixture.git({"checkout", "-q", "main"});
  fixture.write("a", "main\n");
  fixture.commit_all();
  EXPECT_THROW(fixture.git({"merge", "-q", "side"}), std::runtime_error);
  EXPECT_EQ(fixture.open().changed_files(""), (Changes{{"a", "UU"}}));
}

TEST(RepositoryFilesTest, SparseCheckoutLeavesFilesToBeReadFromGit) {
  GitFixture fixture;
  fixture.write("kept/a", "kept");
  fixture.write("left/b c", "left out");
  fixture.write("left/d", "other");
  fixture.commit_all();
  EXPECT_FALSE(fixture.open().has_sparse_checkout());
  EXPECT_TRUE(fixture.open().sparse_files("left").empty());
  fixture.git({"sparse-checkout", "set", "kept"});
  ASSERT_FALSE(fixture.exists("left/d"));
  Repository repository = fixture.open();
  EXPECT_TRUE(repository.has_sparse_checkout());
  EXPECT_TRUE(repository.sparse_files("kept").empty());
  std::vector<SparseEntry> absent = repository.sparse_files("left");
  ASSERT_EQ(absent.size(), 2u);
  EXPECT_EQ(absent[0].path, "left/b c");
  EXPECT_EQ(repository.read_blobs({absent[0].blob}, 100).at(0), "left out");
  EXPECT_TRUE(repository.changed_files("").empty());
}

TEST(RepositoryFilesTest, ReadsBlobsWithinALimit) {
  using namespace std::string_literals;
  GitFixture fixture;
  fixture.write("small", "two\nlines\0and more"s);
  fixture.write("empty", "");
  fixture.write("large", std::string(200'000, 'x'));
  fixture.commit_all();
  auto id = [&](const char* name) {
    return fixture.git({"rev-parse", std::string("HEAD:") + name});
  };
  const std::string tree = fixture.git({"rev-parse", "HEAD^{tree}"});
  fixture.git({"tag", "absent", id("small")});
  auto contents = fixture.open().read_blobs(
      {id("large"), id("small"), std::string(40, '1'), tree, "absent", "--x\n", id("empty")}, 100);
  ASSERT_EQ(contents.size(), 7u);
  EXPECT_EQ(contents[0], std::nullopt);
  EXPECT_EQ(contents[1], "two\nlines\0and more"s);
  EXPECT_EQ(contents[2], std::nullopt);
  EXPECT_EQ(contents[3], std::nullopt);
  EXPECT_EQ(contents[4], std::nullopt);
  EXPECT_EQ(contents[5], std::nullopt);
  EXPECT_EQ(contents[6], "");
  EXPECT_EQ(fixture.open().read_blobs({id("large")}, 200'000).at(0)->size(), 200'000u);
  EXPECT_TRUE(fixture.open().read_blobs({}, 100).empty());
}

TEST(RepositoryFilesTest, TellsWhatABranchAdded) {
  GitFixture fixture;
  fixture.write("d/old", "old");
  fixture.write("d/gone", "gone");
  fixture.commit_all();
  fixture.git({"checkout", "-q", "-b", "side"});
  fixture.write("d/committed", "c");
  std::filesystem::remove(fixture.path_of("d/gone"));
  fixture.commit_all();
  fixture.git({"checkout", "-q", "main"});
  fixture.write("d/later on main", "m");
  fixture.commit_all();
  fixture.git({"checkout", "-q", "side"});
  fixture.write("d/untracked", "u");
  fixture.write("d/old", "edited");
  fixture.write("e/other", "o");
  Repository repository = fixture.open();
  EXPECT_EQ(repository.changed_since("main", "d"),
            (Paths{"d/committed", "d/gone", "d/old", "d/untracked"}));
  EXPECT_THROW(repository.changed_since("--output=PWNED", "d"), Error);
  EXPECT_FALSE(fixture.exists("PWNED"));
}

}  // namespace
}  // namespace git_session
