#include "operations/apply_plan.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <sys/stat.h>

#include <algorithm>
#include <filesystem>

#include "base/content_id.h"
#include "base/error.h"
#include "base/text.h"
#include "operations/undo_operation.h"
#include "support/tree_snapshot.h"
#include "support/workspace_fixture.h"

namespace git_session {
namespace {

using Files = std::map<std::string, std::string>;

/// Stops an operation after so many steps, as a kill between two of them would.
StepProgress stop_after(size_t steps) {
  return [steps](size_t done, size_t) {
    if (done == steps) throw Error(ErrorKind::internal, "stopped");
  };
}

class Tree {
 public:
  Tree() {
    fixture.git.write("docs/tracked.md", "tracked");
    fixture.git.write("docs/deep/er/tracked.md", "deep");
    fixture.git.write("docs/empty", "");
    fixture.git.commit_all();
    fixture.git.write("docs/new.md", "untracked");
    fixture.git.write("docs/tool.sh", "#!/bin/sh\n");
    chmod(fixture.git.path_of("docs/tool.sh").c_str(), 0755);
    fixture.git.write(long_name(), "a name as long as names can be");
    fixture.git.write("output/sessions/ada/2025-11-22_x_a3f42c/review.md", "review");
  }

  static std::string long_name() { return "docs/" + std::string(252, 'n') + ".md"; }
  Files files() const { return files_of_tree(fixture.git.path()); }
  std::string index() const { return fixture.git.git({"ls-files", "-s"}); }
  Workspace open() const { return fixture.open(); }

  WorkspaceFixture fixture;
};

/// A plan, and contents as they are after the steps so far, to plan the next by.
class RandomPlan {
 public:
  explicit RandomPlan(const Files& files) {
    for (const auto& [path, text] : files) contents_[path] = text.substr(text.find(' ') + 1);
  }

  void add_step() {
    const std::string source = *rc::gen::elementOf(names());
    const std::string content = contents_.at(source);
    const std::string id = content_id(content);
    switch (*rc::gen::inRange(0, 7)) {
      case 0: {
        const std::string text = *rc::gen::arbitrary<std::string>();
        plan.write(source, content, text);
        contents_[source] = text;
        break;
      }
      case 1: {
        const std::string path = new_path();
        plan.write(path, std::nullopt, "new");
        contents_[path] = "new";
        break;
      }
      case 2:
        return bring(source, new_path(), &FilePlan::copy, id);
      case 3:
        bring(source, new_path(), &FilePlan::move, id);
        contents_.erase(source);
        break;
      case 4:
        plan.remove(source, id);
        contents_.erase(source);
        break;
      case 5: {
        const std::string path = new_path();
        bring(source, path, &FilePlan::copy, id);
        plan.remove_original(source, path, id);
        contents_.erase(source);
        break;
      }
      default:
        return move_folder(source);
    }
  }

  FilePlan plan;

 private:
  using Bring = void (FilePlan::*)(const std::string&, const std::string&, const std::string&);

  std::vector<std::string> names() const {
    std::vector<std::string> all;
    for (const auto& [path, text] : contents_) all.push_back(path);
    return all;
  }

  std::string new_path() {
    static const std::vector<std::string> folders = {
        "docs/", "moved/deep/", "output/sessions/ada/2025-11-22_x_a3f42c/", "a\tb/c\nd/"};
    return *rc::gen::elementOf(folders) + std::to_string(++made_) + ".md";
  }

  void bring(const std::string& source, const std::string& path, Bring how, const std::string& id) {
    (plan.*how)(source, path, id);
    contents_[path] = contents_.at(source);
  }

  void move_folder(const std::string& inside) {
    const size_t slash = inside.find('/');
    if (slash == inside.npos) return;
    const std::string from = inside.substr(0, slash);
    const std::string to = "folder" + std::to_string(++made_);
    plan.move_folder(from, to);
    Files moved;
    for (const auto& [path, text] : contents_)
      moved[path.starts_with(from + "/") ? to + path.substr(from.size()) : path] = text;
    contents_ = std::move(moved);
  }

