#include "operations/current_session.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "support/workspace_fixture.h"

namespace git_session {
namespace {

class CurrentSessionTest : public testing::Test {
 protected:
  SessionLocation session(const std::string& hex, const std::string& word = "active") {
    return fixture_.write_session(
        "ada-example", "2025-11-22_feature-invoices_" + hex,
        "context:\n  branch: \"feature/invoices\"\nstatus: " + word + "\n");
  }
  CurrentSession find(const std::optional<std::string>& named = std::nullopt) {
    return find_current_session(fixture_.open(), named);
  }
  void use(const SessionLocation& location) {
    ASSERT_TRUE(set_current_session(fixture_.open(), location));
  }
  ErrorKind kind_of_failure() {
    try {
      find();
    } catch (const Error& error) {
      return error.kind();
    }
    return ErrorKind::internal;
  }
  void expect(const SessionLocation& location, CurrentSource source) {
    CurrentSession found = find();
    EXPECT_EQ(found.location.id, location.id);
    EXPECT_STREQ(name_of(found.source), name_of(source));
  }

  WorkspaceFixture fixture_;
  SessionLocation first_ = session("aaaaaa");
  SessionLocation second_ = session("bbbbbb");
  SessionLocation third_ = session("cccccc");
};

TEST_F(CurrentSessionTest, EachSourceGoesBeforeTheNext) {
  use(first_);
  expect(first_, CurrentSource::pointer);
  fixture_.enter(second_.path);
  expect(second_, CurrentSource::working_directory);
  fixture_.set("CLAUDE_CODE_SESSION_ID", "chat-1");
  ASSERT_TRUE(fixture_.open().state().bind_chat("chat-1", qualified_name(third_)));
  expect(third_, CurrentSource::agent);
  fixture_.set("CLAUDE_SESSION_DIR", fixture_.git.path_of(first_.path));
  expect(first_, CurrentSource::environment);
  fixture_.set("GIT_SESSION", "bbbbbb");
  expect(second_, CurrentSource::environment);
  EXPECT_EQ(find("cccccc").location, third_);
  EXPECT_EQ(find("cccccc").source, CurrentSource::flag);
}

TEST_F(CurrentSessionTest, AnUnknownNameNeverFallsThrough) {
  use(first_);
  fixture_.set("GIT_SESSION", "ffffff");
  EXPECT_EQ(kind_of_failure(), ErrorKind::not_found);
  fixture_.set("GIT_SESSION", "2025");
  EXPECT_EQ(kind_of_failure(), ErrorKind::ambiguous);
  fixture_.set("GIT_SESSION", "");
  expect(first_, CurrentSource::pointer);
}

TEST_F(CurrentSessionTest, TheDirectoryVariableGivesWayToALaterUse) {
  fixture_.set("CLAUDE_SESSION_DIR", fixture_.git.path_of(first_.path));
  expect(first_, CurrentSource::environment);
  use(second_);
  expect(second_, CurrentSource::pointer);
  // Exported anew it counts again.
  fixture_.set("CLAUDE_SESSION_DIR", fixture_.git.path_of(third_.path));
  expect(third_, CurrentSource::environment);
}

TEST_F(CurrentSessionTest, TheDirectoryVariableIsPassedOverWithANote) {
  use(first_);
  SessionLocation closed = session("dddddd", "closed");
  SessionLocation archived =
      fixture_.write_session("ada-example", "2025-11-22_main_eeeeee", "schema: 1\n", true);
  for (const std::string& directory :
       {std::string("/nowhere"), std::string("/"), fixture_.git.path_of("output"),
        fixture_.git.path_of(closed.path), fixture_.git.path_of(archived.path)}) {
    SCOPED_TRACE(directory);
    fixture_.set("CLAUDE_SESSION_DIR", directory);
    CurrentSession found = find();
    EXPECT_EQ(found.location, first_);
    ASSERT_EQ(found.notes.size(), 1U);
    EXPECT_NE(found.notes[0].find(directory), std::string::npos);
  }
}

TEST_F(CurrentSessionTest, ThePointerHoldsForItsBranchWhileTheSessionIsOpen) {
  use(second_);
  fixture_.git.git({"checkout", "--quiet", "-b", "other"});
  EXPECT_EQ(kind_of_failure(), ErrorKind::no_session);
  fixture_.git.git({"checkout", "--quiet", "feature/invoices"});
  expect(second_, CurrentSource::pointer);
  session("bbbbbb", "closed");
  EXPECT_EQ(kind_of_failure(), ErrorKind::no_session);
}

TEST_F(CurrentSessionTest, TheOnlyOpenSessionOfTheBranchIsTakenAndNeverOneOfSeveral) {
  try {
    find();
    ADD_FAILURE() << "one of several was taken";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::no_session);
    EXPECT_EQ(error.candidates(), (std::vector<std::string>{third_.id, second_.id, first_.id}));
  }
  session("aaaaaa", "closed");
  // On another branch, whatever its id says.
  fixture_.write_session("ada-example", second_.id, "context:\n  branch: \"main\"\n");
  expect(third_, CurrentSource::unique);
  fixture_.git.git({"config", "session.user", "somebody else"});
  EXPECT_EQ(kind_of_failure(), ErrorKind::no_session);
}

TEST_F(CurrentSessionTest, AChatWithoutBindingFollowsTheWorktree) {
  use(first_);
  fixture_.set("CLAUDE_CODE_SESSION_ID", "chat-1");
  expect(first_, CurrentSource::pointer);
  use(second_);  // inside the chat
  fixture_.set("CLAUDE_CODE_SESSION_ID", "chat-2");
  use(third_);
  expect(third_, CurrentSource::agent);
  fixture_.set("CLAUDE_CODE_SESSION_ID", "chat-1");
  expect(second_, CurrentSource::agent);
}

TEST_F(CurrentSessionTest, ItIsForgottenOnlyWhereItIsMeant) {
  use(first_);
  drop_current_session(fixture_.open(), second_);
  expect(first_, CurrentSource::pointer);
  drop_current_session(fixture_.open(), first_);
  EXPECT_EQ(kind_of_failure(), ErrorKind::no_session);
  fixture_.set("CLAUDE_CODE_SESSION_ID", "chat-1");
  use(first_);
  EXPECT_TRUE(forget_current_session(fixture_.open()));
  EXPECT_EQ(kind_of_failure(), ErrorKind::no_session);
}

TEST_F(CurrentSessionTest, AStateThatNamesNothingGoodIsPassedOver) {
  fixture_.git.write(".git/session/current", "session ../../../../etc\nbranch feature/invoices\n");
  EXPECT_EQ(kind_of_failure(), ErrorKind::no_session);
  fixture_.git.write(".git/session/current",
                     "session gone/2025-11-22_x_ffffff\nbranch "
                     "feature/invoices\n");
  EXPECT_EQ(kind_of_failure(), ErrorKind::no_session);
}

TEST_F(CurrentSessionTest, EachWorktreeHasItsOwn) {
  use(first_);
  fixture_.git.commit_all();
  fixture_.git.git({"worktree", "add", "--quiet", "-b", "aside", "../aside"});
  fixture_.enter("../aside");
  EXPECT_EQ(kind_of_failure(), ErrorKind::no_session);
  use(second_);
  expect(second_, CurrentSource::pointer);
  fixture_.enter("");
  expect(first_, CurrentSource::pointer);
}

}  // namespace
}  // namespace git_session
