#pragma once

#include <string>
#include <vector>

namespace git_session {

/// The programs whose events we read.
enum class AgentClient { claude, codex, cursor };

/// What a chat tells us of: one event of an agent's program, whatever that calls it. Empty text
/// means not told. All of it is foreign: names and paths are checked by whoever uses them.
struct AgentEvent {
  enum class Kind {
    other,             ///< nothing that concerns us
    chat_started,      ///< begun, resumed, or gone on after its context was emptied or shrunk
    file_written,      ///< by a tool for writing files
    command_ran,       ///< in a shell
    subagent_stopped,  ///< a subagent came to its end
    turn_ended,        ///< the agent has answered and waits
    context_shrinks,   ///< what was said is about to be summed up
    chat_ended
  };
  AgentClient client = AgentClient::claude;
  Kind kind = Kind::other;
  std::string name = {};               ///< the event, as the client calls it
  std::string chat = {};               ///< its id, which is a plain word
  std::string working_directory = {};  ///< absolute
  std::string agent = {};              ///< the subagent, or what the chat was started as
  std::string agent_id = {};           ///< of the subagent; empty in the chat itself
  std::string model = {};
  std::string transcript = {};        ///< path of what was said in the chat
  std::string agent_transcript = {};  ///< the same of a subagent
  std::vector<std::string> files = {};
  bool files_are_new = false;  ///< they were not there before
  std::string command = {};    ///< what ran in the shell
  bool goes_on = false;        ///< a start in the middle of a turn: the context has shrunk
  bool has_background_work = false;
};

/// "claude", "codex", "cursor": also what the agent of a chat is called where nothing names it.
constexpr const char* name_of(AgentClient client) {
  switch (client) {
    case AgentClient::claude:
      return "claude";
    case AgentClient::codex:
      return "codex";
    case AgentClient::cursor:
      return "cursor";
  }
  return "claude";
}

}  // namespace git_session
