#include "base/text.h"
#include "json/brief_json.h"
#include "json/json_shape.h"
#include "mcp/tool_schema.h"

namespace git_session::mcp {
namespace {

namespace shape = json_shape;

std::vector<std::string> notes_of(const CurrentSession& current, const Settings& settings) {
  std::vector<std::string> notes = current.notes;
  if (!settings.ignored_file_reason().empty()) {
    notes.push_back(".gitsession is ignored: " + settings.ignored_file_reason());
  }
  if (!settings.ignored_keys().empty()) {
    notes.push_back(".gitsession may not set " + join(settings.ignored_keys(), ", "));
  }
  return notes;
}

ToolAnswer call(const ToolCall& call) {
  const CurrentSession current = session_of(call);
  Json root = brief_root(call.workspace.load(current.location, {}));
  root["source"] = name_of(current.source);
  root["folder"] = call.workspace.absolute_path(current.location);
  root["notes"] = Json::array();
  for (const std::string& note : notes_of(current, call.workspace.settings())) {
    root["notes"].push_back({{"message", escape_line(note)}});
  }
  return {std::move(root)};
}

}  // namespace

Tool declare_current() {
  return {.name = "current",
          .title = "Current work session",
          .description =
              "The work session that documents here belong to, how it was found, and the folder to "
              "write them into (name them DATE_TIME_TOPIC_AGENT.md). Call it before you write a "
              "review, a plan or a report. Several chats can feed one session; a subagent passes "
              "`session` to be sure.",
          .effects = {.read_only = true, .idempotent = true},
          .input = input_schema(Json::object(), {{"session", session_argument()}}),
          .output = brief_schema(
              {{"source", shape::one_of({"flag", "env", "agent", "cwd", "pointer", "unique"})},
               {"folder", shape::described(shape::text(), "Absolute")},
               {"notes", shape::list_of(shape::object({{"message", shape::text()}}))}}),
          .call = call};
}

}  // namespace git_session::mcp
