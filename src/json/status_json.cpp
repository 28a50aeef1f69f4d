#include "json/status_json.h"

#include "json/session_json.h"

namespace git_session {
namespace {

Json text_or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }
Json text_or_null(const std::optional<std::string>& text) { return text ? Json(*text) : Json(); }

Json current_to_json(const WorkspaceStatus& status) {
  if (!status.current) return Json();
  Json object = Json::object();
  object["source"] = name_of(status.current->source);
  object["session"] = to_json(status.session);
  return object;
}

Json files_to_json(const Session& session, bool (*is_wanted)(const Output&)) {
  Json files = Json::array();
  for (const Output& output : session.outputs) {
    if (is_wanted(output)) files.push_back(Json{{"file", output.file}});
  }
  return files;
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

Json status_root(const WorkspaceStatus& status, const Workspace& workspace) {
  Json root = json_root();
  root["user"] = workspace.user();
  root["branch"] = workspace.branch();
  root["current"] = current_to_json(status);
  root["none_reason"] = text_or_null(status.none_reason);
  root["unrecorded"] =
      files_to_json(status.session, [](const Output& output) { return !output.listed; });
  root["missing"] = files_to_json(status.session, is_missing);
  root["uncommitted"] = uncommitted_to_json(status);
  root["ignored_by"] = text_or_null(status.ignore_rule);
  root["open"] = Json::array();
  for (const Session& session : status.open) root["open"].push_back(to_json(session));
  root["expiring"] = expiring_to_json(status);
  root["superproject"] = text_or_null(status.superproject);
  return root;
}

}  // namespace git_session
