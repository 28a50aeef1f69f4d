#include "operations/chat_notes.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "support/workspace_fixture.h"

namespace git_session {
namespace {

const CapturedDocument review = {"output/sessions/a/s/review.md", "cs-a", "", "opus", "chat-1"};
const CapturedDocument plan = {"output/sessions/a/s/plan.md", "", "sub", "", "chat-1"};

TEST(ChatNotes, RememberFromOneEventToTheNext) {
  const WorkspaceFixture fixture;
  const Workspace workspace = fixture.open();
  ChatNotes first(workspace, "chat-1");
  EXPECT_FALSE(first.started_at());
  EXPECT_TRUE(first.start("cs-main"));
  first.note_export("/work/output/sessions/a/s");
  first.note_output(review);
  first.note_draft(plan);
  first.note_offer("docs/review.md");

  ChatNotes second(workspace, "chat-1");
  EXPECT_EQ(second.started_at(), workspace.now());
  EXPECT_EQ(second.main_agent(), "cs-main");
  EXPECT_EQ(second.exported(), std::vector<std::string>{"/work/output/sessions/a/s"});
  EXPECT_EQ(second.untold_outputs(), std::vector<CapturedDocument>{review});
  EXPECT_EQ(second.untold_drafts(), std::vector<CapturedDocument>{plan});
  EXPECT_TRUE(second.was_offered("docs/review.md"));
  EXPECT_FALSE(second.was_offered("docs/other.md"));
  second.note_turn_ended();

  ChatNotes third(workspace, "chat-1");
  EXPECT_TRUE(third.untold_outputs().empty());
  EXPECT_EQ(third.outputs(), std::vector<CapturedDocument>{review});
  EXPECT_TRUE(third.was_offered("docs/review.md"));
  third.forget();
  EXPECT_FALSE(ChatNotes(workspace, "chat-1").started_at());
}

TEST(ChatNotes, WhatIsNotedAgainReplacesTheFirst) {
  const WorkspaceFixture fixture;
  const Workspace workspace = fixture.open();
  ChatNotes notes(workspace, "chat-1");
  CapturedDocument named = plan;
  named.model = "opus";
  notes.note_output(plan);
  notes.note_output(named);
  EXPECT_EQ(ChatNotes(workspace, "chat-1").untold_outputs(), std::vector<CapturedDocument>{named});
}

TEST(ChatNotes, ALineCannotBeForged) {
  const WorkspaceFixture fixture;
  const Workspace workspace = fixture.open();
  ChatNotes notes(workspace, "chat-1");
  notes.note_offer("docs/a.md\noffer\tdocs/b.md");
  EXPECT_FALSE(notes.start("cs-a\nexported\t/etc"));
  EXPECT_FALSE(ChatNotes(workspace, "chat-1").was_offered("docs/b.md"));
  EXPECT_TRUE(ChatNotes(workspace, "chat-1").exported().empty());
}

TEST(ChatNotes, CompanyIsAnotherChatOfTheSameSession) {
  const WorkspaceFixture fixture;
  const Workspace workspace = fixture.open();
  ChatNotes(workspace, "chat-1").start("");
  workspace.state().bind_chat("chat-1", "a/s");
  EXPECT_FALSE(ChatNotes::has_company(workspace, "chat-1", "a/s"));
  EXPECT_TRUE(ChatNotes::has_company(workspace, "chat-2", "a/s"));
  EXPECT_FALSE(ChatNotes::has_company(workspace, "chat-2", "a/other"));
}

TEST(ChatNotes, AChatThatEndedWasCompanyAndSharesNothing) {
  const WorkspaceFixture fixture;
  const Workspace workspace = fixture.open();
  workspace.state().bind_chat("chat-1", "a/s");
  ChatNotes notes(workspace, "chat-1");
  notes.start("cs-main");
  EXPECT_TRUE(ChatNotes::is_shared(workspace, "chat-2", "a/s"));
  notes.note_end();
  EXPECT_TRUE(ChatNotes::has_company(workspace, "chat-2", "a/s"));
  EXPECT_FALSE(ChatNotes::is_shared(workspace, "chat-2", "a/s"));
  ChatNotes(workspace, "chat-1").start("");
  EXPECT_TRUE(ChatNotes::is_shared(workspace, "chat-2", "a/s"));
}

TEST(ChatNotes, ATurnBeginsWhereTheLastOneEndedAtMostAnHourBack) {
  WorkspaceFixture fixture;
  const auto at = [&](const char* time) {
    fixture.set("GIT_SESSION_TEST_NOW", time);
    return ChatNotes(fixture.open(), "chat-1");
  };
  EXPECT_FALSE(at("2025-11-22T08:00:00Z").turn_began_at());
  at("2025-11-22T08:00:00Z").start("");
  EXPECT_EQ(at("2025-11-22T08:10:00Z").turn_began_at(), parse_rfc3339("2025-11-22T08:00:00Z"));
  at("2025-11-22T08:10:00Z").note_turn_ended();
  at("2025-11-22T08:11:00Z").note_subagent();
  EXPECT_EQ(at("2025-11-22T08:20:00Z").turn_began_at(), parse_rfc3339("2025-11-22T08:10:00Z"));
  EXPECT_TRUE(at("2025-11-22T08:20:00Z").had_subagent());
  EXPECT_EQ(at("2025-11-25T08:20:00Z").turn_began_at(), parse_rfc3339("2025-11-25T07:20:00Z"));
  EXPECT_FALSE(at("2025-11-25T08:20:00Z").had_subagent());
}

TEST(ChatNotes, WhereNothingCanBeWrittenNothingIsRemembered) {
  const WorkspaceFixture fixture;
  const Workspace workspace = fixture.open();
  fixture.git.write(".git/session", "a file in the way");
  ChatNotes notes(workspace, "chat-1");
  EXPECT_FALSE(notes.start("cs-main"));
  EXPECT_EQ(notes.main_agent(), "cs-main");  // this event knows all the same
  notes.forget();
  note_document(workspace, review);
  EXPECT_FALSE(noted_document(workspace, review.path));
}

TEST(ChatNotes, DocumentsAreKnownByTheirPath) {
  const WorkspaceFixture fixture;
  const Workspace workspace = fixture.open();
  note_document(workspace, review);
  EXPECT_EQ(noted_document(workspace, review.path), review);
  EXPECT_FALSE(noted_document(workspace, plan.path));
  note_document(workspace, plan);
  EXPECT_EQ(noted_document(workspace, plan.path), plan);
}

}  // namespace
}  // namespace git_session
