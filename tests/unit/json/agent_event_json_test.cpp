#include "json/agent_event_json.h"

#include <gtest/gtest.h>

namespace git_session {
namespace {

using Kind = AgentEvent::Kind;

AgentEvent claude(const std::string& text) { return parse_agent_event(AgentClient::claude, text); }

/// An event of Claude Code with these members besides the common ones.
AgentEvent event(const std::string& members) {
  return claude(R"({"session_id":"c1","transcript_path":"/t.jsonl","cwd":"/work",)" + members +
                "}");
}

TEST(AgentEventJson, EveryEventHasItsKind) {
  const struct {
    const char* members;
    Kind kind;
  } cases[] = {
      {R"("hook_event_name":"SessionStart","source":"startup")", Kind::chat_started},
      {R"("hook_event_name":"PostToolUse","tool_name":"Write")", Kind::file_written},
      {R"("hook_event_name":"PostToolUse","tool_name":"MultiEdit")", Kind::file_written},
      {R"("hook_event_name":"PostToolUse","tool_name":"Bash")", Kind::command_ran},
      {R"("hook_event_name":"PostToolUse","tool_name":"Read")", Kind::other},
      {R"("hook_event_name":"SubagentStop")", Kind::subagent_stopped},
      {R"("hook_event_name":"Stop")", Kind::turn_ended},
      {R"("hook_event_name":"PreCompact")", Kind::context_shrinks},
      {R"("hook_event_name":"SessionEnd","reason":"other")", Kind::chat_ended},
      {R"("hook_event_name":"UserPromptSubmit","prompt":"p")", Kind::other},
      {R"("hook_event_name":7)", Kind::other},
  };
  for (const auto& one : cases) EXPECT_EQ(event(one.members).kind, one.kind) << one.members;
}

TEST(AgentEventJson, AWriteNamesItsFileAndWhoWroteIt) {
  const AgentEvent written = event(
      R"("hook_event_name":"PostToolUse","tool_name":"Write","agent_id":"a7e","agent_type":"cs-a",)"
      R"("tool_input":{"file_path":"/work/x.md","content":"{\"file_path\":\"no\"}"},)"
      R"("tool_response":{"type":"create","filePath":"/work/x.md","originalFile":null})");
  EXPECT_EQ(written.chat, "c1");
  EXPECT_EQ(written.working_directory, "/work");
  EXPECT_EQ(written.transcript, "/t.jsonl");
  EXPECT_EQ(written.files, std::vector<std::string>{"/work/x.md"});
  EXPECT_TRUE(written.files_are_new);
  EXPECT_EQ(written.agent, "cs-a");
  EXPECT_EQ(written.agent_id, "a7e");
  const AgentEvent edited =
      event(R"("hook_event_name":"PostToolUse","tool_name":"NotebookEdit",)"
            R"("tool_input":{"notebook_path":"n.ipynb"},"tool_response":{"type":"update"})");
  EXPECT_EQ(edited.files, std::vector<std::string>{"n.ipynb"});
  EXPECT_FALSE(edited.files_are_new);
}

TEST(AgentEventJson, StopsTellWhetherWorkGoesOn) {
  EXPECT_FALSE(event(R"("hook_event_name":"Stop","background_tasks":[])").has_background_work);
  const AgentEvent busy =
      event(R"("hook_event_name":"Stop","stop_hook_active":true,"background_tasks":[{"id":"b1"}])");
  EXPECT_TRUE(busy.has_background_work);
}

TEST(AgentEventJson, AStartInTheMiddleOfATurnIsKnown) {
  EXPECT_TRUE(event(R"("hook_event_name":"SessionStart","source":"compact")").goes_on);
  EXPECT_FALSE(event(R"("hook_event_name":"SessionStart","source":"resume")").goes_on);
}

TEST(AgentEventJson, TextsThatWereCutWithinACharacterDoNotLoseTheEvent) {
  for (const char* text : {R"(a\ud83d)", R"(\ude00x)", "\\\\ud83d", "\xff\xfe",
                           R"(\ud83d\ud83d\ude00)", R"(\ud83d\u0041)", R"(\\)"}) {
    const AgentEvent cut = event(
        std::string(
            R"("hook_event_name":"PostToolUse","tool_name":"Write","tool_input":{"content":")") +
        text + R"(","file_path":"a.md"})");
    EXPECT_EQ(cut.files, std::vector<std::string>{"a.md"}) << text;
  }
}

