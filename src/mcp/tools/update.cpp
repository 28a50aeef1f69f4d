#include <array>

#include "base/error.h"
#include "base/text.h"
#include "core/stakeholder.h"
#include "json/brief_json.h"
#include "json/changes_json.h"
#include "json/json_shape.h"
#include "mcp/tool_schema.h"
#include "operations/update_session.h"

namespace git_session::mcp {
namespace {

namespace shape = json_shape;

/// Arguments that set a field of ours of the same name.
constexpr std::array field_arguments = {"team", "ticket", "project", "sprint", "epic", "release"};

void set_retention(SessionUpdate& update, const ToolArguments& arguments) {
  update.expires = arguments.text("expires");
  update.reason = arguments.text("reason");
  update.hold = arguments.text("hold");
  const RetentionChoice choice = retention_of(arguments);
  if (!choice.policy.empty()) update.policy = choice.policy;
  update.length = choice.length;
}

SessionUpdate update_of(const ToolArguments& arguments) {
  SessionUpdate update;
  for (const char* name : field_arguments) {
    if (auto value = arguments.text(name)) update.values.push_back({name, *value});
  }
  for (KeyValue& value : arguments.pairs("set")) update.values.push_back(std::move(value));
  update.links = arguments.pairs("links");
  update.added_tags = arguments.texts("add_tags");
  update.removed_tags = arguments.texts("remove_tags");
  for (const std::string& person : arguments.texts("add_stakeholders")) {
    update.added_stakeholders.push_back(parse_stakeholder(person));
  }
  update.removed_stakeholders = arguments.texts("remove_stakeholders");
  if (auto note = arguments.text("note")) update.notes.push_back(*note);
  set_retention(update, arguments);
  return update;
}

ToolAnswer call(const ToolCall& call) {
  const UpdateReport report =
      update_session(call.workspace, session_of(call).location, update_of(call.arguments));
  Json root = brief_root(report.session);
  root["changes"] = changes_to_json(report.changes);
  root["notes"] = Json::array();
  for (const std::string& note : report.notes) root["notes"].push_back({{"message", note}});
  return {std::move(root)};
}

Json texts_by_key(const char* description) {
  Json object = shape::any_object();
  object["additionalProperties"] = value_argument("");
  object["description"] = description;
  return object;
}

Json optional_arguments() {
  Json arguments = {{"session", session_argument()}};
  for (const char* name : field_arguments) arguments[name] = value_argument("");
  arguments.update(
      {{"retention", retention_argument("how long it is kept")},
       {"expires", line_argument("YYYY-MM-DD or never, instead of the policy's day")},
       {"reason", line_argument("why it is kept that long")},
       {"hold", line_argument("why nothing may take it away; only a person releases it")},
       {"add_tags", lines_argument("words to find it by")},
       {"remove_tags", lines_argument("")},
       {"add_stakeholders", lines_argument("Name <mail> (role)")},
       {"remove_stakeholders", lines_argument("by name or mail")},
       {"links", texts_by_key("where related things are: jira, confluence, github_pr, or a word")},
       {"note", shape::described(shape::text(), "appended to the notes")},
       {"set", texts_by_key("any other key of the metadata, dotted")}});
  return arguments;
}

}  // namespace

Tool declare_update() {
  return {
      .name = "update",
      .title = "Change what is said of a work session",
      .description =
          "Changes the metadata of a work session and answers with what changed. What is so "
          "already is left alone; an empty value clears a field. Each call can be taken back by a "
          "person with: git session undo.",
      .effects = {.destructive = true},
      .input = input_schema(Json::object(), optional_arguments()),
      .output =
          brief_schema({{"changes", changes_shape()},
                        {"notes", shape::list_of(shape::object({{"message", shape::text()}}))}}),
      .call = call};
}

}  // namespace git_session::mcp
