#include "json/schema.h"

#include <array>
#include <string>

#include "core/fields.h"
#include "core/retention.h"

namespace git_session {
namespace {

Json nullable(const char* type) { return {{"type", {type, "null"}}}; }
Json integer() { return {{"type", "integer"}}; }
Json boolean() { return {{"type", "boolean"}}; }
Json text() { return {{"type", "string"}}; }
Json list_of(Json items) { return {{"type", "array"}, {"items", std::move(items)}}; }
Json one_of_words(std::vector<std::string> words) { return {{"enum", std::move(words)}}; }

Json reference(const char* name) { return {{"$ref", std::string("#/$defs/") + name}}; }

Json type_schema(FieldType type) {
  switch (type) {
    case FieldType::text:
      return nullable("string");
    case FieldType::instant: {
      Json schema = nullable("string");
      schema["format"] = "date-time";
      return schema;
    }
    case FieldType::date: {
      Json schema = nullable("string");
      schema["format"] = "date";
      return schema;
    }
    case FieldType::boolean:
      return boolean();
    case FieldType::integer:
      return nullable("integer");
  }
  return {};
}

template <typename Owner>
Json field_schema(const Field<Owner>& field) {
  Json schema = type_schema(field.type);
  schema["description"] = field.description;
  return schema;
}

/// An object with exactly these properties, all there: what we print.
Json closed_object(Json properties) {
  Json required = Json::array();
  for (const auto& [key, schema] : properties.items()) required.push_back(key);
  return {{"type", "object"},
          {"properties", std::move(properties)},
          {"required", std::move(required)},
          {"additionalProperties", false}};
}

/// The same with properties that may be absent.
Json with_optional(Json object, Json optional_properties) {
  object["properties"].update(optional_properties);
  return object;
}

template <typename FieldList>
Json flat_properties(const FieldList& fields) {
  Json properties = Json::object();
  for (const auto& field : fields) properties[std::string(field.key)] = field_schema(field);
  return properties;
}

Json problem_schema() {
  Json hint = text();
  hint["description"] = "What to type or do next; may be empty";
  Json line = nullable("integer");
  return closed_object({{"code", text()},
                        {"path", nullable("string")},
                        {"line", line},
                        {"message", text()},
                        {"hint", nullable("string")}});
}

Json output_schema() {
  Json properties = flat_properties(output_fields());
  properties["listed"] = boolean();
  properties["exists"] = boolean();
  properties["outside"] = boolean();
  properties["bytes"] = nullable("integer");
  return with_optional(closed_object(std::move(properties)), {{"extra", {{"type", "object"}}}});
}

Json stakeholder_schema() {
  return with_optional(closed_object(flat_properties(stakeholder_fields())),
                       {{"extra", {{"type", "object"}}}});
}

/// The scalars of the metadata, nested as JSON has them.
Json session_field_properties() {
  Json sections = Json::object();
  Json properties = Json::object();
  for (const SessionField& field : session_fields()) {
    if (field.section.empty()) {
      properties[std::string(field.key)] = field_schema(field);
    } else {
      sections[std::string(field.section)][std::string(field.key)] = field_schema(field);
    }
  }
  sections["status"]["current"] = one_of_words({"active", "closed", "archived"});
  for (const auto& [name, members] : sections.items()) properties[name] = closed_object(members);
  return properties;
}

Json session_properties() {
  Json properties = session_field_properties();
  properties["outputs"] = list_of(reference("output"));
  properties["stakeholders"] = list_of(reference("stakeholder"));
  properties["links"] = {{"type", "object"}, {"additionalProperties", nullable("string")}};
  properties["tags"] = list_of(text());
  properties["user"] = nullable("string");
  properties["path"] = text();
  properties["metadata_schema"] = integer();
  properties["shape"] = one_of_words({"version 1", "drifted", "none", "unreadable"});
  properties["problems"] = list_of(reference("problem"));
  properties["extra"] = {{"type", "object"}};
  return properties;
}

Json definitions() {
  return {{"session", with_optional(closed_object(session_properties()), {{"sparse", boolean()}})},
          {"output", output_schema()},
          {"stakeholder", stakeholder_schema()},
          {"problem", problem_schema()}};
}

Json document(const std::string& title, Json body) {
  Json schema = {{"$schema", "https://json-schema.org/draft/2020-12/schema"}, {"title", title}};
  schema.update(body);
  return schema;
}

Json schema_version() { return {{"const", json_schema_version}}; }

/// A root around one session, with what a verb adds to it.
Json session_root_schema(const Json& additions) {
  Json properties = {{"schema", schema_version()}};
  properties.update(session_properties());
  Json optional_properties = {{"sparse", boolean()}};
  optional_properties.update(additions);
  Json body = with_optional(closed_object(std::move(properties)), optional_properties);
  for (const auto& [key, schema] : additions.items()) body["required"].push_back(key);
  body["$defs"] = definitions();
  return body;
}

Json sessions_root_schema() {
  Json body = closed_object({{"schema", schema_version()},
                             {"sessions", list_of(reference("session"))},
                             {"problems", list_of(reference("problem"))}});
  body["$defs"] = definitions();
  return body;
}

Json error_schema() {
  Json error = with_optional(
      closed_object(
          {{"kind", one_of_words({"usage", "not_found", "no_session", "ambiguous", "conflict",
                                  "refused", "invalid_data", "unavailable", "internal"})},
           {"message", text()},
           {"hint", nullable("string")}}),
      {{"reason", text()}, {"line", integer()}, {"candidates", list_of(text())}});
  return closed_object({{"schema", schema_version()}, {"error", std::move(error)}});
}

Json doctor_schema() {
  Json body = closed_object({{"schema", schema_version()},
                             {"checked", integer()},
                             {"affected", integer()},
                             {"problems", list_of(reference("problem"))}});
  body["$defs"] = {{"problem", problem_schema()}};
  return body;
}

/// The file as we write it; other keys are allowed and kept.
Json metadata_schema() {
  Json properties = {{"schema", {{"type", "integer"}, {"minimum", 1}}}};
  Json required_at_top = Json::array();
  for (const SessionField& field : session_fields()) {
    std::string key(field.key);
    if (field.section.empty()) {
      properties[key] = field_schema(field);
      if (field.required) required_at_top.push_back(key);
      continue;
    }
    Json& section = properties[std::string(field.section)];
    section["type"] = "object";
    section["properties"][key] = field_schema(field);
    if (field.required) section["required"].push_back(key);
  }
  properties["status"]["properties"]["current"] = one_of_words({"active", "closed", "archived"});
  properties["retention"]["properties"]["policy"] = one_of_words(retention_policies());
  Json output = {
      {"type", "object"}, {"properties", flat_properties(output_fields())}, {"required", {"file"}}};
  Json person = {{"type", "object"}, {"properties", flat_properties(stakeholder_fields())}};
  properties["outputs"] = list_of(std::move(output));
  properties["stakeholders"] = list_of(std::move(person));
  properties["links"] = {{"type", "object"}};
  properties["tags"] = list_of(text());
  for (const char* key : {"created_by", "context", "status", "outputs", "retention"}) {
    required_at_top.push_back(key);
  }
  return {{"type", "object"},
          {"properties", std::move(properties)},
          {"required", std::move(required_at_top)}};
}

struct NamedSchema {
  std::string_view name;
  Json (*body)();
};

constexpr std::array schemas = {
    NamedSchema{"metadata", metadata_schema},
    NamedSchema{"error", error_schema},
    NamedSchema{"list", sessions_root_schema},
    NamedSchema{"search", sessions_root_schema},
    NamedSchema{"doctor", doctor_schema},
    NamedSchema{
        "archive",
        [] {
          return session_root_schema({{"moved", boolean()}, {"from", text()}, {"to", text()}});
        }},
    NamedSchema{
        "restore",
        [] {
          return session_root_schema({{"moved", boolean()}, {"from", text()}, {"to", text()}});
        }},
    NamedSchema{"add",
                [] {
                  return session_root_schema({{"added", list_of(text())},
                                              {"changed", list_of(text())},
                                              {"existing", list_of(text())}});
                }},
    NamedSchema{"run",
                [] {
                  return session_root_schema({{"added", list_of(text())},
                                              {"exit_code", integer()},
                                              {"duration_ms", integer()}});
                }},
    NamedSchema{
        "update",
        [] {
          Json change = {
              {"type", "object"},
              {"properties",
               {{"key", text()}, {"before", nullable("string")}, {"after", nullable("string")}}},
              {"required", {"key", "before", "after"}}};
          return session_root_schema({{"changes", list_of(std::move(change))}});
        }},
    NamedSchema{
        "close",
        [] {
          return session_root_schema({{"added", list_of(text())}, {"not_listed", list_of(text())}});
        }},
    NamedSchema{"reopen", [] { return session_root_schema(Json::object()); }},
    NamedSchema{
        "commit",
        [] {
          return session_root_schema({{"commit", nullable("string")}, {"files", integer()}});
        }},
};

}  // namespace

std::vector<std::string_view> schema_names() {
  std::vector<std::string_view> names;
  for (const NamedSchema& schema : schemas) names.push_back(schema.name);
  return names;
}

Json json_schema(std::string_view name) {
  for (const NamedSchema& schema : schemas) {
    if (schema.name == name) {
      return document("git session " + std::string(name), schema.body());
    }
  }
  throw Error(ErrorKind::not_found, "no schema '" + std::string(name) + "'",
              "git session schema --names lists them");
}

}  // namespace git_session
