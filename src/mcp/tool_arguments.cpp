#include "mcp/tool_arguments.h"

#include <algorithm>
#include <array>

#include "base/error.h"
#include "base/text.h"

namespace git_session::mcp {
namespace {

/// The arguments that may have several lines.
constexpr std::array<std::string_view, 2> texts_of_lines = {"content", "note"};

[[noreturn]] void refuse(const std::string& name, const std::string& what,
                         const std::string& hint = {}) {
  throw Error(ErrorKind::usage, "'" + escape_line(name) + "' " + what, hint);
}

bool is_of_type(const std::string& type, const Json& value) {
  if (type == "string") return value.is_string();
  if (type == "boolean") return value.is_boolean();
  if (type == "integer") return value.is_number_integer();
  if (type == "array") return value.is_array();
  return value.is_object();
}

const char* describe_type(const std::string& type) {
  if (type == "string") return "is no text";
  if (type == "boolean") return "is neither true nor false";
  if (type == "integer") return "is no integer";
  if (type == "array") return "is no list";
  return "is no object";
}

size_t count_code_points(std::string_view text) {
  return static_cast<size_t>(std::count_if(text.begin(), text.end(), [](char byte) {
    return (static_cast<unsigned char>(byte) & 0xc0) != 0x80;
  }));
}

bool has_control(const std::string& text) {
  return std::any_of(text.begin(), text.end(), [](char byte) {
    return static_cast<unsigned char>(byte) < 0x20 || byte == 0x7f;
  });
}

void check_text(const Json& schema, const std::string& text, const std::string& name) {
  if (text.size() > schema.value("maxLength", SIZE_MAX) &&
      count_code_points(text) > schema["maxLength"].get<size_t>()) {
    refuse(name, "is longer than " + schema["maxLength"].dump() + " characters");
  }
  if (text.empty() && schema.value("minLength", size_t{0}) > 0) refuse(name, "is empty");
  const bool has_lines =
      std::find(texts_of_lines.begin(), texts_of_lines.end(), name) != texts_of_lines.end();
  if (!has_lines && has_control(text)) refuse(name, "is one line without control characters");
}

void check_number(const Json& schema, const Json& value, const std::string& name) {
  const bool is_too_small = schema.contains("minimum") && value < schema["minimum"];
  const bool is_too_large = schema.contains("maximum") && value > schema["maximum"];
  if (!is_too_small && !is_too_large) return;
  refuse(name, "is " + value.dump() + "; it is from " + schema.value("minimum", Json(0)).dump() +
                   " to " + schema.value("maximum", Json("any")).dump());
}

void check(const Json& schema, const Json& value, const std::string& name);

void check_object(const Json& schema, const Json& value, const std::string& name) {
  const std::string prefix = name.empty() ? "" : name + ".";
  for (const Json& required : schema.value("required", Json::array())) {
    const std::string& key = required.get_ref<const std::string&>();
    if (!value.contains(key)) refuse(prefix + key, "is missing");
  }
  const Json properties = schema.value("properties", Json::object());
  const Json others = schema.value("additionalProperties", Json(true));
  for (const auto& [key, member] : value.items()) {
    if (properties.contains(key)) {
      check(properties[key], member, prefix + key);
    } else if (others.is_object()) {
      check(others, member, prefix + key);
    } else if (others == false) {
      std::vector<std::string> known;
      for (const auto& [other, ignored] : properties.items()) known.push_back(other);
      refuse(prefix + key, "is no argument", "there are " + join(known, ", "));
    }
  }
}

void check(const Json& schema, const Json& value, const std::string& name) {
  const std::string type = schema.value("type", "string");
  if (!is_of_type(type, value)) refuse(name, describe_type(type));
  if (schema.contains("enum")) {
    std::vector<std::string> words;
    for (const Json& word : schema["enum"]) words.push_back(word.get<std::string>());
    if (std::find(words.begin(), words.end(), value.get<std::string>()) == words.end()) {
      refuse(name, "is one of: " + join(words, ", "));
    }
  } else if (type == "string") {
    check_text(schema, value.get_ref<const std::string&>(), name);
  } else if (type == "integer") {
    check_number(schema, value, name);
  } else if (type == "object") {
    check_object(schema, value, name);
  } else if (type == "array") {
    if (value.size() > schema.value("maxItems", SIZE_MAX)) {
      refuse(name, "has more than " + schema["maxItems"].dump() + " items");
    }
    for (const Json& item : value) check(schema["items"], item, name);
  }
}

}  // namespace

ToolArguments::ToolArguments(const Json& schema, const Json& values) : values_(values) {
  // Some clients send null for what they leave out.
  for (auto member = values_.begin(); member != values_.end();) {
    member = member->is_null() ? values_.erase(member) : std::next(member);
  }
  check(schema, values_, "");
}

std::optional<std::string> ToolArguments::text(std::string_view name) const {
  if (!has(name)) return std::nullopt;
  return values_.at(std::string(name)).get<std::string>();
}

std::string ToolArguments::text_or_empty(std::string_view name) const {
  return text(name).value_or("");
}

std::vector<std::string> ToolArguments::texts(std::string_view name) const {
  if (!has(name)) return {};
  return values_.at(std::string(name)).get<std::vector<std::string>>();
}

bool ToolArguments::flag_or(std::string_view name, bool fallback) const {
  return has(name) ? values_.at(std::string(name)).get<bool>() : fallback;
}

uint64_t ToolArguments::number_or(std::string_view name, uint64_t fallback) const {
  return has(name) ? values_.at(std::string(name)).get<uint64_t>() : fallback;
}

std::vector<KeyValue> ToolArguments::pairs(std::string_view name) const {
  std::vector<KeyValue> pairs;
  if (!has(name)) return pairs;
  for (const auto& [key, value] : values_.at(std::string(name)).items()) {
    pairs.push_back({key, value.get<std::string>()});
  }
  return pairs;
}

std::string ToolArguments::digest_without(std::span<const char* const> names) const {
  Json rest = values_;
  for (const char* name : names) rest.erase(name);
  return short_digest(rest.dump());
}

}  // namespace git_session::mcp
