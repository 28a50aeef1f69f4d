#include "json/migration_json.h"

#include "json/json_shape.h"
#include "json/secret_json.h"
#include "json/session_schema.h"

namespace git_session {
namespace {

namespace shape = json_shape;

Json session_to_json(const PlannedSession& planned) {
  const Session& session = planned.session;
  Json item = Json::object();
  item["session_id"] = session.id;
  item["user"] = session.user;
  item["path"] = session.path;
  item["email"] = text_or_null(session.created_by.email);
  item["team"] = text_or_null(session.created_by.team);
  item["branch"] = session.context.branch;
  item["ticket"] = text_or_null(session.context.ticket);
  item["project"] = session.context.project;
  item["files"] = Json::array();
  for (const MigratedFile& one : planned.files)
    item["files"].push_back(migrated_file_to_json(session.path, one));
  return item;
}

Json planned_schema() {
  Json session = shape::object({{"session_id", shape::text()},
                                {"user", shape::text()},
                                {"path", shape::text()},
                                {"email", shape::text_or_null()},
                                {"team", shape::text_or_null()},
                                {"branch", shape::text()},
                                {"ticket", shape::text_or_null()},
                                {"project", shape::text()},
                                {"files", shape::list_of(migrated_file_shape())}});
  return root_schema({{"dry_run", shape::boolean()},
                      {"operation", operation_shape()},
                      {"sessions", shape::list_of(std::move(session))},
                      {"left", left_shape()},
                      {"mended", shape::text_or_null()},
                      {"ignored_by", shape::text_or_null()},
                      {"ignored_files", shape::integer()},
                      {"unknown_authors", shape::integer()},
                      {"secrets", secrets_shape()}});
}

}  // namespace

Json migrated_file_to_json(const std::string& folder, const MigratedFile& one) {
  Json item = Json::object();
  item["from"] = one.file.path;
  item["to"] = folder + "/" + one.target;
  item["tracked"] = one.file.is_tracked;
  item["agent"] = text_or_null(one.agent);
  item["type"] = text_or_null(one.file.type);
  item["created_at"] = format_rfc3339(one.created_at);
  item["author"] = text_or_null(one.file.author);
  item["email"] = text_or_null(one.file.email);
  item["commit"] = text_or_null(one.file.commit);
  item["bytes"] = one.file.bytes;
  item["sha256"] = one.file.content;
  return item;
}

Json migrated_file_shape() {
  return shape::object({{"from", shape::text()},
                        {"to", shape::text()},
                        {"tracked", shape::boolean()},
                        {"agent", shape::text_or_null()},
                        {"type", shape::text_or_null()},
                        {"created_at", shape::instant_or_null()},
                        {"author", shape::text_or_null()},
                        {"email", shape::text_or_null()},
                        {"commit", shape::text_or_null()},
                        {"bytes", shape::integer()},
                        {"sha256", shape::text()}});
}

Json operation_or_null(std::optional<int> operation) {
  return operation.value_or(0) > 0 ? Json(*operation) : Json();
}

Json operation_shape() {
  return shape::described(shape::integer_or_null(), "The number of git session undo");
}

Json left_to_json(const std::vector<LeftFile>& left) {
  Json list = Json::array();
  for (const LeftFile& file : left) {
    Json item = Json::object();
    item["path"] = file.path;
    item["reason"] = name_of(file.reason);
    list.push_back(std::move(item));
  }
  return list;
}

Json migration_root(const MigrationPlan& plan, std::optional<int> operation,
                    const SecretReport& secrets) {
  Json root = json_root();
  root["dry_run"] = !operation;
  root["operation"] = operation_or_null(operation);
  root["sessions"] = Json::array();
  for (const PlannedSession& planned : plan.sessions)
    root["sessions"].push_back(session_to_json(planned));
  root["left"] = left_to_json(plan.left);
  root["mended"] = text_or_null(plan.mended_ignore_file);
  root["ignored_by"] = text_or_null(plan.ignore_rule);
  root["ignored_files"] = plan.ignored_files;
  root["unknown_authors"] = plan.shallow_files;
  root["secrets"] = secrets_to_json(secrets);
  return root;
}

Json removal_root(const RemovalPlan& plan, std::optional<int> operation) {
  Json root = json_root();
  root["dry_run"] = !operation;
  root["operation"] = operation_or_null(operation);
  root["removed"] = Json::array();
  for (const RemovalPlan::Original& original : plan.removed)
    root["removed"].push_back({{"path", original.path}, {"copy", original.copy}});
  root["changed"] = Json::array();
  for (const std::string& path : plan.changed) root["changed"].push_back({{"path", path}});
  root["left"] = left_to_json(plan.left);
  return root;
}

Json rollback_root(int operation, size_t files) {
  Json root = json_root();
  root["rolled_back"] = operation;
  root["files"] = files;
  return root;
}

Json left_shape() {
  Json reason =
      shape::one_of({"hidden", "readme", "other-folder", "migrated", "link", "repository",
                     "not-a-file", "too-deep", "too-large", "name-not-utf8", "control-characters",
                     "unreadable", "unmerged", "sparse-checkout", "elsewhere", "copy-ignored"});
  return shape::list_of(shape::object({{"path", shape::text()}, {"reason", std::move(reason)}}));
}

Json migration_schema() {
  Json original = shape::object({{"path", shape::text()}, {"copy", shape::text()}});
  Json changed = shape::object({{"path", shape::text()}});
  Json removal = root_schema({{"dry_run", shape::boolean()},
                              {"operation", operation_shape()},
                              {"removed", shape::list_of(std::move(original))},
                              {"changed", shape::list_of(std::move(changed))},
                              {"left", left_shape()}});
  Json rollback = root_schema({{"rolled_back", shape::integer()}, {"files", shape::integer()}});
  return shape::any_of({planned_schema(), std::move(removal), std::move(rollback)});
}

}  // namespace git_session
