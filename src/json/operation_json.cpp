#include "json/operation_json.h"

#include "json/json_shape.h"
#include "json/session_schema.h"

namespace git_session {
namespace {

namespace shape = json_shape;

Json operation_shape() {
  return shape::object({{"number", shape::integer()},
                        {"verb", shape::text()},
                        {"time", shape::text()},
                        {"state", shape::one_of({"done", "undone", "unfinished", "stopped"})},
                        {"undoes", shape::integer_or_null()},
                        {"files", steps_shape()}});
}

}  // namespace

Json steps_to_json(const std::vector<FileStep>& steps) {
  Json files = Json::array();
  for (const FileStep& step : steps) {
    files.push_back({{"action", name_of(step.kind)},
                     {"path", step.path},
                     {"source", text_or_null(step.source)},
                     {"before", text_or_null(step.before)},
                     {"after", text_or_null(step.after)}});
  }
  return files;
}

Json operation_to_json(const Operation& operation, bool is_undone) {
  const char* state = is_undone                   ? "undone"
                      : operation.is_unfinished() ? "unfinished"
                      : operation.abandoned       ? "stopped"
                                                  : "done";
  Json undoes = operation.undoes ? Json(*operation.undoes) : Json(nullptr);
  return {{"number", operation.number},
          {"verb", operation.verb},
          {"time", format_rfc3339(operation.time)},
          {"state", state},
          {"undoes", std::move(undoes)},
          {"files", steps_to_json(joined_writes(operation.steps))}};
}

Json steps_shape() {
  Json id = shape::described(shape::text_or_null(), "SHA-256 of the bytes; null for no file");
  return shape::list_of(
      shape::object({{"action", shape::one_of({"write", "copy", "move", "remove", "move-folder"})},
                     {"path", shape::text()},
                     {"source", shape::text_or_null()},
                     {"before", id},
                     {"after", id}}));
}

Json undo_schema() {
  return shape::any_of(
      {root_schema({{"operations", shape::list_of(operation_shape())},
                    {"unreadable", shape::list_of(shape::object(
                                       {{"number", shape::integer()}, {"file", shape::text()}}))}}),
       root_schema({{"dry_run", shape::boolean()},
                    {"operation", operation_shape()},
                    {"undone_by", shape::integer_or_null()},
                    {"files", steps_shape()}})});
}

}  // namespace git_session
