#include "json/json.h"

#include "base/text.h"

namespace git_session {
namespace {

std::string unicode_escape(char32_t code_point) {
  static constexpr char digits[] = "0123456789abcdef";
  std::string escape = "\\u";
  for (int shift = 12; shift >= 0; shift -= 4) escape += digits[(code_point >> shift) & 0xF];
  return escape;
}

// nlohmann escapes C0 only. A terminal that prints our JSON obeys these as well.
bool needs_escape(char32_t code_point) {
  return code_point == 0x7F || (code_point >= 0x80 && code_point <= 0x9F) || code_point == 0x061C ||
         (code_point >= 0x200E && code_point <= 0x200F) ||
         (code_point >= 0x2028 && code_point <= 0x202E) ||
         (code_point >= 0x2066 && code_point <= 0x2069);
}

bool may_need_escape(std::string_view text) {
  for (const char byte : text) {
    if (byte == '\x7F' || byte == '\xC2' || byte == '\xD8' || byte == '\xE2') return true;
  }
  return false;
}

std::string escape_controls_in_json(const std::string& text) {
  if (!may_need_escape(text)) return text;
  std::string out;
  out.reserve(text.size());
  size_t position = 0;
  while (position < text.size()) {
    const size_t start = position;
    const auto code_point = next_code_point(text, position);
    if (code_point && needs_escape(*code_point)) {
      out += unicode_escape(*code_point);
    } else {
      out.append(text, start, position - start);
    }
  }
  return out;
}

Json sequence_to_json(const Value::Sequence& sequence) {
  Json list = Json::array();
  for (const Value& item : sequence) list.push_back(to_json(item));
  return list;
}

Json mapping_to_json(const Value::Mapping& mapping) {
  Json object = Json::object();
  for (const auto& [key, value] : mapping) object[key] = to_json(value);
  return object;
}

}  // namespace

Json to_json(const Value& value) {
  if (const bool* boolean = value.boolean()) return *boolean;
  if (const int64_t* integer = value.integer()) return *integer;
  if (const double* real = value.real()) return *real;
  if (const std::string* text = value.text()) return *text;
  if (const Value::Sequence* sequence = value.sequence()) return sequence_to_json(*sequence);
  if (const Value::Mapping* mapping = value.mapping()) return mapping_to_json(*mapping);
  return nullptr;
}

Json to_json(const Problem& problem) {
  Json object = Json::object();
  object["code"] = problem.code;
  object["path"] = text_or_null(problem.path);
  object["line"] = problem.line > 0 ? Json(problem.line) : Json(nullptr);
  object["message"] = problem.message;
  object["hint"] = text_or_null(problem.hint);
  return object;
}

Json to_json(const Error& error) {
  Json object = Json::object();
  object["kind"] = name_of(error.kind());
  object["message"] = error.what();
  object["hint"] = text_or_null(error.hint());
  if (!error.reason().empty()) object["reason"] = error.reason();
  if (error.line() > 0) object["line"] = error.line();
  for (const std::string& candidate : error.candidates()) {
    object["candidates"].push_back({{"name", candidate}});
  }
  return object;
}

Json text_or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

Json text_or_null(const std::optional<std::string>& text) { return text ? Json(*text) : Json(); }

Json files_to_json(const std::vector<std::string>& files) {
  Json list = Json::array();
  for (const std::string& file : files) list.push_back({{"file", file}});
  return list;
}

Json json_root() {
  Json root = Json::object();
  root["schema"] = json_schema_version;
  return root;
}

std::string dump_json(const Json& value, int indent) {
  return escape_controls_in_json(value.dump(indent, ' ', false, Json::error_handler_t::replace));
}

}  // namespace git_session
