#include "operations/plan_joining.h"

#include <gtest/gtest.h>

#include "operations/apply_plan.h"
#include "support/workspace_fixture.h"

namespace git_session {
namespace {

const std::string id = "2025-11-22_invoices_a3f42c";

/// One branch archives, the other adds a file; then git merges them, in one direction.
class PlanJoining : public testing::Test {
 protected:
  std::string metadata(const std::string& status, const std::string& outputs) const {
    return "session_id: " + id + "\nuser: ada\nteam: product\nproject: x\nstatus: " + status +
           "\noutputs:\n- file: a.md\n" + outputs;
  }

  void SetUp() override {
    fixture_.write_session("ada", id, metadata("active", ""));
    fixture_.git.write(live_ + "/a.md", "a\n");
    fixture_.git.write(live_ + "/b.md", "b\n");
    fixture_.git.commit_all("session");
    fixture_.git.git({"branch", "work"});
    fixture_.git.git({"checkout", "--quiet", "-b", "archiving"});
    fixture_.git.write("output/archive/ada/.gitkeep", "");
    fixture_.git.git({"mv", live_, archived_});
    fixture_.git.write(archived_ + "/.session-metadata.yaml",
                       metadata("archived\narchived_at: 2025-11-23T10:00:00Z", ""));
    fixture_.git.commit_all("archive");
    fixture_.git.git({"checkout", "--quiet", "work"});
    fixture_.git.write(live_ + "/.session-metadata.yaml",
                       metadata("active", "- file: new.md\ntags:\n- one\n- two\n- three\n"));
    fixture_.git.write(live_ + "/new.md", "new\n");
    fixture_.git.commit_all("add");
  }

  void merge(const std::string& into, const std::string& from, const std::string& renames) {
    fixture_.git.git({"checkout", "--quiet", into});
    try {
      fixture_.git.git({"-c", "merge.directoryRenames=" + renames, "merge", "--quiet", from});
    } catch (const std::exception&) {
      // It is a conflict.
    }
  }

  SessionLocation live() const { return {"ada", id, false, live_}; }
  SessionLocation archived() const { return {"ada", id, true, archived_}; }

  WorkspaceFixture fixture_;
  const std::string live_ = "output/sessions/ada/" + id;
  const std::string archived_ = "output/archive/ada/" + id;
};

TEST_F(PlanJoining, BringsTheSessionTogetherWhateverGitMadeOfIt) {
  for (const auto& [into, from] :
       {std::pair("work", "archiving"), std::pair("archiving", "work")}) {
    for (const std::string renames : {"conflict", "true", "false"}) {
      SCOPED_TRACE(std::string(into) + " " + renames);
      const std::string before = fixture_.git.git({"rev-parse", into});
      merge(into, from, renames);
      // What git calls a conflict is the user's to add, before or after.
      fixture_.git.git({"add", "--all"});
      const Workspace workspace = fixture_.open();
      if (fixture_.git.exists(live_)) {
        const JoiningPlan joining = plan_joining(workspace, live(), archived());
        EXPECT_TRUE(joining.is_complete());
        apply_plan(workspace, "doctor", joining.plan);
      }
      EXPECT_FALSE(fixture_.git.exists(live_ + "/.session-metadata.yaml"));
      EXPECT_FALSE(fixture_.git.exists(live_ + "/new.md"));
      EXPECT_EQ(fixture_.git.read(archived_ + "/new.md"), "new\n");
      EXPECT_EQ(fixture_.git.read(archived_ + "/a.md"), "a\n");
      EXPECT_EQ(fixture_.git.read(archived_ + "/.session-metadata.yaml"),
                metadata("archived\narchived_at: 2025-11-23T10:00:00Z",
                         "- file: new.md\ntags:\n- one\n- two\n- three\n"));
      fixture_.git.git({"reset", "--quiet", "--hard", before});
      fixture_.git.git({"clean", "-fdq"});
    }
  }
}

TEST_F(PlanJoining, TakesTheVersionBeforeBothFromGitsIndex) {
  fixture_.git.git({"checkout", "--quiet", "work"});
  fixture_.git.write(live_ + "/.session-metadata.yaml",
                     metadata("active", "tags:\n- one\n- two\n- three\nproject2: y\n"));
  fixture_.git.commit_all("more");
  merge("archiving", "work", "false");
  const JoiningPlan joining = plan_joining(fixture_.open(), live(), archived());
  EXPECT_TRUE(joining.is_complete());
}

TEST_F(PlanJoining, LeavesWhatBothHaveDifferentlyToAPerson) {
  fixture_.git.write(archived_ + "/.session-metadata.yaml", metadata("active", "ticket: A-1\n"));
  fixture_.git.write(archived_ + "/b.md", "other\n");
  fixture_.git.write(live_ + "/.session-metadata.yaml", metadata("active", "ticket: A-2\n"));
  const JoiningPlan joining = plan_joining(fixture_.open(), live(), archived());
  ASSERT_EQ(joining.undecided.size(), 1U);
  EXPECT_EQ(joining.undecided[0].field, "context.ticket");
  EXPECT_EQ(joining.left, std::vector<std::string>{live_ + "/b.md"});
  for (const FileStep& step : joining.plan.steps()) {
    EXPECT_EQ(step.path.find(".session-metadata.yaml"), std::string::npos) << step.path;
  }
}

TEST_F(PlanJoining, TearsNoOtherRepositoryApart) {
  fixture_.git.write(archived_ + "/.session-metadata.yaml", metadata("active", ""));
  fixture_.git.write(live_ + "/inner/.git", "gitdir: elsewhere\n");
  fixture_.git.write(live_ + "/inner/x.md", "x\n");
  fixture_.git.write(live_ + "/deep/y.md", "y\n");
  const JoiningPlan joining = plan_joining(fixture_.open(), live(), archived());
  EXPECT_FALSE(joining.is_complete());
  EXPECT_EQ(joining.repositories, std::vector<std::string>{live_ + "/inner"});
  EXPECT_EQ(joining.folders, (std::vector<std::string>{live_, live_ + "/deep"}));
}

TEST_F(PlanJoining, MovesWhatGitDoesNotTrackAfterItsCopy) {
  fixture_.git.write(archived_ + "/.session-metadata.yaml", metadata("active", ""));
  fixture_.git.write(live_ + "/.session-metadata.yaml", metadata("active", ""));
  fixture_.git.write(live_ + "/deep/untracked.md", "u\n");
  const Workspace workspace = fixture_.open();
  const JoiningPlan joining = plan_joining(workspace, live(), archived());
  apply_plan(workspace, "doctor", joining.plan);
  EXPECT_EQ(fixture_.git.read(archived_ + "/deep/untracked.md"), "u\n");
  EXPECT_FALSE(fixture_.git.exists(live_ + "/deep/untracked.md"));
  EXPECT_FALSE(fixture_.git.exists(live_ + "/a.md"));
}

}  // namespace
}  // namespace git_session
