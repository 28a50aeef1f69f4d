#include "json/session_schema.h"

#include "core/fields.h"
#include "core/retention.h"
#include "json/json_shape.h"
#include "json/secret_json.h"

namespace git_session {
namespace {

namespace shape = json_shape;

Json problem_schema() {
  Json properties = Json::object();
  properties["code"] = shape::described(shape::text(), "A stable word for programs");
  properties["path"] = shape::text_or_null();
  properties["line"] = shape::described(shape::integer_or_null(), "Counted from 1");
  properties["message"] = shape::text();
  properties["hint"] = shape::described(shape::text_or_null(), "What to type or do next");
  return shape::object(std::move(properties));
}

Json output_schema() {
  Json properties = shape::field_properties(output_fields());
  properties["listed"] = shape::described(shape::boolean(), "The metadata names it");
  properties["exists"] = shape::described(shape::boolean(), "A regular file is there");
  properties["outside"] =
      shape::described(shape::boolean(), "Its name leads out of the folder; it is never opened");
  properties["bytes"] = shape::described(shape::integer_or_null(), "null when it is not there");
  return shape::with_optional(shape::object(std::move(properties)),
                              {{"extra", shape::any_object()}});
}

Json stakeholder_schema() {
  return shape::with_optional(shape::object(shape::field_properties(stakeholder_fields())),
                              {{"extra", shape::any_object()}});
}

/// The scalars of the metadata, nested as JSON has them.
Json session_field_properties() {
  Json sections = Json::object();
  Json properties = Json::object();
  for (const SessionField& field : session_fields()) {
    const std::string key(field.key);
    if (field.section.empty()) {
      properties[key] = shape::field_shape(field);
    } else {
      sections[std::string(field.section)][key] = shape::field_shape(field);
    }
  }
  Json& word = sections["status"]["current"];
  word["enum"] = {"active", "closed", "archived", nullptr};
  for (const auto& [name, members] : sections.items()) properties[name] = shape::object(members);
  return properties;
}

Json session_properties() {
  Json properties = session_field_properties();
  properties["outputs"] = shape::list_of(shape::reference("output"));
  properties["stakeholders"] = shape::list_of(shape::reference("stakeholder"));
  properties["links"] = shape::any_object();
  properties["links"]["additionalProperties"] = shape::text_or_null();
  properties["tags"] = shape::list_of(shape::text());
  properties["user"] = shape::described(shape::text_or_null(), "The user folder");
  properties["path"] = shape::described(shape::text(), "Relative to the top level");
  properties["metadata_schema"] = shape::described(shape::integer(), "The file's own version");
  properties["shape"] = shape::one_of({"version 1", "drifted", "none", "unreadable"});
  properties["problems"] = shape::list_of(shape::reference("problem"));
  properties["extra"] = shape::described(shape::any_object(), "Keys of the file that are not ours");
  return properties;
}

Json optional_session_properties() {
  Json properties = Json::object();
  properties["sparse"] =
      shape::described(shape::boolean(), "Sparse checkout keeps it out of the work tree");
  return properties;
}

Json session_schema(const Json& additions) {
  Json properties = session_properties();
  properties.update(additions);
  return shape::with_optional(shape::object(std::move(properties)), optional_session_properties());
}

Json file_change_schema() {
  return shape::object(
      {{"file", shape::text()}, {"change", shape::one_of({"added", "changed", "removed"})}});
}

/// What a report has beyond the session.
Json ticket_properties() {
  return {
      {"ticket_summary", shape::described(shape::text_or_null(), "What Jira says of the ticket")},
      {"ticket_state", shape::described(shape::text_or_null(), "As its project calls it")}};
}

/// A field in the file: people write times in more ways than we print.
Json file_field(const SessionField& field) {
  Json schema = shape::field_shape(field);
  if (field.type == FieldType::instant) schema.erase("pattern");
  return schema;
}

}  // namespace

Json error_shape() {
  Json error = shape::object(
      {{"kind", shape::one_of({"usage", "not_found", "no_session", "ambiguous", "conflict",
                               "refused", "invalid_data", "unavailable", "internal"})},
       {"message", shape::text()},
       {"hint", shape::text_or_null()}});
  Json candidates = shape::list_of(shape::object({{"name", shape::text()}}));
  return shape::with_optional(std::move(error), {{"reason", shape::text()},
                                                 {"line", shape::integer()},
                                                 {"candidates", std::move(candidates)},
                                                 {"secrets", secrets_shape()}});
}

Json schema_definitions() {
  Json definitions = Json::object();
  definitions["session"] = session_schema(Json::object());
  definitions["output"] = output_schema();
  definitions["stakeholder"] = stakeholder_schema();
  definitions["problem"] = problem_schema();
  definitions["error"] = error_shape();
  return definitions;
}

Json root_schema(const Json& properties) {
  Json all = Json::object();
  all["schema"]["const"] = json_schema_version;
  all.update(properties);
  return shape::object(std::move(all));
}

Json session_root_schema(const Json& additions) {
  Json all = session_properties();
  all.update(additions);
  return shape::with_optional(root_schema(all), optional_session_properties());
}

Json sessions_root_schema() {
  return root_schema({{"sessions", shape::list_of(shape::reference("session"))},
                      {"problems", shape::list_of(shape::reference("problem"))}});
}

Json session_report_schema() { return session_root_schema(ticket_properties()); }

Json branch_report_schema() {
  Json changed = ticket_properties();
  changed["new"] = shape::boolean();
  changed["moved_from"] = shape::text_or_null();
  changed["metadata_changed"] = shape::boolean();
  changed["changes"] = shape::list_of(file_change_schema());
  return root_schema({{"against", shape::text()},
                      {"sessions", shape::list_of(session_schema(changed))},
                      {"problems", shape::list_of(shape::reference("problem"))},
                      {"removed", shape::list_of(shape::object({{"path", shape::text()}}))}});
}

Json metadata_schema() {
  Json properties = {{"schema", {{"type", "integer"}, {"minimum", 1}}}};
  Json required_at_top = Json::array();
  for (const SessionField& field : session_fields()) {
    std::string key(field.key);
    if (field.section.empty()) {
      properties[key] = file_field(field);
      if (field.required) required_at_top.push_back(key);
      continue;
    }
    Json& section = properties[std::string(field.section)];
    section["type"] = "object";
    section["properties"][key] = file_field(field);
    if (field.required) section["required"].push_back(key);
  }
  properties["status"]["properties"]["current"] = shape::one_of({"active", "closed", "archived"});
  properties["retention"]["properties"]["policy"] = shape::one_of(retention_policies());
  Json output = shape::any_object();
  output["properties"] = shape::field_properties(output_fields());
  output["properties"]["created_at"].erase("pattern");
  output["required"] = {"file"};
  Json person = shape::any_object();
  person["properties"] = shape::field_properties(stakeholder_fields());
  properties["outputs"] = shape::list_of(std::move(output));
  properties["stakeholders"] = shape::list_of(std::move(person));
  properties["links"] = shape::any_object();
  properties["tags"] = shape::list_of(shape::text());
  for (const char* key : {"created_by", "context", "status", "outputs", "retention"}) {
    required_at_top.push_back(key);
  }
  Json schema = shape::any_object();
  schema["properties"] = std::move(properties);
  schema["required"] = std::move(required_at_top);
  return schema;
}

}  // namespace git_session
