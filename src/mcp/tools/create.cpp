#include "base/error.h"
#include "base/text.h"
#include "core/session_id.h"
#include "json/brief_json.h"
#include "json/json_shape.h"
#include "mcp/tool_schema.h"
#include "operations/checked_team.h"
#include "operations/create_session.h"

namespace git_session::mcp {
namespace {

namespace shape = json_shape;

/// What the call says, else what is set; nobody is here to be asked.
std::string needed(const ToolCall& call, const char* name, const std::string& setting,
                   const std::string& hint) {
  const std::string value = call.arguments.text(name).value_or(setting);
  if (!value.empty()) return value;
  throw Error(ErrorKind::usage, "'" + std::string(name) + "' is missing, and no setting has it",
              hint);
}

NewSession request_of(const ToolCall& call) {
  const ToolArguments& arguments = call.arguments;
  const Workspace& workspace = call.workspace;
  NewSession request;
  request.branch = arguments.text_or_empty("branch");
  const std::string& branch = request.branch.empty() ? workspace.branch() : request.branch;
  request.ticket = arguments.text("ticket").value_or(ticket_in_branch(branch).value_or(""));
  request.sprint = arguments.text_or_empty("sprint");
  request.epic = arguments.text_or_empty("epic");
  request.release = arguments.text_or_empty("release");
  request.tags = arguments.texts("tags");
  request.notes = arguments.text_or_empty("note");
  request.reuse = arguments.flag_or("reuse", true);
  const RetentionChoice retention = retention_of(arguments);
  if (!retention.policy.empty()) request.policy = retention.policy;
  request.length = retention.length;
  return request;
}

CreatedSession create_or_reuse(const ToolCall& call) {
  const Workspace& workspace = call.workspace;
  NewSession request = request_of(call);
  if (request.reuse) {
    if (auto found = find_reusable_session(workspace, request.branch, request.ticket)) {
      return {workspace.load(*found, {}), true, std::nullopt};
    }
  }
  const Settings& settings = workspace.settings();
  request.team = checked_team(
      settings, needed(call, "team", settings.team(), "one of " + join(settings.teams(), ", ")));
  request.project = needed(call, "project", settings.project(), "what the work is for, in words");
  return create_session(workspace, request);
}

ToolAnswer call(const ToolCall& call) {
  const CreatedSession created = create_or_reuse(call);
  const Workspace& workspace = call.workspace;
  const SessionLocation location =
      workspace.store().layout().session(created.session.user, created.session.id);
  const bool is_current = set_current_session(workspace, location);
  Json root = brief_root(created.session);
  root["folder"] = workspace.absolute_path(location);
  root["reused"] = created.is_reused;
  root["current"] = is_current;
  root["ignored_by"] = text_or_null(created.ignore_rule);
  return {std::move(root)};
}

Json optional_arguments() {
  return {{"project", line_argument("what the work is for; needed unless it is set")},
          {"team", line_argument("needed unless it is set")},
          {"ticket", line_argument("PROJ-123; else the one in the branch's name")},
          {"branch", line_argument("else the one checked out")},
          {"sprint", line_argument("")},
          {"epic", line_argument("")},
          {"release", line_argument("")},
          {"retention", retention_argument("how long it is kept; project unless given")},
          {"tags", lines_argument("words to find it by")},
          {"note", shape::described(shape::text(), "a free text")},
          {"reuse", shape::described(shape::boolean(), "false: a new one in any case")}};
}

}  // namespace

Tool declare_create() {
  return {
      .name = "create",
      .title = "Start a work session",
      .description =
          "Starts a work session and makes it the current one. The open session of this user, "
          "branch and ticket is taken instead where there is one, so it is safe to repeat. "
          "Answers with the folder to write documents into. Nothing is committed.",
      .input = input_schema(Json::object(), optional_arguments()),
      .output = brief_schema(
          {{"folder", shape::described(shape::text(), "Absolute")},
           {"reused", shape::boolean()},
           {"current", shape::described(shape::boolean(), "false: nothing remembers it; name it")},
           {"ignored_by", shape::described(shape::text_or_null(), "Why git ignores it")}}),
      .call = call};
}

}  // namespace git_session::mcp