TEST(AgentEventJson, WhatIsNoEventIsNone) {
  std::string deep = R"({"hook_event_name":"Stop","session_id":"c1","x":)";
  deep += std::string(100000, '[') + std::string(100000, ']') + "}";
  for (const std::string& text :
       {std::string(), std::string("{"), std::string("[]"), std::string("7"), std::string("nul"),
        deep,
        std::string(R"({"hook_event_name":"Stop"} trailing)")}) {
    EXPECT_EQ(claude(text).kind, Kind::other) << text.substr(0, 80);
  }
}

TEST(AgentEventJson, IdsThatAreNoWordsAreDropped) {
  const AgentEvent odd =
      claude(R"({"hook_event_name":"Stop","session_id":"../../etc","agent_id":"a/b","cwd":"/w"})");
  EXPECT_EQ(odd.kind, Kind::turn_ended);
  EXPECT_EQ(odd.chat, "");
  EXPECT_EQ(odd.agent_id, "");
}

TEST(AgentEventJson, CodexWritesByPatches) {
  const AgentEvent patched = parse_agent_event(
      AgentClient::codex,
      R"({"session_id":"c2","turn_id":"t","cwd":"/w","hook_event_name":"PostToolUse","model":"gpt-5.2-codex",)"
      R"("tool_name":"apply_patch","tool_use_id":"u","tool_response":"Done","transcript_path":null,)"
      R"("permission_mode":"default","tool_input":{"command":"*** Begin Patch\n*** Add File: a b.md\n+x\n)"
      R"(*** Update File: c.md\n*** Move to: d.md\n@@\n-x\n+*** Add File: no.md\n*** End Patch"}})");
  EXPECT_EQ(patched.kind, Kind::file_written);
  EXPECT_EQ(patched.files, (std::vector<std::string>{"a b.md", "c.md", "d.md"}));
  EXPECT_FALSE(patched.files_are_new);
  EXPECT_EQ(patched.model, "gpt-5.2-codex");
  const AgentEvent ran = parse_agent_event(
      AgentClient::codex,
      R"({"session_id":"c2","hook_event_name":"PostToolUse","tool_name":"shell","tool_input":{"command":["sh","-c","ls"]}})");
  EXPECT_EQ(ran.kind, Kind::command_ran);
  EXPECT_EQ(ran.command, "sh -c ls");
  bool all_new = false;
  EXPECT_EQ(files_in_patch("*** Begin Patch\n*** Add File: a.md\n", all_new).size(), 1u);
  EXPECT_TRUE(all_new);
  EXPECT_TRUE(files_in_patch("", all_new).empty());
  EXPECT_FALSE(all_new);
}

TEST(AgentEventJson, CursorHasNamesOfItsOwn) {
  const auto cursor = [](const std::string& members) {
    return parse_agent_event(AgentClient::cursor,
                             R"({"conversation_id":"c3","generation_id":"g","model":"gpt-5",)"
                             R"("workspace_roots":["/w","/v"],"user_email":"a@b",)" +
                                 members + "}");
  };
  const AgentEvent edited = cursor(
      R"("hook_event_name":"afterFileEdit","file_path":"/w/x.md","edits":[{"old_string":"","new_string":"x"}])");
  EXPECT_EQ(edited.kind, Kind::file_written);
  EXPECT_EQ(edited.chat, "c3");
  EXPECT_EQ(edited.working_directory, "/w");
  EXPECT_TRUE(edited.files_are_new);
  EXPECT_FALSE(cursor(R"("hook_event_name":"afterFileEdit","file_path":"/w/x.md",)"
                      R"("edits":[{"old_string":"a","new_string":"x"}])")
                   .files_are_new);
  const AgentEvent stopped = cursor(
      R"("hook_event_name":"subagentStop","subagent_type":"explore","modified_files":["a.md","b.md"])");
  EXPECT_EQ(stopped.kind, Kind::subagent_stopped);
  EXPECT_EQ(stopped.agent, "explore");
  EXPECT_EQ(stopped.files.size(), 2u);
  EXPECT_EQ(cursor(R"("hook_event_name":"stop","status":"completed","loop_count":0)").kind,
            Kind::turn_ended);
  EXPECT_EQ(cursor(R"("hook_event_name":"beforeSubmitPrompt","prompt":"p")").kind, Kind::other);
}

