#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/capture_rules.h"
#include "json/agent_event_json.h"
#include "operations/session_state.h"

namespace {

using namespace git_session;

void check(AgentClient client, std::string_view text) {
  const AgentEvent event = parse_agent_event(client, text);
  if (!event.chat.empty() && !is_plain_chat_id(event.chat)) std::abort();
  if (!event.agent_id.empty() && !is_plain_chat_id(event.agent_id)) std::abort();
  CaptureReply reply;
  reply.context = event.agent + event.command;
  reply.message = event.name;
  reply.session = SessionLocation();
  const std::string answer = agent_reply(event, reply);
  if (answer.starts_with('{')) {
    const Json json = Json::parse(answer);  // throws for what no client could read
    for (const char* forbidden : {"decision", "continue", "followup_message"})
      if (json.contains(forbidden)) std::abort();
  }
  dump_json(capture_root(event, reply));
  for (const std::string& file : event.files) mentions_file(text, file);
  if (recordable_name(event.agent).find('\n') != std::string::npos) std::abort();
}

}  // namespace

/// Whatever a client sends: an event or none, and an answer that the client can read.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  for (AgentClient client : {AgentClient::claude, AgentClient::codex, AgentClient::cursor})
    check(client, text);
  model_in_transcript(text, false);
  model_in_transcript(text, true);
  return 0;
}
