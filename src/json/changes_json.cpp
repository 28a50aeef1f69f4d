#include "json/changes_json.h"

#include "json/json_shape.h"

namespace git_session {

Json changes_to_json(const std::vector<FieldChange>& changes) {
  Json list = Json::array();
  for (const FieldChange& change : changes) {
    list.push_back({{"key", change.key},
                    {"before", text_or_null(change.before)},
                    {"after", text_or_null(change.after)}});
  }
  return list;
}

Json changes_shape() {
  return json_shape::list_of(json_shape::object({{"key", json_shape::text()},
                                                 {"before", json_shape::text_or_null()},
                                                 {"after", json_shape::text_or_null()}}));
}

}  // namespace git_session
