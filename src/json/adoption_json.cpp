#include "json/adoption_json.h"

#include "base/text.h"
#include "json/json_shape.h"
#include "json/migration_json.h"
#include "json/secret_json.h"
#include "json/session_schema.h"

namespace git_session {
namespace {

namespace shape = json_shape;

Json paths_to_json(const std::vector<std::string>& paths) {
  Json list = Json::array();
  for (const std::string& path : paths) list.push_back({{"path", path}});
  return list;
}

Json paths_shape() { return shape::list_of(shape::object({{"path", shape::text()}})); }

Json session_to_json(const AdoptedSession& session) {
  Json item = Json::object();
  item["session_id"] = session.location.id;
  item["path"] = session.location.path;
  item["new"] = session.is_new;
  item["files"] = Json::array();
  for (const MigratedFile& one : session.files)
    item["files"].push_back(migrated_file_to_json(session.location.path, one));
  return item;
}

Json stray_to_json(const StrayDocument& document) {
  Json item = Json::object();
  item["path"] = document.path;
  item["reason"] = document.reason;
  const bool is_committed = !document.origin.commit.empty();
  item["added_at"] = is_committed ? Json(format_rfc3339(document.origin.author_time)) : Json();
  item["author"] = text_or_null(replace_invalid_utf8(document.origin.author_name));
  item["agent"] = text_or_null(document.agent);
  item["commit"] = text_or_null(document.origin.commit);
  item["copies"] = paths_to_json(document.copies);
  item["linked_from"] = paths_to_json(document.linked_from);
  return item;
}

}  // namespace

Json adoption_root(const AdoptionPlan& plan, std::optional<int> operation,
                   const SecretReport& secrets) {
  Json root = json_root();
  root["dry_run"] = !operation;
  root["operation"] = operation_or_null(operation);
  root["sessions"] = Json::array();
  for (const AdoptedSession& session : plan.sessions)
    root["sessions"].push_back(session_to_json(session));
  root["unchanged"] = paths_to_json(plan.unchanged);
  root["left"] = left_to_json(plan.left);
  root["secrets"] = secrets_to_json(secrets);
  return root;
}

Json stray_root(const std::vector<StrayDocument>& documents,
                const std::optional<std::string>& against) {
  Json root = json_root();
  root["against"] = text_or_null(against);
  root["stray"] = Json::array();
  for (const StrayDocument& document : documents) root["stray"].push_back(stray_to_json(document));
  return root;
}

Json adoption_schema() {
  Json session = shape::object({{"session_id", shape::text()},
                                {"path", shape::text()},
                                {"new", shape::boolean()},
                                {"files", shape::list_of(migrated_file_shape())}});
  Json adoption = root_schema({{"dry_run", shape::boolean()},
                               {"operation", operation_shape()},
                               {"sessions", shape::list_of(std::move(session))},
                               {"unchanged", paths_shape()},
                               {"left", left_shape()},
                               {"secrets", secrets_shape()}});
  Json document = shape::object(
      {{"path", shape::text()},
       {"reason", shape::one_of({"name", "plan-folder", "dated", "agent"})},
       {"added_at", shape::instant_or_null()},
       {"author", shape::text_or_null()},
       {"agent", shape::described(shape::text_or_null(), "As a trailer of the commit names it")},
       {"commit", shape::text_or_null()},
       {"copies", paths_shape()},
       {"linked_from", paths_shape()}});
  Json stray = root_schema(
      {{"against", shape::text_or_null()}, {"stray", shape::list_of(std::move(document))}});
  return shape::any_of({std::move(adoption), std::move(stray)});
}

}  // namespace git_session
