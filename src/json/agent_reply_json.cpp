#include "base/text.h"
#include "json/agent_event_json.h"
#include "json/json_shape.h"
#include "json/session_schema.h"

namespace git_session {
namespace {

namespace shape = json_shape;
using Kind = AgentEvent::Kind;

/// Claude Code takes 10,000 characters.
constexpr size_t most_context = 9500;

std::string context_of(const CaptureReply& reply) {
  const std::string context = replace_invalid_utf8(reply.context);
  return context.size() <= most_context
             ? context
             : replace_invalid_utf8(context.substr(0, most_context)) + "…";
}

std::string line_of(const Json& json) { return dump_json(json) + "\n"; }

/// For Claude Code, and Codex, which reports every field that it does not know as a fault.
std::string claude_reply(const AgentEvent& event, const CaptureReply& reply) {
  Json root = Json::object();
  if (event.kind == Kind::context_shrinks) {
    // Claude Code adds what is printed here to the instructions for the summary; Codex shows it.
    if (event.client != AgentClient::claude || reply.context.empty()) return {};
    return "Keep in the summary:\n" + context_of(reply);
  }
  const bool takes_context = event.kind == Kind::chat_started || event.kind == Kind::file_written;
  if (takes_context && !reply.context.empty()) {
    root["hookSpecificOutput"] = {{"hookEventName", event.name},
                                  {"additionalContext", context_of(reply)}};
  }
  if (event.kind == Kind::turn_ended && !reply.message.empty())
    root["systemMessage"] = reply.message;
  return root.empty() ? std::string() : line_of(root);
}

/// The answers to Cursor's other events would be sent as a message of the user, or are not read.
std::string cursor_reply(const AgentEvent& event, const CaptureReply& reply) {
  if (event.kind != Kind::chat_started || !reply.session) return {};
  Json root = Json::object();
  for (const auto& [name, value] : reply.environment) root["env"][name] = value;
  root["additional_context"] = context_of(reply);
  return line_of(root);
}

Json documents_to_json(const std::vector<CapturedDocument>& documents) {
  Json list = Json::array();
  for (const CapturedDocument& document : documents) {
    list.push_back({{"path", document.path},
                    {"agent", text_or_null(document.agent)},
                    {"model", text_or_null(document.model)}});
  }
  return list;
}

}  // namespace

std::string agent_reply(const AgentEvent& event, const CaptureReply& reply) {
  return event.client == AgentClient::cursor ? cursor_reply(event, reply)
                                             : claude_reply(event, reply);
}

Json capture_root(const AgentEvent& event, const CaptureReply& reply) {
  Json root = json_root();
  root["agent"] = name_of(event.client);
  root["event"] = text_or_null(event.name);
  root["chat"] = text_or_null(event.chat);
  root["session_id"] = reply.session ? Json(reply.session->id) : Json();
  root["path"] = reply.session ? Json(reply.session->path) : Json();
  root["context"] = text_or_null(reply.context);
  root["message"] = text_or_null(reply.message);
  root["recorded"] = documents_to_json(reply.recorded);
  root["drafts"] = documents_to_json(reply.drafts);
  root["offered"] = documents_to_json(reply.offered);
  return root;
}

Json capture_schema() {
  Json document = shape::object({{"path", shape::text()},
                                 {"agent", shape::text_or_null()},
                                 {"model", shape::text_or_null()}});
  Json documents = shape::list_of(std::move(document));
  return root_schema(
      {{"agent", shape::one_of({"claude", "codex", "cursor"})},
       {"event", shape::described(shape::text_or_null(), "As the client calls it")},
       {"chat", shape::text_or_null()},
       {"session_id", shape::text_or_null()},
       {"path", shape::described(shape::text_or_null(), "The session's folder")},
       {"context", shape::described(shape::text_or_null(), "What the agent is told")},
       {"message", shape::described(shape::text_or_null(), "What the person is told")},
       {"recorded", documents},
       {"drafts", documents},
       {"offered", shape::described(documents, "Documents outside of sessions")}});
}

}  // namespace git_session
