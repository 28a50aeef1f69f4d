#include "json/schema.h"

#include <array>
#include <string>

#include "json/adoption_json.h"
#include "json/agent_event_json.h"
#include "json/briefing_json.h"
#include "json/changes_json.h"
#include "json/conversion_json.h"
#include "json/doctor_json.h"
#include "json/gc_json.h"
#include "json/json_shape.h"
#include "json/keep_json.h"
#include "json/migration_json.h"
#include "json/operation_json.h"
#include "json/promotion_json.h"
#include "json/publish_json.h"
#include "json/secret_json.h"
#include "json/session_schema.h"
#include "json/setup_json.h"

namespace git_session {
namespace {

namespace shape = json_shape;

Json files() { return shape::list_of(shape::object({{"file", shape::text()}})); }
Json names() { return shape::list_of(shape::object({{"name", shape::text()}})); }

Json error_schema() { return root_schema({{"error", error_shape()}}); }

Json current_source() {
  return shape::one_of({"flag", "env", "agent", "cwd", "pointer", "unique"});
}

Json plain_session_schema() { return session_root_schema(); }
Json current_schema() { return session_root_schema({{"source", current_source()}}); }

Json use_schema() {
  Json none = root_schema({{"session_id", shape::null()}});
  return shape::any_of({session_root_schema(), std::move(none)});
}

Json env_schema() {
  return session_root_schema(
      {{"environment", shape::object({{"CLAUDE_SESSION_DIR", shape::text()}})}});
}

Json add_schema() {
  return session_root_schema(
      {{"added", files()},
       {"changed", files()},
       {"existing", files()},
       {"not_removed", shape::list_of(shape::object({{"message", shape::text()}}))},
       {"secrets", secrets_shape()}});
}

Json run_schema() {
  return session_root_schema({{"added", files()},
                              {"exit_code", shape::integer()},
                              {"duration_ms", shape::integer()},
                              {"secrets", secrets_shape()}});
}

Json show_schema() {
  Json content = shape::described(shape::text_or_null(), "null when it is not UTF-8 text");
  Json output = root_schema({{"session_id", shape::text()},
                             {"path", shape::text()},
                             {"output", shape::reference("output")},
                             {"content", std::move(content)}});
  return shape::any_of({session_root_schema(), std::move(output)});
}

Json report_schema() {
  return shape::any_of({session_report_schema(), sessions_root_schema(), branch_report_schema()});
}

Json update_schema() {
  const Json changes = changes_shape();
  Json session =
      shape::object({{"session_id", shape::text()}, {"path", shape::text()}, {"changes", changes}});
  return shape::any_of({session_root_schema({{"changes", changes}}),
                        root_schema({{"dry_run", shape::boolean()},
                                     {"operation", shape::integer_or_null()},
                                     {"sessions", shape::list_of(std::move(session))},
                                     {"unchanged", shape::integer()},
                                     {"problems", shape::list_of(shape::reference("problem"))}})});
}

Json close_schema() { return session_root_schema({{"added", files()}, {"not_listed", files()}}); }

Json move_schema() {
  return session_root_schema(
      {{"moved", shape::boolean()}, {"from", shape::text()}, {"to", shape::text()}});
}

Json left_out() {
  Json reason =
      shape::one_of({"link", "repository", "hidden", "draft", "not-looked-at", "too-large"});
  return shape::list_of(shape::object({{"file", shape::text()}, {"reason", std::move(reason)}}));
}

Json commit_schema() {
  return session_root_schema({{"commit", shape::text_or_null()},
                              {"files", shape::integer()},
                              {"left_out", left_out()},
                              {"secrets", secrets_shape()}});
}

Json status_schema() {
  Json current =
      shape::object({{"source", current_source()}, {"session", shape::reference("session")}});
  Json uncommitted = shape::object(
      {{"file", shape::text()},
       {"state", shape::described(shape::text(), "The two letters of git status --porcelain")}});
  Json expiring = shape::object({{"session_id", shape::text()},
                                 {"path", shape::text()},
                                 {"expires_at", shape::date()},
                                 {"days", shape::integer()}});
  return root_schema({{"user", shape::text()},
                      {"branch", shape::text()},
                      {"current", shape::any_of({std::move(current), shape::null()})},
                      {"none_reason", shape::text_or_null()},
                      {"unrecorded", files()},
                      {"missing", files()},
                      {"uncommitted", shape::list_of(std::move(uncommitted))},
                      {"left_out", left_out()},
                      {"ignored_by", shape::text_or_null()},
                      {"open", shape::list_of(shape::reference("session"))},
                      {"expiring", shape::list_of(std::move(expiring))},
                      {"superproject", shape::text_or_null()}});
}

Json init_schema() {
  Json file =
      shape::object({{"path", shape::text()},
                     {"action", shape::one_of({"made", "changed", "kept", "left", "removed"})}});
  return root_schema({{"dry_run", shape::boolean()},
                      {"files", shape::list_of(std::move(file))},
                      {"ignored_by", shape::text_or_null()}});
}

Json check_secrets_schema() {
  return root_schema({{"checked", shape::integer()},
                      {"secrets", secrets_shape()},
                      {"warnings", shape::list_of(shape::object({{"message", shape::text()}}))}});
}

Json mcp_schema() {
  Json tool = shape::object({{"name", shape::text()},
                             {"title", shape::text()},
                             {"description", shape::text()},
                             {"read_only", shape::boolean()},
                             {"destructive", shape::boolean()},
                             {"idempotent", shape::boolean()}});
  return root_schema({{"tools", shape::list_of(std::move(tool))}});
}

Json merge_file_schema() {
  Json conflict = shape::object({{"field", shape::text()}, {"line", shape::integer()}});
  Json comment = shape::object({{"text", shape::text()}, {"line", shape::integer()}});
  return root_schema({{"path", shape::text()},
                      {"clean", shape::boolean()},
                      {"merged_by", shape::one_of({"field", "line"})},
                      {"by_line_because", shape::text_or_null()},
                      {"conflicts", shape::list_of(std::move(conflict))},
                      {"left_out", shape::list_of(std::move(comment))}});
}

Json config_schema() {
  Json source = shape::one_of(
      {"environment", "command", "worktree", "local", "global", "system", "committed", "default"});
  Json setting = shape::object({{"name", shape::text()},
                                {"value", shape::text_or_null()},
                                {"source", std::move(source)},
                                {"origin", shape::text_or_null()}});
  return root_schema({{"settings", shape::list_of(std::move(setting))},
                      {"ignored_keys", names()},
                      {"ignored_file_reason", shape::text_or_null()}});
}

Json promote_schema() {
  return shape::any_of({promotion_schema(), promotions_schema(), prepared_page_schema(),
                        published_schema(), site_check_schema()});
}

Json schema_schema() {
  Json document = shape::any_object();
  document["properties"]["schema"]["const"] = json_schema_version;
  document["required"] = {"schema", "$schema", "title"};
  return shape::any_of({std::move(document), root_schema({{"names", names()}}),
                        root_schema({{"template", shape::text()}})});
}

Json declaration_schema() {
  Json option = shape::object({{"name", shape::text()},
                               {"letter", shape::text_or_null()},
                               {"value", shape::text_or_null()},
                               {"help", shape::text()},
                               {"choices", shape::list_of(shape::text())},
                               {"repeatable", shape::boolean()},
                               {"required", shape::boolean()}});
  Json operand =
      shape::object({{"name", shape::text()},
                     {"help", shape::text()},
                     {"minimum", shape::integer()},
                     {"maximum", shape::described(shape::integer_or_null(), "null for any number")},
                     {"choices", shape::list_of(shape::text())}});
  Json exit_code = shape::object({{"code", shape::integer()}, {"meaning", shape::text()}});
  return shape::object({{"name", shape::text()},
                        {"summary", shape::text()},
                        {"usage", shape::text()},
                        {"description", shape::text()},
                        {"options", shape::list_of(std::move(option))},
                        {"operands", shape::list_of(std::move(operand))},
                        {"exit_codes", shape::list_of(std::move(exit_code))}});
}

Json help_schema() {
  return shape::any_of({root_schema({{"command", declaration_schema()}}),
                        root_schema({{"commands", shape::list_of(declaration_schema())}})});
}

Json version_schema() { return root_schema({{"version", shape::text()}}); }

struct NamedSchema {
  std::string_view name;
  Json (*body)();
};

constexpr std::array schemas = {NamedSchema{"metadata", metadata_schema},
                                NamedSchema{"error", error_schema},
                                NamedSchema{"init", init_schema},
                                NamedSchema{"setup", setup_schema},
                                NamedSchema{"create", plain_session_schema},
                                NamedSchema{"status", status_schema},
                                NamedSchema{"current", current_schema},
                                NamedSchema{"use", use_schema},
                                NamedSchema{"env", env_schema},
                                NamedSchema{"add", add_schema},
                                NamedSchema{"run", run_schema},
                                NamedSchema{"keep", keep_schema},
                                NamedSchema{"update", update_schema},
                                NamedSchema{"close", close_schema},
                                NamedSchema{"reopen", plain_session_schema},
                                NamedSchema{"commit", commit_schema},
                                NamedSchema{"list", sessions_root_schema},
                                NamedSchema{"search", sessions_root_schema},
                                NamedSchema{"show", show_schema},
                                NamedSchema{"report", report_schema},
                                NamedSchema{"promote", promote_schema},
                                NamedSchema{"doctor", doctor_schema},
                                NamedSchema{"gc", gc_schema},
                                NamedSchema{"undo", undo_schema},
                                NamedSchema{"archive", move_schema},
                                NamedSchema{"restore", move_schema},
                                NamedSchema{"migrate", migration_schema},
                                NamedSchema{"adopt", adoption_schema},
                                NamedSchema{"schema", schema_schema},
                                NamedSchema{"config", config_schema},
                                NamedSchema{"prime", briefing_schema},
                                NamedSchema{"check-secrets", check_secrets_schema},
                                NamedSchema{"convert", conversion_schema},
                                NamedSchema{"hook", capture_schema},
                                NamedSchema{"mcp", mcp_schema},
                                NamedSchema{"merge-file", merge_file_schema},
                                NamedSchema{"help", help_schema},
                                NamedSchema{"version", version_schema}};

bool refers_to_definitions(const Json& body) {
  return body.dump().find("#/$defs/") != std::string::npos;
}

Json document_of(const NamedSchema& schema) {
  Json document = Json::object();
  document["$schema"] = "https://json-schema.org/draft/2020-12/schema";
  document["title"] = "git session " + std::string(schema.name);
  const Json body = schema.body();
  document.update(body);
  if (refers_to_definitions(body)) document["$defs"] = schema_definitions();
  return document;
}

}  // namespace

std::vector<std::string_view> schema_names() {
  std::vector<std::string_view> names;
  for (const NamedSchema& schema : schemas) names.push_back(schema.name);
  return names;
}

Json json_schema(std::string_view name) {
  for (const NamedSchema& schema : schemas) {
    if (schema.name == name) return document_of(schema);
  }
  throw Error(ErrorKind::not_found, "no schema '" + std::string(name) + "'",
              "git session schema --names lists them");
}

}  // namespace git_session
