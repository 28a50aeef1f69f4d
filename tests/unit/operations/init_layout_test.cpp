#include "operations/init_layout.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "base/error.h"
#include "operations/layout_files.h"
#include "support/workspace_fixture.h"

namespace git_session {
namespace {

class InitLayoutTest : public testing::Test {
 protected:
  std::string action_of(const LayoutReport& report, const std::string& path) {
    for (const LayoutFile& file : report.files) {
      if (file.path == path) return name_of(file.action);
    }
    return "absent";
  }
  LayoutReport init(const LayoutRequest& request = {}) {
    return init_layout(fixture_.open(), request);
  }
  WorkspaceFixture fixture_;
};

TEST_F(InitLayoutTest, MakesEverythingOnce) {
  LayoutReport first = init({.quiet_search = true, .scripts = true});
  for (const LayoutFile& file : first.files) {
    EXPECT_EQ(file.action, LayoutAction::made) << file.path;
    EXPECT_TRUE(fixture_.git.exists(file.path)) << file.path;
  }
  for (const LayoutFile& file : init({.quiet_search = true, .scripts = true}).files) {
    EXPECT_EQ(file.action, LayoutAction::kept) << file.path;
  }
  auto script = std::filesystem::status(fixture_.git.path_of("scripts/session_manager.py"));
  EXPECT_NE(script.permissions() & std::filesystem::perms::owner_exec,
            std::filesystem::perms::none);
}

TEST_F(InitLayoutTest, ADryRunSaysTheSameAndWritesNothing) {
  LayoutReport dry = init({.dry_run = true});
  EXPECT_EQ(fixture_.git.git({"status", "--porcelain", "--ignored"}), "");
  LayoutReport wet = init();
  ASSERT_EQ(dry.files.size(), wet.files.size());
  for (size_t i = 0; i < dry.files.size(); ++i) {
    EXPECT_EQ(dry.files[i].path, wet.files[i].path);
    EXPECT_EQ(dry.files[i].action, wet.files[i].action);
  }
}

TEST_F(InitLayoutTest, LeavesWhatSomebodyElseWrote) {
  std::string words = std::string(layout_readme()) + "And our own.\n";
  fixture_.git.write("output/README.md", words);
  std::filesystem::create_symlink("/etc/passwd", fixture_.git.path_of("output/.gitignore"));
  LayoutReport report = init();
  EXPECT_EQ(action_of(report, "output/README.md"), "left");
  EXPECT_EQ(action_of(report, "output/.gitignore"), "left");
  EXPECT_EQ(fixture_.git.read("output/README.md"), words);
}

TEST_F(InitLayoutTest, FoldersInUseGetNoKeeper) {
  fixture_.make_session();
  EXPECT_EQ(action_of(init(), "output/sessions/.gitkeep"), "absent");
  EXPECT_FALSE(fixture_.git.exists("output/sessions/.gitkeep"));
}

TEST_F(InitLayoutTest, ABlockThatIsNotWantedGoes) {
  fixture_.git.write(".gitattributes", "*.png binary\n");
  EXPECT_EQ(action_of(init(), ".gitattributes"), "changed");
  EXPECT_EQ(action_of(init({.quiet_output = false}), ".gitattributes"), "changed");
  EXPECT_EQ(fixture_.git.read(".gitattributes"), "*.png binary\n");
  EXPECT_EQ(action_of(init({.quiet_output = false}), ".gitattributes"), "absent");
}

TEST_F(InitLayoutTest, IsRefusedBeforeAnythingIsWritten) {
  fixture_.git.write(".gitattributes", "# >>> git-session >>>\n");
  EXPECT_THROW(init(), Error);
  fixture_.git.write(".gitattributes", "");
  std::filesystem::create_symlink("../outside", fixture_.git.path_of(".ignore"));
  EXPECT_THROW(init({.quiet_search = true}), Error);
  fixture_.git.write("output/.gitignore.tmp", "mine");
  EXPECT_THROW(init(), Error);
  EXPECT_FALSE(fixture_.git.exists("output/sessions"));
  EXPECT_FALSE(fixture_.git.exists("output/README.md"));
}

TEST_F(InitLayoutTest, WhatSparseCheckoutLeavesOutIsThere) {
  fixture_.git.write("output/README.md", "# Words of a colleague\n");
  fixture_.git.write("output/sessions/bob/2025-11-22_main_ffffff/a.md", "a\n");
  fixture_.git.write("source/a.c", "");
  fixture_.git.commit_all();
  fixture_.git.git({"sparse-checkout", "set", "source"});
  ASSERT_FALSE(fixture_.git.exists("output"));
  LayoutReport report = init();
  EXPECT_EQ(action_of(report, "output/README.md"), "kept");
  EXPECT_EQ(action_of(report, "output/sessions/.gitkeep"), "absent");
  EXPECT_FALSE(fixture_.git.exists("output/README.md"));
}

TEST_F(InitLayoutTest, GitReadsThePatternOfAnyRoot) {
  for (const std::string& root :
       std::vector<std::string>{"output", "a b/c", "#x", "!x", "[ab]", "a*?\\", "\"q\"", "ü"}) {
    SCOPED_TRACE(root);
    fixture_.git.write(".gitattributes", attributes_line(root));
    std::string answer =
        fixture_.git.git({"check-attr", "-z", "text", "--", root + "/sessions/a.md"});
    EXPECT_NE(answer.find("unset"), std::string::npos);
    fixture_.git.write(".gitignore", search_ignore_line(root));
    EXPECT_NO_THROW(fixture_.git.git({"check-ignore", "-q", "--", root + "/x"}));
  }
}

}  // namespace
}  // namespace git_session