  Files contents_;
  int made_ = 0;
};

FilePlan random_plan(const Files& files, int most_steps) {
  RandomPlan random(files);
  const int count = *rc::gen::inRange(1, most_steps);
  for (int i = 0; i < count; ++i) random.add_step();
  return std::move(random.plan);
}

TEST(ApplyPlanProperty, WhatIsUndoneIsAsItWasAndDoneAgainAsItWasThen) {
  EXPECT_TRUE(rc::check([] {
    const Tree tree;
    const Files before = tree.files();
    const std::string index = tree.index();
    const FilePlan plan = random_plan(before, 8);
    const int number = apply_plan(tree.open(), "migrate", plan);
    if (number == 0) return;
    const Files after = tree.files();
    const std::string index_after = tree.index();
    const int undo = undo_operation(tree.open(), number).number;
    RC_ASSERT(tree.files() == before);
    RC_ASSERT(tree.index() == index);
    undo_operation(tree.open(), undo);
    RC_ASSERT(tree.files() == after);
    RC_ASSERT(tree.index() == index_after);
    undo_operation(tree.open(), number);
    RC_ASSERT(tree.files() == before);
  }));
}

TEST(ApplyPlanProperty, WhatWasStoppedGoesOnOrBack) {
  EXPECT_TRUE(rc::check([] {
    const Tree tree;
    const Files before = tree.files();
    const std::string index = tree.index();
    const FilePlan plan = random_plan(before, 8);
    const size_t kill = *rc::gen::inRange<size_t>(1, plan.steps().size() + 1);
    const bool goes_on = *rc::gen::arbitrary<bool>();
    try {
      apply_plan(tree.open(), "migrate", plan, stop_after(kill));
    } catch (const Error&) {
      RC_ASSERT(unfinished_operation(tree.open(), "migrate").has_value());
    }
    auto stopped = unfinished_operation(tree.open(), "migrate");
    if (!stopped) return;  // all was made, or nothing was to be
    if (goes_on) {
      finish_operation(tree.open(), *stopped);
      RC_ASSERT(!unfinished_operation(tree.open(), "migrate"));
    }
    try {
      undo_operation(tree.open(), stopped->number, {}, stop_after(kill / 2 + 1));
    } catch (const Error&) {
      // The same command goes on.
      undo_operation(tree.open(), stopped->number);
    }
    RC_ASSERT(tree.files() == before);
    RC_ASSERT(tree.index() == index);
    RC_ASSERT(!unfinished_operation(tree.open(), "migrate"));
    RC_ASSERT(!unfinished_operation(tree.open(), "undo"));
  }));
}

TEST(ApplyPlanTest, NothingIsDoneWhereAFileIsNotAsPlanned) {
  const Tree tree;
  const Files before = tree.files();
  FilePlan plan;
  plan.write("docs/tracked.md", "tracked", "new");
  plan.write("docs/new.md", "something else", "new");
  try {
    apply_plan(tree.open(), "migrate", plan);
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::conflict);
    EXPECT_STREQ(error.what(), "'docs/new.md' was changed meanwhile; nothing was done");
  }
  EXPECT_EQ(tree.files(), before);
  EXPECT_TRUE(tree.open().operation_log().operations().empty());
}

TEST(ApplyPlanTest, WhatIsSoAlreadyIsNoPartOfIt) {
  const Tree tree;
  FilePlan plan;
  plan.write("docs/tracked.md", "old", "tracked");
  EXPECT_EQ(apply_plan(tree.open(), "migrate", plan), 0);
  plan.write("docs/new.md", "untracked", "new");
  const int number = apply_plan(tree.open(), "migrate", plan);
  EXPECT_EQ(tree.open().operation_log().find(number)->steps.size(), 1u);
}

TEST(ApplyPlanTest, PermissionsStayAndComeBack) {
  const Tree tree;
  const std::string tool = tree.fixture.git.path_of("docs/tool.sh");
  chmod(tree.fixture.git.path_of("docs/new.md").c_str(), 0600);
  const Files before = tree.files();
  FilePlan plan;
  plan.write("docs/tool.sh", "#!/bin/sh\n", "#!/bin/bash\n");
  plan.remove("docs/new.md", content_id("untracked"));
  plan.copy("docs/tool.sh", "bin/tool", content_id("#!/bin/bash\n"));
  const int number = apply_plan(tree.open(), "migrate", plan);
  EXPECT_EQ(std::filesystem::status(tool).permissions(), std::filesystem::perms(0755));
  EXPECT_TRUE(tree.files().at("bin/tool").starts_with("755 "));
  undo_operation(tree.open(), number);
  EXPECT_EQ(tree.files(), before);
}

TEST(ApplyPlanTest, WhatSomebodyFinishedMeanwhileIsLeftAlone) {
  const Tree tree;
  FilePlan plan;
  plan.write("docs/tracked.md", "tracked", "new");
  plan.write("docs/new.md", "untracked", "new");
  EXPECT_THROW(apply_plan(tree.open(), "update", plan, stop_after(1)), Error);
  const Operation seen = *unfinished_operation(tree.open(), "update");
  finish_operation(tree.open(), seen);
  tree.fixture.git.write("docs/new.md", "newer");
  EXPECT_NO_THROW(finish_operation(tree.open(), seen));
  EXPECT_EQ(tree.fixture.git.read("docs/new.md"), "newer");
}

TEST(ApplyPlanTest, PermissionsComeBackOfWhatWasMovedAndThenRemoved) {
  const Tree tree;
  const Files before = tree.files();
  FilePlan plan;
  plan.move("docs/tool.sh", "docs/moved", content_id("#!/bin/sh\n"));
  plan.remove("docs/moved", content_id("#!/bin/sh\n"));
  undo_operation(tree.open(), apply_plan(tree.open(), "gc", plan));
  EXPECT_EQ(tree.files(), before);
}

TEST(ApplyPlanTest, AFileBesideOursIsNotTakenForOurs) {
  const Tree tree;
  tree.fixture.git.write("docs/tracked.md.tmp", "somebody's");
  FilePlan plan;
  plan.write("docs/tracked.md", "tracked", "new");
  apply_plan(tree.open(), "migrate", plan);
  EXPECT_EQ(tree.fixture.git.read("docs/tracked.md.tmp"), "somebody's");
}

TEST(ApplyPlanTest, WhatAKilledStepLeftGoes) {
  const Tree tree;
  const Files before = tree.files();
  FilePlan plan;
  plan.write("a.md", std::nullopt, "a");
  plan.write("b.md", std::nullopt, "b");
  EXPECT_THROW(apply_plan(tree.open(), "migrate", plan, stop_after(1)), Error);
  // What the second step would have left in the middle of its work.
  tree.fixture.git.write(".incoming-" + short_digest("b.md"), "half of b");
  undo_operation(tree.open(), unfinished_operation(tree.open(), "migrate")->number);
  EXPECT_EQ(tree.files(), before);
}

TEST(ApplyPlanTest, ALinkInTheWayIsRefusedBeforeAnythingIsDone) {
  const Tree tree;
  const Files before = tree.files();
  std::filesystem::create_directory_symlink(tree.fixture.git.outside().path(),
                                            tree.fixture.git.path_of("link"));
  FilePlan plan;
  plan.write("docs/tracked.md", "tracked", "new");
  plan.write("link/x.md", std::nullopt, "new");
  try {
    apply_plan(tree.open(), "migrate", plan);
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.reason(), "symbolic-link");
  }
  EXPECT_EQ(tree.files(), before);
}

}  // namespace
}  // namespace git_session
