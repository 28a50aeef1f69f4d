#pragma once

#include <string>
#include <string_view>

#include "core/agent_event.h"
#include "json/json.h"
#include "operations/capture_event.h"

namespace git_session {

/// Reads one event as a client gives it to its hooks. Never throws: what is no event, or none that
/// we know, has the kind `other`. Only the fields that are asked for are kept; contents of files,
/// prompts and answers are passed over as they are read.
AgentEvent parse_agent_event(AgentClient client, std::string_view json);

/// The files that a patch of Codex (`*** Add File: …`) writes; `all_new` says that it only adds.
std::vector<std::string> files_in_patch(std::string_view patch, bool& all_new);

/// The model of the last assistant line of a transcript in JSON lines, of which the first line may
/// be cut; lines of subagents count in their own transcript only.
std::string model_in_transcript(std::string_view transcript, bool is_of_subagent);

/// What the hook prints for its client; empty when there is nothing that the client would take
/// right.
std::string agent_reply(const AgentEvent& event, const CaptureReply& reply);

/// The same for programs: `hook --json`.
Json capture_root(const AgentEvent& event, const CaptureReply& reply);
Json capture_schema();

}  // namespace git_session
