#include "operations/plan_check.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include "base/content_id.h"
#include "base/error.h"
#include "support/temporary_directory.h"

namespace git_session {
namespace {

using Kind = FileStep::Kind;

class PlanCheckTest : public testing::Test {
 protected:
  static FileStep write(const std::string& path, const std::string& before,
                        const std::string& after) {
    return {Kind::write, path, {}, before.empty() ? "" : content_id(before), content_id(after)};
  }
  static FileStep move_folder(const std::string& from, const std::string& to) {
    return {Kind::move_folder, to, from, {}, {}};
  }

  TemporaryDirectory folder_;
  std::optional<Directory> top_ = Directory::open(folder_.path());
  PlanCheck check_{*top_};
};

TEST_F(PlanCheckTest, AFileIsAsBeforeOrAsAfter) {
  folder_.write("x", "old");
  EXPECT_TRUE(check_.take(write("x", "old", "new")));
  EXPECT_EQ(check_.content_at("x"), content_id("new"));
  EXPECT_TRUE(check_.is_made(write("x", "old", "new")));
  EXPECT_FALSE(check_.take(write("x", "old", "other")));
  EXPECT_TRUE(check_.take(write("x", "new", "newer")));
}

TEST_F(PlanCheckTest, WhatGitKeepsForItselfIsNeverChanged) {
  folder_.write("x", "x");
  folder_.write("s/.git/config", "old");
  const std::string x = content_id("x");
  const std::string old = content_id("old");
  EXPECT_THROW(check_.take(write(".git/config", "", "new")), Error);
  EXPECT_THROW(check_.take(write("s/.git/config", "old", "new")), Error);
  EXPECT_THROW(check_.take({Kind::copy, "s/.GIT/hooks/x", "x", {}, x}), Error);
  EXPECT_THROW(check_.take({Kind::move, "y", "s/.git/config", {}, old}), Error);
  EXPECT_THROW(check_.take({Kind::remove, "s/.git/config", {}, old, {}}), Error);
  EXPECT_THROW(check_.take(move_folder("s/.git", "t")), Error);
  EXPECT_THROW(check_.take_back(write(".git/config", "", "new")), Error);
}

TEST_F(PlanCheckTest, WhatWasWrittenGoesWithItsFolder) {
  folder_.write("a/x", "old");
  EXPECT_TRUE(check_.take(write("a/x", "old", "new")));
  EXPECT_TRUE(check_.take(move_folder("a", "b")));
  EXPECT_TRUE(check_.take(write("b/x", "new", "newer")));
  EXPECT_EQ(check_.content_at("a/x"), std::nullopt);
  EXPECT_EQ(check_.place_on_disk("b/x"), "a/x");
  EXPECT_EQ(check_.place_on_disk("a/x"), std::nullopt);
}

TEST_F(PlanCheckTest, FoldersMoveInFolders) {
  folder_.write("a/in/x", "x");
  folder_.write("a/y", "y");
  EXPECT_TRUE(check_.take(move_folder("a/in", "c")));
  EXPECT_TRUE(check_.take(move_folder("a", "b")));
  EXPECT_TRUE(check_.take(move_folder("c", "b/in")));
  EXPECT_EQ(check_.place_on_disk("b/in/x"), "a/in/x");
  EXPECT_EQ(check_.content_at("b/y"), content_id("y"));
  EXPECT_TRUE(check_.take(move_folder("b", "a")));
  EXPECT_EQ(check_.place_on_disk("a/in/x"), "a/in/x");
  EXPECT_EQ(check_.content_at("a/y"), content_id("y"));
}

TEST_F(PlanCheckTest, AFolderIsFreeWhenItsLastFileWasTakenOut) {
  folder_.write("a/x", "x");
  folder_.write("b/y", "y");
  EXPECT_FALSE(check_.take(move_folder("b", "a")));
  EXPECT_TRUE(check_.take({Kind::remove, "a/x", {}, content_id("x"), {}}));
  EXPECT_TRUE(check_.take(move_folder("b", "a")));
  EXPECT_EQ(check_.content_at("a/x"), std::nullopt);
  EXPECT_EQ(check_.content_at("a/y"), content_id("y"));
}

TEST_F(PlanCheckTest, ACopyNeedsItsSourceAndAFreePlace) {
  folder_.write("source", "x");
  folder_.write("taken", "y");
  EXPECT_FALSE(check_.take({Kind::copy, "taken", "source", {}, content_id("x")}));
  EXPECT_FALSE(check_.take({Kind::copy, "copy", "absent", {}, content_id("x")}));
  EXPECT_TRUE(check_.take({Kind::copy, "copy", "source", {}, content_id("x")}));
  EXPECT_TRUE(check_.take({Kind::remove, "source", "copy", content_id("x"), {}}));
}

TEST_F(PlanCheckTest, AnOriginalStaysWithoutItsCopy) {
  folder_.write("source", "x");
  folder_.write("copy", "y");
  EXPECT_FALSE(check_.take({Kind::remove, "source", "copy", content_id("x"), {}}));
}

TEST_F(PlanCheckTest, TwoEqualFilesAreNoMoveThatWasMade) {
  folder_.write("old", "x");
  folder_.write("new", "x");
  EXPECT_FALSE(check_.take({Kind::move, "new", "old", {}, content_id("x")}));
}

TEST_F(PlanCheckTest, NamesTheFileThatWouldBeLeft) {
  folder_.write("a/metadata", "x");
  EXPECT_TRUE(check_.take({Kind::remove, "a/metadata", {}, content_id("x"), {}}));
  folder_.write("a/.incoming-0123", "");
  folder_.write("a/.session-metadata.yaml.lock", "");
  EXPECT_EQ(check_.file_left_in("a"), std::nullopt);
  folder_.write("a/drafts/plan.md", "plan");
  EXPECT_EQ(check_.file_left_in("a"), "a/drafts/plan.md");
  folder_.write("b/drafts/.gitignore", "*");
  EXPECT_EQ(check_.file_left_in("b"), "b/drafts/.gitignore");
}

TEST_F(PlanCheckTest, GoesThroughNoLink) {
  folder_.write("real/x", "x");
  ASSERT_EQ(symlink("real", folder_.path_of("link").c_str()), 0);
  EXPECT_THROW(check_.take(write("link/x", "x", "y")), Error);
}

}  // namespace
}  // namespace git_session
