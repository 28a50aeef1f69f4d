#include "operations/undo_operation.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "base/content_id.h"
#include "base/error.h"
#include "support/tree_snapshot.h"
#include "support/workspace_fixture.h"

namespace git_session {
namespace {

class UndoOperationTest : public testing::Test {
 protected:
  std::map<std::string, std::string> files() const { return files_of_tree(fixture_.git.path()); }
  Workspace open() const { return fixture_.open(); }

  int apply(const FilePlan& plan) const { return apply_plan(open(), "migrate", plan); }
  Error error_of_undo(int number, UndoOptions options = {}) const {
    try {
      undo_operation(open(), number, options);
    } catch (const Error& error) {
      return error;
    }
    ADD_FAILURE() << "nothing was thrown";
    return Error(ErrorKind::internal, "");
  }

  /// README.md from its content to "new".
  int rewrite_readme() const {
    FilePlan plan;
    plan.write("README.md", "# Invoices\n", "new");
    return apply(plan);
  }

  WorkspaceFixture fixture_;
};

TEST_F(UndoOperationTest, RefusesWhereAFileHasChangedSince) {
  const int number = rewrite_readme();
  fixture_.git.write("README.md", "edited");
  const Error error = error_of_undo(number);
  EXPECT_EQ(error.kind(), ErrorKind::refused);
  EXPECT_EQ(error.reason(), "changed-since");
  EXPECT_STREQ(error.what(), "'README.md' changed after operation 1 (migrate); nothing was done");
  EXPECT_EQ(fixture_.git.read("README.md"), "edited");
}

TEST_F(UndoOperationTest, ForcedItKeepsWhatThereIsNow) {
  const int number = rewrite_readme();
  fixture_.git.write("README.md", "edited");
  const int undo = undo_operation(open(), number, {.force = true}).number;
  EXPECT_EQ(fixture_.git.read("README.md"), "# Invoices\n");
  undo_operation(open(), undo);
  EXPECT_EQ(fixture_.git.read("README.md"), "edited");
}

TEST_F(UndoOperationTest, ForcedItMakesAFileAnewThatIsGone) {
  const int number = rewrite_readme();
  std::filesystem::remove(fixture_.git.path_of("README.md"));
  EXPECT_EQ(error_of_undo(number).reason(), "changed-since");
  undo_operation(open(), number, {.force = true});
  EXPECT_EQ(fixture_.git.read("README.md"), "# Invoices\n");
}

TEST_F(UndoOperationTest, ForcedItBringsBackTheEditedCopy) {
  fixture_.git.write("old.md", "text");
  FilePlan plan;
  plan.copy("old.md", "new.md", content_id("text"));
  plan.remove_original("old.md", "new.md", content_id("text"));
  const int number = apply(plan);
  fixture_.git.write("new.md", "edited");
  const Error error = error_of_undo(number);
  EXPECT_NE(std::string(error.what()).find("'new.md'"), std::string::npos) << error.what();
  undo_operation(open(), number, {.force = true});
  EXPECT_EQ(fixture_.git.read("old.md"), "edited");
  EXPECT_FALSE(fixture_.git.exists("new.md"));
}

TEST_F(UndoOperationTest, OnceIsEnough) {
  const int number = rewrite_readme();
  const int undo = undo_operation(open(), number).number;
  EXPECT_EQ(error_of_undo(number).reason(), "already-undone");
  undo_operation(open(), undo);
  EXPECT_EQ(fixture_.git.read("README.md"), "new");
  EXPECT_EQ(error_of_undo(undo).reason(), "already-undone");
  undo_operation(open(), number);
  EXPECT_EQ(fixture_.git.read("README.md"), "# Invoices\n");
}

TEST_F(UndoOperationTest, ADryRunChangesNothing) {
  const int number = rewrite_readme();
  const auto before = files();
  const UndoReport report = undo_operation(open(), number, {.dry_run = true});
  EXPECT_EQ(report.number, 0);
  EXPECT_EQ(report.steps.size(), 1u);
  EXPECT_EQ(files(), before);
  EXPECT_EQ(open().operation_log().operations().size(), 1u);
}

TEST_F(UndoOperationTest, WhereAllIsAsItWasThereIsNothingToUndo) {
  const int number = rewrite_readme();
  fixture_.git.write("README.md", "# Invoices\n");
  EXPECT_EQ(error_of_undo(number).reason(), "already-undone");
  EXPECT_EQ(open().operation_log().operations().size(), 1u);
}

TEST_F(UndoOperationTest, WhatALaterOperationMovedIsNotWrittenWhereItWas) {
  fixture_.git.write("a/x", "old");
  FilePlan write, move, back;
  write.write("a/x", "old", "new");
  move.move_folder("a", "b");
  back.move_folder("b", "a");
  const int written = apply(write);
  const int moved = apply(move);
  for (const bool force : {false, true}) {
    const Error error = error_of_undo(written, {.force = force});
    EXPECT_EQ(error.reason(), "changed-since");
    EXPECT_EQ(error.hint(), "git session undo " + std::to_string(moved) + " first");
  }
  const int undo = undo_operation(open(), moved).number;
  undo_operation(open(), undo);
  EXPECT_EQ(error_of_undo(written).reason(), "changed-since");
  apply(back);
  undo_operation(open(), written);
  EXPECT_EQ(fixture_.git.read("a/x"), "old");
}

TEST_F(UndoOperationTest, ACopyGoesWhateverBecameOfItsOriginal) {
  fixture_.git.write("original.md", "text");
  FilePlan plan;
  plan.copy("original.md", "copy.md", content_id("text"));
  const int number = apply(plan);
  fixture_.git.write("original.md", "edited");
  const int undo = undo_operation(open(), number).number;
  EXPECT_FALSE(fixture_.git.exists("copy.md"));
  undo_operation(open(), undo);
  EXPECT_EQ(fixture_.git.read("copy.md"), "text");
}

TEST_F(UndoOperationTest, APurgeIsTakenBackWithItsOwnLinesOfTheList) {
  const std::string list = "output/archive/.purged";
  FilePlan first, second;
  first.write(list, std::nullopt, "# list\na\n");
  second.write(list, "# list\na\n", "# list\na\nb\n");
  const int number = apply_plan(open(), "gc", first);
  apply_plan(open(), "gc", second);
  const int undo = undo_operation(open(), number).number;
  EXPECT_EQ(fixture_.git.read(list), "# list\nb\n");
  undo_operation(open(), undo);
  EXPECT_EQ(fixture_.git.read(list), "# list\na\nb\n");
  undo_operation(open(), number, {.force = true});
  EXPECT_EQ(fixture_.git.read(list), "# list\nb\n");
}

TEST_F(UndoOperationTest, AnUndoThatWasStoppedDoesNotCountBesideTheOneThatEndedIt) {
  fixture_.git.write("a.md", "a");
  fixture_.git.write("b.md", "b");
  FilePlan plan;
  plan.write("a.md", "a", "A");
  plan.write("b.md", "b", "B");
  const int number = apply(plan);
  EXPECT_THROW(undo_operation(open(), number, {},
                              [](size_t, size_t) { throw Error(ErrorKind::internal, "stopped"); }),
               Error);
  fixture_.git.write("b.md", "edited");
  fixture_.git.write("a.md", "edited");
  const int undo = undo_operation(open(), number, {.force = true}).number;
  undo_operation(open(), undo);
  EXPECT_EQ(undone_operations(open().operation_log().operations()), std::set<int>{undo});
}

TEST_F(UndoOperationTest, WhatWasStoppedAndTakenBackIsEndedForGood) {
  FilePlan plan;
  plan.write("output/a/x.md", std::nullopt, "x");
  plan.write("output/b/y.md", std::nullopt, "y");
  EXPECT_THROW(apply_plan(open(), "migrate", plan,
                          [](size_t, size_t) { throw Error(ErrorKind::internal, "stopped"); }),
               Error);
  // What a kill in the middle of the second step leaves.
  std::filesystem::create_directories(fixture_.git.path_of("output/b"));
  undo_operation(open(), 1);
  EXPECT_FALSE(fixture_.git.exists("output"));
  EXPECT_FALSE(open().operation_log().find(1)->is_unfinished());
}

TEST_F(UndoOperationTest, AStepThatWasNotedAndNeverMadeIsNoneToUndo) {
  const int number = rewrite_readme();
  Operation noted;
  noted.verb = "update";
  noted.number = open().operation_log().reserve(open().now());
  noted.steps = {{FileStep::Kind::write, "README.md", {}, content_id("new"), content_id("newer")}};
  open().operation_log().begin(noted);
  EXPECT_EQ(last_operation_to_undo(open())->number, number);
  fixture_.git.write("README.md", "newer");
  EXPECT_EQ(last_operation_to_undo(open())->number, noted.number);
}

TEST_F(UndoOperationTest, AContentThatIsNotKeptWholeIsNotGivenBack) {
  const int number = rewrite_readme();
  const std::string kept =
      open().operation_log().path_of(number).substr(fixture_.git.path().size());
  const std::string entry = kept.substr(1, kept.rfind('/') - 1);
  fixture_.git.write(entry + "/" + content_id("# Invoices\n"), "# Inv");
  const Error error = error_of_undo(number);
  EXPECT_EQ(error.kind(), ErrorKind::unavailable);
  EXPECT_EQ(fixture_.git.read("README.md"), "new");
  EXPECT_EQ(open().operation_log().operations().size(), 1u);
}

TEST_F(UndoOperationTest, AnEntryThatIsDamagedIsNamedAndTheOthersWork) {
  const int number = rewrite_readme();
  const std::string path = open().operation_log().path_of(number + 1);
  fixture_.git.write(path.substr(fixture_.git.path().size() + 1),
                     "git-session operation 1\nverb x\nlink\ta\tb\tc\n");
  EXPECT_EQ(error_of_undo(number + 1).kind(), ErrorKind::invalid_data);
  std::vector<int> unreadable;
  EXPECT_EQ(open().operation_log().operations(&unreadable).size(), 1u);
  EXPECT_EQ(unreadable, std::vector<int>{number + 1});
  // The last one is not the one before.
  EXPECT_THROW(last_operation_to_undo(open()), Error);
  undo_operation(open(), number);
  EXPECT_EQ(error_of_undo(99).kind(), ErrorKind::not_found);
}

TEST_F(UndoOperationTest, AFolderMovesWithWhatGitKnowsOfIt) {
  const std::string old = "output/sessions/ada/2025-11-22_x_a3f42c";
  fixture_.git.write(old + "/committed.md", "committed");
  fixture_.git.commit_all();
  fixture_.git.write(old + "/staged.md", "staged");
  fixture_.git.git({"add", old + "/staged.md"});
  fixture_.git.write(old + "/announced.md", "announced");
  fixture_.git.git({"add", "-N", old + "/announced.md"});
  fixture_.git.git({"update-index", "--assume-unchanged", old + "/committed.md"});
  const std::string index = fixture_.git.git({"ls-files", "-s", "-v"});
  const std::string status = fixture_.git.git({"status", "--porcelain"});
  FilePlan plan;
  plan.move_folder(old, "output/archive/ada/2025-11-22_x_a3f42c");
  const int number = apply(plan);
  EXPECT_EQ(fixture_.git.git({"diff", "--cached", "--name-status", "--no-renames"}),
            "A\toutput/archive/ada/2025-11-22_x_a3f42c/committed.md\n"
            "A\toutput/archive/ada/2025-11-22_x_a3f42c/staged.md\n"
            "D\toutput/sessions/ada/2025-11-22_x_a3f42c/committed.md");
  undo_operation(open(), number);
  EXPECT_EQ(fixture_.git.git({"ls-files", "-s", "-v"}), index);
  EXPECT_EQ(fixture_.git.git({"status", "--porcelain"}), status);
}

TEST_F(UndoOperationTest, AnUnmergedFileMovesWithAllItsSides) {
  fixture_.git.write("old.md", "base\n");
  fixture_.git.commit_all();
  fixture_.git.git({"checkout", "--quiet", "-b", "theirs"});
  fixture_.git.write("old.md", "theirs\n");
  fixture_.git.commit_all();
  fixture_.git.git({"checkout", "--quiet", "feature/invoices"});
  fixture_.git.write("old.md", "ours\n");
  fixture_.git.commit_all();
  EXPECT_ANY_THROW(fixture_.git.git({"merge", "theirs"}));
  const std::string index = fixture_.git.git({"ls-files", "-s"});
  FilePlan plan;
  plan.move("old.md", "new.md", content_id(fixture_.git.read("old.md")));
  const int number = apply(plan);
  EXPECT_EQ(fixture_.git.git({"ls-files", "-u", "new.md"}).find("old.md"), std::string::npos);
  undo_operation(open(), number);
  EXPECT_EQ(fixture_.git.git({"ls-files", "-s"}), index);
}

TEST_F(UndoOperationTest, WhatUndoneMadeNoLongerCounts) {
  std::vector<Operation> operations(3);
  for (int i = 0; i < 3; ++i) operations[static_cast<size_t>(i)].number = 3 - i;
  operations[0].undoes = 2;  // 3 took back 2, which took back 1
  operations[1].undoes = 1;
  operations[0].finished = operations[1].finished = true;
  EXPECT_EQ(undone_operations(operations), std::set<int>{2});
  operations[0].finished = false;
  EXPECT_EQ(undone_operations(operations), std::set<int>{1});
}

}  // namespace
}  // namespace git_session