TEST(Transcript, TheLastAssistantLineNamesTheModel) {
  const std::string user = R"({"type":"user","message":{"model":"no","content":"x"}})"
                           "\n";
  const auto said = [](const std::string& model, bool aside) {
    return R"({"type":"assistant","isSidechain":)" + std::string(aside ? "true" : "false") +
           R"(,"message":{"model":")" + model +
           R"(","content":[{"type":"text","text":"a"}]}})"
           "\n";
  };
  EXPECT_EQ(model_in_transcript(said("opus", false) + user, false), "opus");
  EXPECT_EQ(model_in_transcript(said("opus", false) + said("haiku", true), false), "opus");
  EXPECT_EQ(model_in_transcript(said("opus", false) + said("haiku", true), true), "haiku");
  EXPECT_EQ(model_in_transcript(said("opus", false) + said("<synthetic>", false), false), "opus");
  EXPECT_EQ(model_in_transcript("t\":\"model\"}}\n" + said("opus", false) + "{\"model\":", false),
            "opus");
  EXPECT_EQ(model_in_transcript("", false), "");
  EXPECT_EQ(model_in_transcript("\n\n\xff\"model\"\n[]\n", false), "");
  EXPECT_EQ(model_in_transcript(R"({"type":"assistant","message":{"model":7}})", false), "");
  EXPECT_EQ(model_in_transcript(R"({"type":"assistant","message":["model"]})", false), "");
}

TEST(AgentReply, SaysNothingThatTheClientWouldMisread) {
  AgentEvent ended;
  ended.kind = Kind::turn_ended;
  ended.name = "Stop";
  CaptureReply reply;
  EXPECT_EQ(agent_reply(ended, reply), "");
  reply.message = "1 document kept in x";
  EXPECT_EQ(agent_reply(ended, reply), "{\"systemMessage\":\"1 document kept in x\"}\n");
  reply.context = "context";
  for (Kind kind : {Kind::subagent_stopped, Kind::command_ran, Kind::chat_ended}) {
    AgentEvent other;
    other.kind = kind;
    EXPECT_EQ(agent_reply(other, reply), "");
  }
  AgentEvent started;
  started.kind = Kind::chat_started;
  started.name = "SessionStart";
  EXPECT_EQ(agent_reply(started, reply),
            "{\"hookSpecificOutput\":{\"hookEventName\":\"SessionStart\",\"additionalContext\":"
            "\"context\"}}\n");
  started.client = AgentClient::cursor;
  EXPECT_EQ(agent_reply(started, reply), "");  // without a session there is nothing to say
  reply.session = SessionLocation{"ada", "id", false, "output/sessions/ada/id"};
  reply.environment = {{"GIT_SESSION", "id"}};
  EXPECT_EQ(agent_reply(started, reply),
            "{\"env\":{\"GIT_SESSION\":\"id\"},\"additional_context\":\"context\"}\n");
  ended.client = AgentClient::cursor;
  EXPECT_EQ(agent_reply(ended, reply), "");
  AgentEvent shrinks;
  shrinks.kind = Kind::context_shrinks;
  EXPECT_EQ(agent_reply(shrinks, reply), "Keep in the summary:\ncontext");
  shrinks.client = AgentClient::codex;
  EXPECT_EQ(agent_reply(shrinks, reply), "");
  reply.context = std::string(20000, 'x');
  EXPECT_LT(agent_reply(started, reply).size(), 10000u);
}

}  // namespace
}  // namespace git_session
