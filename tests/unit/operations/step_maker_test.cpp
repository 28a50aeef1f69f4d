#include "operations/step_maker.h"

#include <gtest/gtest.h>

#include <atomic>
#include <filesystem>
#include <thread>

#include "base/content_id.h"
#include "base/error.h"
#include "operations/apply_plan.h"
#include "support/workspace_fixture.h"

namespace git_session {
namespace {

const std::string session = "output/sessions/ada/2025-11-22_x_a3f42c";

class StepMakerTest : public testing::Test {
 protected:
  StepMakerTest() {
    fixture_.git.write("docs/tracked.md", "tracked");
    fixture_.git.commit_all();
    fixture_.git.write(session + "/review.md", "review");
  }
  WorkspaceFixture fixture_;
};

TEST_F(StepMakerTest, EmptyFoldersGoWithTheirSession) {
  fixture_.git.write(session + "/.session-metadata.yaml", "schema: 1\n");
  std::filesystem::create_directories(fixture_.git.path_of(session + "/empty/er"));
  FilePlan plan;
  plan.remove(session + "/review.md", content_id("review"));
  plan.remove(session + "/.session-metadata.yaml", content_id("schema: 1\n"));
  apply_plan(fixture_.open(), "gc", plan);
  EXPECT_FALSE(fixture_.git.exists(session));
}

TEST_F(StepMakerTest, AFolderWithASubmoduleDoesNotMove) {
  const std::string commit = fixture_.git.git({"rev-parse", "HEAD"});
  fixture_.git.git({"update-index", "--add", "--cacheinfo", "160000," + commit + ",docs/sub"});
  FilePlan plan;
  plan.move_folder("docs", "moved");
  try {
    apply_plan(fixture_.open(), "doctor", plan);
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.reason(), "submodule");
  }
  EXPECT_TRUE(fixture_.open().operation_log().operations().empty());
}

TEST_F(StepMakerTest, AStepWaitsForWhoeverHoldsAPageOrASessionThatAFileLeaves) {
  const std::string page = "output/shared/promoted-to-confluence/PROJ/1";
  fixture_.git.write(page + "/copy.md", "copy");
  FilePlan write, move;
  write.write(page + "/copy.md", "copy", "new");
  move.move(session + "/review.md", "review.md", content_id("review"));
  for (const auto& [folder, plan] : {std::pair(page, &write), std::pair(session, &move)}) {
    std::optional<DirectoryLock> held(
        DirectoryLock::acquire(*Directory::open(fixture_.git.path_of(folder))));
    std::atomic<bool> is_done = false;
    std::thread other([&, steps = plan] {
      apply_plan(fixture_.open(), "undo", *steps);
      is_done = true;
    });
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    EXPECT_FALSE(is_done) << folder;
    held.reset();
    other.join();
    EXPECT_TRUE(is_done) << folder;
  }
}

}  // namespace
}  // namespace git_session
