#include "json/brief_json.h"
#include "json/json_shape.h"
#include "mcp/tool_schema.h"
#include "operations/close_session.h"

namespace git_session::mcp {
namespace {

namespace shape = json_shape;

const char* word_for(NotListedReason reason) {
  switch (reason) {
    case NotListedReason::name_not_utf8:
      return "name-not-utf8";
    case NotListedReason::too_large:
      return "too-large";
    case NotListedReason::no_room:
      break;
  }
  return "no-room";
}

ToolAnswer call(const ToolCall& call) {
  const CloseReport report = close_session(call.workspace, session_of(call).location);
  Json root = brief_root(report.session);
  root["added"] = files_to_json(report.listed);
  root["not_listed"] = Json::array();
  for (const NotListed& left : report.not_listed) {
    root["not_listed"].push_back({{"file", left.file}, {"reason", word_for(left.reason)}});
  }
  return {std::move(root)};
}

}  // namespace

Tool declare_close() {
  const Json left =
      shape::object({{"file", shape::text()},
                     {"reason", shape::one_of({"name-not-utf8", "too-large", "no-room"})}});
  return {
      .name = "close",
      .title = "End a work session",
      .description =
          "Ends a work session when its work is done: records the documents that nobody recorded, "
          "and marks it closed. It takes no new outputs then, and stays searchable. The session "
          "has to be named, because again without a name it would end another one. A person can "
          "take it back with: git session reopen ID. Nothing is committed.",
      .effects = {.idempotent = true},
      .input = input_schema({{"session", line_argument("id of the session, or a unique part")}},
                            Json::object()),
      .output = brief_schema({{"added", shape::list_of(shape::object({{"file", shape::text()}}))},
                              {"not_listed", shape::list_of(left)}}),
      .call = call};
}

}  // namespace git_session::mcp
