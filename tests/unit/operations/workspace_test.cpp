#include "operations/workspace.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "support/workspace_fixture.h"

namespace git_session {
namespace {

class WorkspaceTest : public testing::Test {
 protected:
  void configure(const std::string& key, const std::string& value) {
    fixture_.git.git({"config", key, value});
  }
  WorkspaceFixture fixture_;
};

TEST_F(WorkspaceTest, KnowsUserBranchAndDay) {
  Workspace workspace = fixture_.open();
  EXPECT_EQ(workspace.user(), "ada-example");
  EXPECT_EQ(workspace.email(), "ada@example.com");
  EXPECT_EQ(workspace.branch(), "feature/invoices");
  EXPECT_EQ(format_date(workspace.today()), "2025-11-22");
}

TEST_F(WorkspaceTest, TheUserIsTheFirstThatIsKnown) {
  ScopedVariable no_name("GIT_AUTHOR_NAME", std::nullopt);
  ScopedVariable no_committer("GIT_COMMITTER_NAME", std::nullopt);
  {
    ScopedVariable no_email("GIT_AUTHOR_EMAIL", std::nullopt);
    ScopedVariable no_committer_email("GIT_COMMITTER_EMAIL", std::nullopt);
    configure("user.useConfigOnly", "true");
    fixture_.set("LOGNAME", "login name");
    EXPECT_EQ(fixture_.open().user(), "login-name");
    configure("user.email", "grace.hopper@example.com");
    EXPECT_EQ(fixture_.open().user(), "gracehopper");
  }
  configure("user.name", "Grace Hopper");
  EXPECT_EQ(fixture_.open().user(), "grace-hopper");
  configure("session.user", "The Admiral");
  EXPECT_EQ(fixture_.open().user(), "the-admiral");
}

TEST_F(WorkspaceTest, TellsDetachedAndUnbornHeads) {
  std::string commit = fixture_.git.git({"rev-parse", "HEAD"});
  fixture_.git.git({"checkout", "--quiet", "--detach"});
  EXPECT_EQ(fixture_.open().branch(), "detached-" + commit.substr(0, 7));
  fixture_.git.git({"checkout", "--quiet", "--orphan", "fresh"});
  EXPECT_EQ(fixture_.open().branch(), "fresh");
}

TEST_F(WorkspaceTest, ResolvesNames) {
  fixture_.write_session("ada", "2025-11-22_main_a3f42c", "schema: 1\n");
  fixture_.write_session("ada", "2025-11-23_main_a3f999", "schema: 1\n");
  fixture_.write_session("bob", "2025-11-23_main_a3f999", "schema: 1\n", true);
  Workspace workspace = fixture_.open();
  EXPECT_EQ(workspace.resolve("2025-11-22_main_a3f42c").user, "ada");
  EXPECT_EQ(workspace.resolve("2025-11-22").id, "2025-11-22_main_a3f42c");
  EXPECT_EQ(workspace.resolve("a3f42c").id, "2025-11-22_main_a3f42c");
  EXPECT_EQ(workspace.resolve("bob/2025-11-23_main_a3f999").user, "bob");
  EXPECT_EQ(workspace.resolve("a3f999", Scope::sessions).user, "ada");
  EXPECT_EQ(workspace.resolve("output/sessions/ada/2025-11-23_main_a3f999").user, "ada");
}

TEST_F(WorkspaceTest, RefusesUnknownAndAmbiguousNames) {
  fixture_.write_session("ada", "2025-11-22_main_a3f42c", "schema: 1\n");
  fixture_.write_session("bob", "2025-11-22_main_a3f42c", "schema: 1\n");
  Workspace workspace = fixture_.open();
  try {
    workspace.resolve("a3f");
    ADD_FAILURE() << "was resolved";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::ambiguous);
    EXPECT_EQ(error.candidates(),
              (std::vector<std::string>{"output/sessions/ada/2025-11-22_main_a3f42c",
                                        "output/sessions/bob/2025-11-22_main_a3f42c"}));
  }
  for (const char* name : {"", ".", "..", "../ada", "/etc", "ada", "a3", "ada/..", "ffffff",
                           "2025-11-22_main_a3f42c/../../.."}) {
    SCOPED_TRACE(name);
    try {
      workspace.resolve(name);
      ADD_FAILURE() << "was resolved";
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::not_found);
    }
  }
}

TEST_F(WorkspaceTest, PathsAreSeenFromTheWorkingDirectory) {
  SessionLocation location = fixture_.write_session("ada", "2025-11-22_main_a3f42c", "schema: 1\n");
  EXPECT_EQ(fixture_.open().path_from_here(location), location.path);
  fixture_.git.write("source/parts/a.c", "");
  fixture_.enter("source/parts");
  EXPECT_EQ(fixture_.open().path_from_here(location), "../../" + location.path);
  fixture_.enter("output/sessions");
  EXPECT_EQ(fixture_.open().path_from_here(location), "ada/2025-11-22_main_a3f42c");
  fixture_.enter(location.path);
  EXPECT_EQ(fixture_.open().path_from_here(location), ".");
}

TEST_F(WorkspaceTest, PathsAsTypedAreMadeRelativeToTheTopLevel) {
  fixture_.git.write("source/a.c", "");
  fixture_.enter("source");
  Workspace workspace = fixture_.open();
  EXPECT_EQ(workspace.relative_to_top_level("a.c"), "source/a.c");
  EXPECT_EQ(workspace.relative_to_top_level(fixture_.git.path_of("README.md")), "README.md");
  EXPECT_EQ(workspace.relative_to_top_level(".."), "");
  EXPECT_EQ(workspace.relative_to_top_level("../.."), std::nullopt);
  EXPECT_EQ(workspace.relative_to_top_level("absent"), std::nullopt);
}

TEST_F(WorkspaceTest, SparseSessionsAreRead) {
  SessionLocation location = fixture_.write_session(
      "ada", "2025-11-22_main_a3f42c",
      "schema: 1\ncontext:\n  project: \"Invoices\"\noutputs:\n  - file: \"a.md\"\n");
  fixture_.git.write(location.path + "/a.md", "# A\n");
  fixture_.git.write("source/a.c", "");
  fixture_.git.commit_all();
  fixture_.git.git({"sparse-checkout", "set", "source"});
  ASSERT_FALSE(fixture_.git.exists(location.path));
  Workspace workspace = fixture_.open();
  ASSERT_EQ(workspace.locations(Scope::everything).size(), 1U);
  EXPECT_EQ(workspace.resolve("a3f42c"), location);
  Session session = workspace.load(location);
  EXPECT_TRUE(session.sparse);
  EXPECT_EQ(session.context.project, "Invoices");
  ASSERT_EQ(session.outputs.size(), 1U);
  EXPECT_FALSE(is_missing(session.outputs[0]));
  EXPECT_THROW(workspace.require_in_work_tree(location), Error);
}

TEST_F(WorkspaceTest, ATopLevelThatOnlyGitDirNamesIsNotCertain) {
  std::string git_directory = fixture_.git.path_of(".git");
  std::string empty = fixture_.git.outside().make_directory("empty");
  ScopedVariable variable("GIT_DIR", git_directory);
  fixture_.enter("../empty");
  try {
    fixture_.open().require_certain_top_level();
    ADD_FAILURE() << "was taken for a top level";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::refused);
    EXPECT_EQ(error.reason(), "uncertain-top-level");
  }
  fixture_.git.outside().make_directory("empty/output");
  EXPECT_NO_THROW(fixture_.open().require_certain_top_level());
}

}  // namespace
}  // namespace git_session
