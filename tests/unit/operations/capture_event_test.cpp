#include "operations/capture_event.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "operations/chat_session.h"
#include "support/workspace_fixture.h"

namespace git_session {
namespace {

using Kind = AgentEvent::Kind;

class CaptureEventTest : public testing::Test {
 protected:
  CaptureReply send(AgentEvent event) {
    fixture_.set("CLAUDE_CODE_SESSION_ID", event.chat);
    return capture_event(fixture_.open(), event, [](std::string_view transcript, bool) {
      const size_t place = transcript.find("model=");
      return place == transcript.npos ? std::string()
                                      : std::string(transcript.substr(place + 6, 4));
    });
  }
  static AgentEvent event(Kind kind, const std::string& chat = "chat-1") {
    AgentEvent made;
    made.kind = kind;
    made.chat = chat;
    return made;
  }
  AgentEvent wrote(const std::string& path, const std::string& agent = {},
                   const std::string& chat = "chat-1") {
    AgentEvent made = event(Kind::file_written, chat);
    made.files = {fixture_.git.path_of(path)};
    made.files_are_new = true;
    made.agent = agent;
    made.agent_id = agent.empty() ? "" : "id-of-" + agent;
    return made;
  }
  std::string transcript(const std::string& name, const std::string& text) {
    return fixture_.git.outside().write(name, text);
  }
  SessionLocation start(const std::string& chat = "chat-1") {
    return *send(event(Kind::chat_started, chat)).session;
  }
  Session load(const SessionLocation& location) { return fixture_.open().load(location); }
  const Output& output(const Session& session, const std::string& file) {
    const Output* found = session.find_output(file);
    if (!found) throw std::runtime_error("no output " + file);
    return *found;
  }
  WorkspaceFixture fixture_;
};

TEST_F(CaptureEventTest, ADocumentInTheSessionIsRecordedWithWhoMadeIt) {
  const SessionLocation location = start();
  fixture_.git.write(location.path + "/review_cs-architect.md", "# Review\n");
  const CaptureReply reply = send(wrote(location.path + "/review_cs-architect.md", "cs-architect"));
  ASSERT_EQ(reply.recorded.size(), 1u);
  EXPECT_EQ(reply.context, "");
  const Session session = load(location);
  const Output& review = output(session, "review_cs-architect.md");
  EXPECT_TRUE(review.listed);
  EXPECT_EQ(review.agent, "cs-architect");
  EXPECT_EQ(review.chat, "chat-1");
  EXPECT_EQ(review.blob, fixture_.git.git({"hash-object", location.path + "/" + review.file}));
  EXPECT_EQ(session.context.branch, "feature/invoices");
}

TEST_F(CaptureEventTest, EachChatWritesToItsOwnSession) {
  const SessionLocation first = start("chat-1");
  fixture_.git.write(first.path + "/a.md", "a");
  send(wrote(first.path + "/a.md", "", "chat-1"));
  fixture_.git.git({"checkout", "--quiet", "-b", "feature/other"});
  const SessionLocation second = start("chat-2");
  ASSERT_NE(first, second);
  fixture_.git.write(first.path + "/b.md", "b");
  AgentEvent ended = event(Kind::turn_ended, "chat-1");
  ended.transcript = transcript("t.jsonl", "wrote b.md model=opus");
  const CaptureReply reply = send(ended);
  EXPECT_EQ(reply.session, first);
  EXPECT_EQ(output(load(first), "b.md").chat, "chat-1");
  EXPECT_EQ(output(load(first), "b.md").model, "opus");
}

TEST_F(CaptureEventTest, ATurnTellsOnceWhatItKept) {
  const SessionLocation location = start();
  for (const char* file : {"a.md", "b.md"}) {
    fixture_.git.write(location.path + "/" + file, file);
    send(wrote(location.path + "/" + file, "cs-architect"));
  }
  const AgentEvent ended = event(Kind::turn_ended);
  EXPECT_EQ(send(ended).message, "2 documents kept in invoices (cs-architect)");
  EXPECT_EQ(send(ended).message, "");
}

TEST_F(CaptureEventTest, TheModelComesWhenItIsKnown) {
  const SessionLocation location = start();
  fixture_.git.write(location.path + "/a.md", "a");
  AgentEvent written = wrote(location.path + "/a.md", "cs-architect");
  written.transcript = transcript("main.jsonl", "model=opus");  // of the chat, not of the subagent
  send(written);
  EXPECT_EQ(output(load(location), "a.md").model, "");
  AgentEvent stopped = event(Kind::subagent_stopped);
  stopped.agent = "cs-architect";
  stopped.agent_id = "id-of-cs-architect";
  stopped.agent_transcript = transcript("sub.jsonl", "model=mini");
  send(stopped);
  EXPECT_EQ(output(load(location), "a.md").model, "mini");
}

TEST_F(CaptureEventTest, WhatNobodyNamedIsClaimedOnlyWithoutCompany) {
  const SessionLocation location = start("chat-1");
  start("chat-2");
  fixture_.git.write(location.path + "/a.md", "a");
  fixture_.git.write(location.path + "/b.md", "b");
  AgentEvent ended = event(Kind::turn_ended, "chat-1");
  ended.transcript = transcript("t.jsonl", "echo >a.md");
  EXPECT_EQ(send(ended).recorded.size(), 1u);
  EXPECT_TRUE(output(load(location), "a.md").listed);
  EXPECT_FALSE(output(load(location), "b.md").listed);
  // It may have made it before it ended.
  send(event(Kind::chat_ended, "chat-2"));
  EXPECT_TRUE(send(ended).recorded.empty());
  std::filesystem::remove(fixture_.git.path_of(".git/session/capture/chat-2"));
  ended.has_background_work = true;
  EXPECT_TRUE(send(ended).recorded.empty());
  ended.has_background_work = false;
  EXPECT_EQ(send(ended).recorded.size(), 1u);
}

TEST_F(CaptureEventTest, WhatASubagentMayHaveMadeIsNotClaimedByTheChat) {
  const SessionLocation location = start();
  AgentEvent ran = event(Kind::command_ran);
  ran.command = "python3 generate.py";
  ran.agent = "cs-architect";
  ran.agent_id = "a1";
  send(ran);
  fixture_.git.write(location.path + "/a.md", "a");
  EXPECT_TRUE(send(event(Kind::turn_ended)).recorded.empty());
}

TEST_F(CaptureEventTest, OnlyWhatLooksLikeADocumentIsClaimedUnnamed) {
  const SessionLocation location = start();
  for (const char* file : {"node_modules/x/readme.md", "program.o", "notes.md"})
    fixture_.git.write(location.path + "/" + file, file);
  const CaptureReply reply = send(event(Kind::turn_ended));
  ASSERT_EQ(reply.recorded.size(), 1u);
  EXPECT_EQ(reply.recorded.front().path, location.path + "/notes.md");
}

TEST_F(CaptureEventTest, WhatLayThereBeforeTheChatIsNotItsWork) {
  const SessionLocation location = start();
  fixture_.git.write(location.path + "/old.md", "old");
  const auto long_ago =
      std::filesystem::file_time_type::clock::now() - std::chrono::hours(24 * 900);
  std::filesystem::last_write_time(fixture_.git.path_of(location.path + "/old.md"), long_ago);
  EXPECT_TRUE(send(event(Kind::turn_ended)).recorded.empty());
}

TEST_F(CaptureEventTest, ACommandClaimsWhatItNames) {
  const SessionLocation location = start();
  fixture_.git.write(location.path + "/a.md", "a");
  fixture_.git.write(location.path + "/b.md", "b");
  AgentEvent ran = event(Kind::command_ran);
  ran.command = "printf x >\"$CLAUDE_SESSION_DIR/a.md\"";
  ran.agent = "cs-architect";
  EXPECT_EQ(send(ran).recorded.size(), 1u);
  EXPECT_EQ(output(load(location), "a.md").agent, "cs-architect");
}

TEST_F(CaptureEventTest, WhoEditsADocumentDidNotMakeIt) {
  const SessionLocation location = start();
  fixture_.git.write(location.path + "/a.md", "a");
  send(wrote(location.path + "/a.md", "cs-architect"));
  const std::string before = output(load(location), "a.md").blob;
  fixture_.git.write(location.path + "/a.md", "changed");
  EXPECT_EQ(send(wrote(location.path + "/a.md", "cs-other")).recorded.size(), 1u);
  EXPECT_EQ(output(load(location), "a.md").agent, "cs-architect");
  EXPECT_NE(output(load(location), "a.md").blob, before);
  EXPECT_TRUE(send(wrote(location.path + "/a.md", "cs-other")).recorded.empty());
}

TEST_F(CaptureEventTest, ALaterVersionSupersedesTheOlder) {
  const SessionLocation location = start();
  for (const char* file : {"2025-11-21_plan_cs-a.md", "2025-11-22_plan_cs-a.md"}) {
    fixture_.git.write(location.path + "/" + file, file);
    send(wrote(location.path + "/" + file, "cs-a"));
  }
  const Session session = load(location);
  EXPECT_EQ(output(session, "2025-11-22_plan_cs-a.md").supersedes, "2025-11-21_plan_cs-a.md");
  EXPECT_EQ(output(session, "2025-11-21_plan_cs-a.md").supersedes, "");
}

TEST_F(CaptureEventTest, ADocumentElsewhereIsOfferedOnce) {
  start();
  fixture_.git.write("docs/review.md", "r");
  fixture_.git.write("docs/guide.md", "g");
  const CaptureReply reply = send(wrote("docs/review.md", "cs-architect"));
  ASSERT_EQ(reply.offered.size(), 1u);
  EXPECT_NE(reply.context.find("`git session keep docs/review.md`"), std::string::npos);
  EXPECT_EQ(send(wrote("docs/review.md", "cs-architect")).context, "");
  EXPECT_EQ(send(wrote("docs/guide.md")).context, "");
  EXPECT_EQ(noted_document(fixture_.open(), "docs/review.md")->agent, "cs-architect");
  AgentEvent edited = wrote("docs/audit.md");
  fixture_.git.write("docs/audit.md", "a");
  edited.files_are_new = false;
  EXPECT_EQ(send(edited).context, "");
}

TEST_F(CaptureEventTest, TheEndOfATurnTellsOfDocumentsThatAShellMadeElsewhere) {
  start();
  fixture_.git.write("docs/review.md", "r");
  fixture_.git.write("docs/audit.md", "of somebody else");
  AgentEvent ended = event(Kind::turn_ended);
  ended.transcript = transcript("t.jsonl", "cat >docs/review.md");
  EXPECT_EQ(
      send(ended).message,
      "docs/review.md lies outside of the session; git session keep docs/review.md moves it in");
  EXPECT_EQ(send(ended).message, "");
}

TEST_F(CaptureEventTest, DraftsAreNotedAndNotRecorded) {
  fixture_.git.git({"config", "session.capture", "draft"});
  const CaptureReply started = send(event(Kind::chat_started));
  const SessionLocation location = *started.session;
  EXPECT_EQ(started.environment.front().second, fixture_.git.path_of(location.path + "/drafts"));
  const std::string path = location.path + "/drafts/idea.md";
  fixture_.git.write(path, "idea");
  EXPECT_EQ(send(wrote(path, "cs-a")).drafts.size(), 1u);
  EXPECT_TRUE(load(location).outputs.empty());
  EXPECT_EQ(load(location).shape, Shape::version_1);
  EXPECT_EQ(noted_document(fixture_.open(), path)->agent, "cs-a");
  fixture_.git.write(location.path + "/plan.md", "plan");
  send(wrote(location.path + "/plan.md", "cs-a"));
  EXPECT_TRUE(output(load(location), "plan.md").draft);
  EXPECT_EQ(send(event(Kind::turn_ended)).message,
            "1 document marked as draft in invoices (cs-a); 1 draft in invoices (cs-a); "
            "git session keep " +
                path + " keeps it");
}

TEST_F(CaptureEventTest, OffIsOff) {
  fixture_.git.git({"config", "session.capture", "off"});
  EXPECT_FALSE(send(event(Kind::chat_started)).session);
  EXPECT_FALSE(fixture_.git.exists("output"));
}

TEST_F(CaptureEventTest, NothingOutsideIsTouched) {
  const SessionLocation location = start();
  const std::string canary = fixture_.git.outside().write("canary.md", "canary");
  std::filesystem::create_symlink(canary, fixture_.git.path_of(location.path + "/link.md"));
  for (const std::string& path : {std::string("../canary.md"), location.path + "/link.md",
                                  location.path + "/../../../../../canary.md", std::string("")}) {
    AgentEvent hostile = wrote(path);
    hostile.files.push_back(path);
    hostile.files.push_back(canary);
    hostile.files.emplace_back("a\0b", 3);
    const CaptureReply reply = send(hostile);
    EXPECT_TRUE(reply.recorded.empty() && reply.offered.empty()) << path;
  }
  EXPECT_FALSE(fixture_.git.exists(location.path + "/.session-metadata.yaml"));
}

TEST_F(CaptureEventTest, AChatThatWritesNothingLeavesNothing) {
  const SessionLocation location = start();
  send(event(Kind::turn_ended));
  send(event(Kind::chat_ended));
  EXPECT_FALSE(fixture_.git.exists(location.path));
  EXPECT_FALSE(fixture_.open().state().session_of_chat("chat-1"));
}

TEST_F(CaptureEventTest, AClosedSessionTakesNothing) {
  const SessionLocation location = fixture_.make_session();
  fixture_.git.write(location.path + "/a.md", "a");
  const std::string metadata = fixture_.git.read(location.path + "/.session-metadata.yaml");
  std::string closed = metadata;
  closed.replace(closed.find("\"active\""), 8, "\"closed\"");
  fixture_.git.write(location.path + "/.session-metadata.yaml", closed);
  EXPECT_TRUE(send(wrote(location.path + "/a.md")).recorded.empty());
  EXPECT_EQ(fixture_.git.read(location.path + "/.session-metadata.yaml"), closed);
}

}  // namespace
}  // namespace git_session
