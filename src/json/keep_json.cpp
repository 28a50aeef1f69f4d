#include "json/keep_json.h"

#include "json/json_shape.h"
#include "json/migration_json.h"
#include "json/session_json.h"
#include "json/session_schema.h"

namespace git_session {

namespace shape = json_shape;

Json keep_root(const Session& session, const AdoptionPlan& plan,
               const std::vector<std::string>& kept, std::optional<int> operation) {
  Json root = session_root(session);
  root["dry_run"] = !operation;
  root["operation"] = operation_or_null(operation);
  root["moved"] = Json::array();
  for (const AdoptedSession& adopted : plan.sessions) {
    for (const MigratedFile& one : adopted.files)
      root["moved"].push_back({{"path", one.file.path}, {"file", one.target}});
  }
  root["kept"] = files_to_json(kept);
  root["left"] = left_to_json(plan.left);
  return root;
}

Json keep_schema() {
  Json moved = shape::object(
      {{"path", shape::described(shape::text(), "Where it lay")}, {"file", shape::text()}});
  return session_root_schema(
      {{"dry_run", shape::boolean()},
       {"operation", operation_shape()},
       {"moved", shape::list_of(std::move(moved))},
       {"kept", shape::described(shape::list_of(shape::object({{"file", shape::text()}})),
                                 "Outputs that lay in the folder already")},
       {"left", left_shape()}});
}

}  // namespace git_session
