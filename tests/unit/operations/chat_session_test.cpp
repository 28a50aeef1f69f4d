#include "operations/chat_session.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "operations/chat_notes.h"
#include "operations/current_session.h"
#include "operations/find_sessions.h"
#include "support/workspace_fixture.h"

namespace git_session {
namespace {

class ChatSessionTest : public testing::Test {
 protected:
  SessionLocation settle(const std::string& chat) {
    fixture_.set("CLAUDE_CODE_SESSION_ID", chat);
    return settle_chat(fixture_.open());
  }
  SessionLocation session(const std::string& hex, const std::string& status,
                          const std::string& branch = "feature/invoices") {
    return fixture_.write_session(
        "ada-example", "2025-11-20_feature-invoices_" + hex,
        "context:\n  branch: \"" + branch + "\"\nstatus: " + status + "\n");
  }
  bool has_metadata(const SessionLocation& location) const {
    return fixture_.git.exists(location.path + "/.session-metadata.yaml");
  }
  WorkspaceFixture fixture_;
};

TEST_F(ChatSessionTest, ChatsOfABranchGetTheSamePlaceWhichNobodySees) {
  const SessionLocation first = settle("chat-1");
  EXPECT_EQ(first.id.substr(0, 28), "2025-11-22_feature-invoices_");
  EXPECT_EQ(settle("chat-2"), first);
  EXPECT_TRUE(fixture_.git.exists(first.path));
  EXPECT_FALSE(has_metadata(first));
  EXPECT_EQ(fixture_.git.git({"status", "--porcelain"}), "");
  EXPECT_TRUE(find_sessions(fixture_.open(), {}).rows.empty());
  // Both know it as their current session.
  EXPECT_EQ(find_current_session(fixture_.open(), std::nullopt).location, first);
}

TEST_F(ChatSessionTest, AnOpenSessionOfTheBranchGoesBeforeAPlace) {
  session("aaaaaa", "closed");
  session("cccccc", "active", "feature-invoices");  // another branch with the same slug
  const SessionLocation open = session("bbbbbb", "active");
  EXPECT_EQ(settle("chat-1"), open);
}

TEST_F(ChatSessionTest, WhatSomebodyChoseGoesFirst) {
  session("aaaaaa", "active");
  const SessionLocation chosen = session("bbbbbb", "active");
  ASSERT_TRUE(set_current_session(fixture_.open(), chosen));
  EXPECT_EQ(settle("chat-1"), chosen);
  fixture_.set("GIT_SESSION", "aaaaaa");
  EXPECT_EQ(settle("chat-2").id, "2025-11-20_feature-invoices_aaaaaa");
  fixture_.set("GIT_SESSION", "of-another-repository");
  EXPECT_NO_THROW(settle("chat-3"));
}

TEST_F(ChatSessionTest, AChatStaysWithItsSessionUntilThatIsOver) {
  const SessionLocation first = session("aaaaaa", "active");
  EXPECT_EQ(settle("chat-1"), first);
  session("bbbbbb", "active");
  fixture_.git.git({"checkout", "--quiet", "-b", "other"});
  EXPECT_EQ(settle("chat-1"), first);
  session("aaaaaa", "closed");
  EXPECT_NE(settle("chat-1"), first);
}

TEST_F(ChatSessionTest, APlaceBecomesASessionWithoutAskingAnybody) {
  fixture_.git.git({"checkout", "--quiet", "-b", "feature/PROJ-7-tax"});
  const SessionLocation place = settle("chat-1");
  const Workspace workspace = fixture_.open();
  EXPECT_TRUE(begin_session(workspace, place));
  EXPECT_TRUE(begin_session(workspace, place));
  const Session begun = workspace.load(place);
  EXPECT_EQ(begun.shape, Shape::version_1);
  EXPECT_EQ(begun.context.branch, "feature/PROJ-7-tax");
  EXPECT_EQ(begun.context.ticket, "PROJ-7");
  EXPECT_EQ(begun.context.project, std::filesystem::path(fixture_.git.path()).filename().string());
  EXPECT_EQ(begun.created_by.team, "unknown");
  EXPECT_TRUE(begun.problems.empty());
  EXPECT_EQ(find_sessions(workspace, {}).rows.size(), 1u);
}

TEST_F(ChatSessionTest, SettingsNameTeamAndProject) {
  fixture_.git.git({"config", "session.team", "Product"});
  fixture_.git.git({"config", "session.project", "Tax"});
  const SessionLocation place = settle("chat-1");
  const Workspace workspace = fixture_.open();
  ASSERT_TRUE(begin_session(workspace, place));
  EXPECT_EQ(workspace.load(place).created_by.team, "product");
  EXPECT_EQ(workspace.load(place).context.project, "Tax");
}

TEST_F(ChatSessionTest, OfOtherFoldersNothingIsMade) {
  const Workspace workspace = fixture_.open();
  const SessionLayout& layout = workspace.store().layout();
  for (const SessionLocation& location :
       {layout.session("grace", "2025-11-22_feature-invoices_aaaaaa"),
        layout.session("ada-example", "notes"),
        layout.session("ada-example", "2025-11-22_main_aaaaaa"),
        layout.archived("ada-example", "2025-11-22_feature-invoices_aaaaaa")}) {
    fixture_.git.write(location.path + "/x.md", "x");
    EXPECT_FALSE(begin_session(workspace, location)) << location.path;
    EXPECT_FALSE(has_metadata(location));
  }
}

TEST_F(ChatSessionTest, APlaceIsLeftAsItWasFound) {
  const SessionLocation place = settle("chat-1");
  const Workspace workspace = fixture_.open();
  make_drafts_folder(workspace, place);
  EXPECT_EQ(fixture_.git.git({"status", "--porcelain"}), "");
  leave_place(workspace, place);
  EXPECT_FALSE(fixture_.git.exists(place.path));
  const SessionLocation used = settle("chat-1");
  make_drafts_folder(workspace, used);
  fixture_.git.write(used.path + "/drafts/idea.md", "idea");
  leave_place(workspace, used);
  EXPECT_TRUE(fixture_.git.exists(used.path + "/drafts/idea.md"));
  EXPECT_TRUE(fixture_.git.exists(used.path + "/drafts/.gitignore"));
}

TEST_F(ChatSessionTest, WhatAHookExportedGivesWayToWhatTheChatDidLater) {
  const SessionLocation given = session("aaaaaa", "active");
  const SessionLocation later = session("bbbbbb", "active");
  ASSERT_TRUE(set_current_session(fixture_.open(), given));
  settle("chat-1");
  ChatNotes notes(fixture_.open(), "chat-1");
  notes.start("");
  notes.note_export(fixture_.git.path_of(given.path));
  fixture_.set("CLAUDE_SESSION_DIR", fixture_.git.path_of(given.path));
  fixture_.set("GIT_SESSION", given.id);
  EXPECT_EQ(find_current_session(fixture_.open(), std::nullopt).location, given);
  ASSERT_TRUE(set_current_session(fixture_.open(), later));
  EXPECT_EQ(find_current_session(fixture_.open(), std::nullopt).location, later);
  // What a person exports stays what it is.
  fixture_.set("GIT_SESSION", "aaaaaa");
  EXPECT_EQ(find_current_session(fixture_.open(), std::nullopt).location, given);
}

}  // namespace
}  // namespace git_session
