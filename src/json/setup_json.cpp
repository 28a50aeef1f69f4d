#include "json/setup_json.h"

#include "json/json_shape.h"
#include "json/migration_json.h"
#include "json/session_schema.h"

namespace git_session {
namespace {

namespace shape = json_shape;

Json change_to_json(const std::string& file, const std::string& action, const char* state,
                    const std::string& text) {
  Json item = Json::object();
  item["file"] = file;
  item["action"] = action;
  item["state"] = state != nullptr ? Json(state) : Json();
  item["text"] = text;
  return item;
}

Json texts_to_json(const std::vector<std::string>& texts) {
  Json list = Json::array();
  for (const std::string& text : texts) list.push_back({{"text", text}});
  return list;
}

Json texts_shape() { return shape::list_of(shape::object({{"text", shape::text()}})); }

}  // namespace

Json setup_root(const SetupPlan& plan, const std::vector<std::string>& diffs,
                std::optional<int> operation, const std::vector<std::string>& next_steps) {
  Json root = json_root();
  root["changed"] = operation.has_value() && !plan.is_empty();
  root["operation"] = operation_or_null(operation);
  root["changes"] = Json::array();
  for (size_t i = 0; i < plan.changes.size(); ++i) {
    const SetupChange& change = plan.changes[i];
    root["changes"].push_back(change_to_json(change.path, action_of(change),
                                             plan.removes ? nullptr : state_of(change), diffs[i]));
  }
  for (const MergeDriverChange& change : plan.merge_driver) {
    root["changes"].push_back(change_to_json(change.file, change.action,
                                             plan.removes ? nullptr : "missing", change.text));
  }
  root["left"] = Json::array();
  for (const SetupLeft& left : plan.left)
    root["left"].push_back({{"file", left.path}, {"reason", left.reason}});
  root["notes"] = texts_to_json(plan.notes);
  root["next"] = texts_to_json(next_steps);
  return root;
}

Json setup_schema() {
  Json state = shape::any_of({shape::one_of({"missing", "stale"}), shape::null()});
  Json change = shape::object(
      {{"file", shape::text()},
       {"action", shape::one_of({"make", "change", "remove", "add"})},
       {"state", shape::described(std::move(state), "Before it; null where something is removed")},
       {"text", shape::described(shape::text(), "The lines that differ, or the line")}});
  Json left = shape::object({{"file", shape::text()}, {"reason", shape::text()}});
  return root_schema(
      {{"changed", shape::boolean()},
       {"operation", operation_shape()},
       {"changes", shape::list_of(std::move(change))},
       {"left", shape::list_of(std::move(left))},
       {"notes", texts_shape()},
       {"next", shape::described(texts_shape(), "What a person has to do by hand")}});
}

}  // namespace git_session
