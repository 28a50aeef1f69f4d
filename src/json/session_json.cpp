#include "json/session_json.h"

#include "core/fields.h"

namespace git_session {
namespace {

/// Adds a key that is not there yet, without looking for it: lists have very many outputs.
void add(Json& object, std::string_view key, Json value) {
  object.get_ref<Json::object_t&>().emplace_back(std::string(key), std::move(value));
}

Json mapping_to_json(const Value::Mapping& mapping) {
  Json object = Json::object();
  for (const auto& [key, value] : mapping) object[key] = to_json(value);
  return object;
}

Json stakeholder_to_json(const Stakeholder& person) {
  Json object = Json::object();
  for (const StakeholderField& field : stakeholder_fields()) {
    add(object, field.key, to_json(field.get(person)));
  }
  if (!person.extra.empty()) object["extra"] = mapping_to_json(person.extra);
  return object;
}

Json links_to_json(const Session& session) {
  Json links = Json::object();
  for (const char* name : {"jira", "confluence", "onedrive", "github_pr"}) links[name] = nullptr;
  for (const auto& [name, target] : session.links) links[name] = text_or_null(target);
  return links;
}

void add_fields(Json& object, const Session& session) {
  for (const SessionField& field : session_fields()) {
    std::string key(field.key);
    if (field.section.empty()) {
      if (key != "notes") object[key] = to_json(field.get(session));
    } else {
      object[std::string(field.section)][key] = to_json(field.get(session));
    }
    if (field.section == "status" && key == "archived_at") object["outputs"] = Json::array();
  }
}

}  // namespace

Json to_json(const Output& output) {
  Json object = Json::object();
  object.get_ref<Json::object_t&>().reserve(output_fields().size() + 5);
  for (const OutputField& field : output_fields()) {
    add(object, field.key, to_json(field.get(output)));
  }
  add(object, "listed", output.listed);
  add(object, "exists", output.exists);
  add(object, "outside", output.outside);
  add(object, "bytes", output.bytes ? Json(*output.bytes) : Json());
  if (!output.extra.empty()) add(object, "extra", mapping_to_json(output.extra));
  return object;
}

Json to_json(const Session& session) {
  Json object = Json::object();
  add_fields(object, session);
  object["session_id"] = session.id;
  // Whether it is open is not known then; lying in the archive always is.
  if (!session.is_readable() && !session.in_archive) object["status"]["current"] = nullptr;
  for (const Output& output : session.outputs) object["outputs"].push_back(to_json(output));
  object["stakeholders"] = Json::array();
  for (const Stakeholder& person : session.stakeholders) {
    object["stakeholders"].push_back(stakeholder_to_json(person));
  }
  object["links"] = links_to_json(session);
  object["tags"] = session.tags;
  object["notes"] = text_or_null(session.notes);
  object["user"] = text_or_null(session.user);
  object["path"] = session.path;
  object["metadata_schema"] = session.metadata_schema;
  object["shape"] = name_of(session.shape);
  if (session.sparse) object["sparse"] = true;
  object["problems"] = Json::array();
  for (const Problem& problem : session.problems) object["problems"].push_back(to_json(problem));
  object["extra"] = mapping_to_json(session.extra);
  return object;
}

Json session_root(const Session& session) {
  Json root = json_root();
  root.update(to_json(session));
  return root;
}

Json sessions_root(const std::vector<Session>& sessions, const std::vector<Problem>& more) {
  Json root = json_root();
  root["sessions"] = Json::array();
  root["problems"] = Json::array();
  for (const Session& session : sessions) {
    root["sessions"].push_back(to_json(session));
    for (const Problem& problem : session.problems) root["problems"].push_back(to_json(problem));
  }
  for (const Problem& problem : more) root["problems"].push_back(to_json(problem));
  return root;
}

}  // namespace git_session
