#include "json/brief_json.h"

#include "base/text.h"
#include "base/time.h"
#include "json/json_shape.h"

namespace git_session {
namespace {

namespace shape = json_shape;

constexpr size_t most_bytes_of_text = 200;
constexpr size_t most_bytes_of_name = 4096;

std::string cut(const std::string& text, size_t most_bytes) {
  const std::string valid = replace_invalid_utf8(text);
  if (valid.size() <= most_bytes) return valid;
  size_t end = 0;
  for (size_t next = 0; next <= most_bytes;) {
    end = next;
    next_code_point(valid, next);
  }
  return valid.substr(0, end) + "…";
}

Json cut_or_null(const std::string& text) { return text_or_null(brief_text(text)); }

Json moment_or_null(const std::optional<Instant>& moment) {
  return moment ? Json(format_rfc3339(*moment)) : Json();
}

const char* state_of(const Output& output) {
  if (output.outside) return "outside";
  if (is_missing(output)) return "missing";
  if (!output.exists) return "elsewhere";
  return output.listed ? "listed" : "unlisted";
}

Json counts_shape() {
  return shape::object({{"outputs", shape::integer()},
                        {"promoted", shape::integer()},
                        {"missing", shape::integer()},
                        {"unlisted", shape::integer()}});
}

}  // namespace

std::string brief_text(const std::string& text) { return cut(text, most_bytes_of_text); }

Json brief_of(const SessionRow& row) {
  Json brief = Json::object();
  brief["session_id"] = row.id;
  brief["user"] = cut_or_null(row.user);
  brief["path"] = row.path;
  brief["status"] = status_word(row);
  brief["team"] = cut_or_null(row.team);
  brief["ticket"] = cut_or_null(row.ticket);
  brief["project"] = cut_or_null(row.project);
  brief["sprint"] = cut_or_null(row.sprint);
  brief["created_at"] = moment_or_null(row.created_at);
  brief["expires_at"] = row.expires_at ? Json(format_date(*row.expires_at)) : Json();
  brief["counts"] = {{"outputs", row.outputs.total},
                     {"promoted", row.outputs.promoted},
                     {"missing", row.outputs.missing},
                     {"unlisted", row.outputs.unlisted}};
  return brief;
}

Json brief_root(const Session& session) {
  Json root = json_root();
  root.update(brief_of(row_of(session)));
  return root;
}

Json brief_of(const Output& output, const std::string& heading) {
  Json brief = Json::object();
  brief["file"] = cut(output.file, most_bytes_of_name);
  brief["state"] = state_of(output);
  brief["agent"] = cut_or_null(output.agent);
  brief["model"] = cut_or_null(output.model);
  brief["type"] = cut_or_null(output.type);
  brief["title"] = cut_or_null(output.title.empty() ? heading : output.title);
  brief["created_at"] = moment_or_null(output.created_at);
  brief["bytes"] = output.bytes ? Json(*output.bytes) : Json();
  brief["promoted"] = output.promoted;
  return brief;
}

Json brief_properties() {
  return {{"session_id", shape::text()},
          {"user", shape::text_or_null()},
          {"path", shape::described(shape::text(), "The folder, from the top level")},
          {"status", shape::one_of({"active", "closed", "archived", "no metadata", "unreadable"})},
          {"team", shape::text_or_null()},
          {"ticket", shape::text_or_null()},
          {"project", shape::text_or_null()},
          {"sprint", shape::text_or_null()},
          {"created_at", shape::instant_or_null()},
          {"expires_at", shape::date_or_null()},
          {"counts", counts_shape()}};
}

Json output_brief_shape() {
  return shape::object(
      {{"file", shape::described(shape::text(), "Its name in the session's folder")},
       {"state",
        shape::described(shape::one_of({"listed", "unlisted", "missing", "elsewhere", "outside"}),
                         "Whether the metadata names it, and whether it is there")},
       {"agent", shape::text_or_null()},
       {"model", shape::text_or_null()},
       {"type", shape::text_or_null()},
       {"title", shape::text_or_null()},
       {"created_at", shape::instant_or_null()},
       {"bytes", shape::integer_or_null()},
       {"promoted", shape::boolean()}});
}

}  // namespace git_session
