#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/agent_event.h"
#include "operations/chat_notes.h"
#include "operations/workspace.h"

namespace git_session {

/// What a hook did, and what is to be said about it.
struct CaptureReply {
  std::string context;  ///< for the agent; empty: nothing
  std::string message;  ///< one line for the person; empty: nothing
  /// Variables for the shells of the chat.
  std::vector<std::pair<std::string, std::string>> environment;
  std::optional<SessionLocation> session;  ///< that the chat writes to
  std::vector<CapturedDocument> recorded;  ///< outputs that are new or have new content
  std::vector<CapturedDocument> drafts;
  std::vector<CapturedDocument> offered;  ///< documents that lie outside of sessions
  bool is_remembered = true;              ///< false: the git directory cannot be written
};

/// The model that the end of a transcript names last; empty where it names none. A subagent's
/// transcript holds nothing but a subagent's lines.
using FindModel = std::function<std::string(std::string_view transcript, bool is_of_subagent)>;

/// Does what an agent's event asks for. The workspace's environment must hold the event's chat as
/// CLAUDE_CODE_SESSION_ID, and be that of the event's working directory. Nothing is done where
/// session.capture is off, or for an event without a chat. Throws as the operations below it do.
CaptureReply capture_event(const Workspace& workspace, const AgentEvent& event,
                           const FindModel& find_model);

/// The chat's shells were given the variables of a reply: so that they give way to what the chat
/// does later.
void note_export(const Workspace& workspace, const std::string& chat, const CaptureReply& reply);

}  // namespace git_session
