#include "json/report_json.h"

#include "json/session_json.h"

namespace git_session {
namespace {

void add_ticket(Json& object, const SessionReport& report) {
  object["ticket_summary"] = text_or_null(report.ticket ? report.ticket->summary : "");
  object["ticket_state"] = text_or_null(report.ticket ? report.ticket->state : "");
}

Json change_to_json(const ChangedSession& change) {
  Json object = to_json(change.report.session);
  add_ticket(object, change.report);
  object["new"] = change.is_new;
  object["moved_from"] = text_or_null(change.moved_from);
  object["metadata_changed"] = change.metadata_changed;
  object["changes"] = Json::array();
  for (const FileChange& file : change.files) {
    object["changes"].push_back({{"file", file.file}, {"change", name_of(file.change)}});
  }
  return object;
}

}  // namespace

Json report_root(const SessionReport& report) {
  Json root = session_root(report.session);
  add_ticket(root, report);
  return root;
}

Json branch_report_root(const BranchReport& report) {
  Json root = json_root();
  root["against"] = report.revision;
  root["sessions"] = Json::array();
  root["problems"] = Json::array();
  for (const ChangedSession& change : report.sessions) {
    root["sessions"].push_back(change_to_json(change));
    for (const Problem& problem : change.report.session.problems) {
      root["problems"].push_back(to_json(problem));
    }
  }
  root["removed"] = Json::array();
  for (const std::string& path : report.removed) root["removed"].push_back({{"path", path}});
  return root;
}

}  // namespace git_session
