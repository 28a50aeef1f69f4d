#include "json/status_json.h"

#include "json/session_json.h"

namespace git_session {
namespace {

/// The status was read without sizes and unknown keys; a session in JSON is always whole.
Json whole_session(const Workspace& workspace, const Session& session) {
  auto location = workspace.store().layout().parse(session.path);
  return to_json(location ? workspace.load(*location) : session);
}

Json current_to_json(const WorkspaceStatus& status, const Workspace& workspace) {
  if (!status.current) return Json();
  Json object = Json::object();
  object["source"] = name_of(status.current->source);
  object["session"] = to_json(workspace.load(status.current->location));
  return object;
}

template <typename Wanted>
Json outputs_that(const Wanted& are_wanted, const Session& session) {
  std::vector<std::string> files;
  for (const Output& output : session.outputs) {
    if (are_wanted(output)) files.push_back(output.file);
  }
  return files_to_json(files);
}

Json uncommitted_to_json(const WorkspaceStatus& status) {
  Json files = Json::array();
  for (const auto& [file, letters] : status.uncommitted) {
    files.push_back(Json{{"file", file}, {"state", letters}});
  }
  return files;
}

Json expiring_to_json(const WorkspaceStatus& status) {
  Json sessions = Json::array();
  for (const ExpiringSession& expiring : status.expiring) {
    sessions.push_back(Json{{"session_id", expiring.session.id},
                            {"path", expiring.session.path},
                            {"expires_at", format_date(*expiring.session.retention.expires_at)},
                            {"days", expiring.days}});
  }
  return sessions;
}

}  // namespace

Json to_json(const std::vector<LeftOut>& left_out) {
  Json files = Json::array();
  for (const LeftOut& left : left_out) {
    files.push_back(Json{{"file", left.file}, {"reason", name_of(left.reason)}});
  }
  return files;
}

Json status_root(const WorkspaceStatus& status, const Workspace& workspace) {
  Json root = json_root();
  root["user"] = workspace.user();
  root["branch"] = workspace.branch();
  root["current"] = current_to_json(status, workspace);
  root["none_reason"] = text_or_null(status.none_reason);
  root["unrecorded"] = outputs_that(
      [&](const Output& output) { return is_unrecorded(status.session, output); }, status.session);
  root["missing"] = outputs_that(is_missing, status.session);
  root["uncommitted"] = uncommitted_to_json(status);
  root["left_out"] = to_json(status.left_out);
  root["ignored_by"] = text_or_null(status.ignore_rule);
  root["open"] = Json::array();
  for (const Session& session : status.open)
    root["open"].push_back(whole_session(workspace, session));
  root["expiring"] = expiring_to_json(status);
  root["superproject"] = text_or_null(status.superproject);
  return root;
}

}  // namespace git_session
