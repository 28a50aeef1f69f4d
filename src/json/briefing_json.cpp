#include "json/briefing_json.h"

#include "json/json_shape.h"
#include "json/session_json.h"
#include "json/session_schema.h"
#include "operations/briefing.h"

namespace git_session {

namespace shape = json_shape;

Json briefing_root(const std::optional<SessionLocation>& session, const std::string& text,
                   size_t token_budget) {
  Json root = json_root();
  root["session_id"] = session ? Json(session->id) : Json();
  root["path"] = session ? Json(session->path) : Json();
  root["budget"] = token_budget;
  root["tokens"] = count_tokens(text);
  root["text"] = text;
  return root;
}

Json briefing_schema() {
  return root_schema(
      {{"session_id", shape::described(shape::text_or_null(), "null: no session is current")},
       {"path", shape::text_or_null()},
       {"budget", shape::described(shape::integer(), "The most it may take, in tokens")},
       {"tokens", shape::described(shape::integer(), "About what it takes")},
       {"text", shape::text()}});
}

}  // namespace git_session
