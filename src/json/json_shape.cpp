#include "json/json_shape.h"

namespace git_session::json_shape {
namespace {

constexpr const char* instant_pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$";
constexpr const char* date_pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";

Json typed(const char* type) {
  Json shape = Json::object();
  shape["type"] = type;
  return shape;
}

Json or_null(Json shape) {
  shape["type"] = Json::array({shape["type"], "null"});
  return shape;
}

}  // namespace

Json text() { return typed("string"); }
Json text_or_null() { return or_null(text()); }
Json integer() { return typed("integer"); }
Json integer_or_null() { return or_null(integer()); }
Json boolean() { return typed("boolean"); }
Json null() { return typed("null"); }

Json instant_or_null() {
  Json shape = text_or_null();
  shape["format"] = "date-time";
  shape["pattern"] = instant_pattern;
  return shape;
}

Json date() {
  Json shape = text();
  shape["format"] = "date";
  shape["pattern"] = date_pattern;
  return shape;
}

Json date_or_null() { return or_null(date()); }

Json one_of(std::vector<std::string> words) {
  Json shape = Json::object();
  shape["enum"] = std::move(words);
  return shape;
}

Json any_object() { return typed("object"); }

Json list_of(Json items) {
  Json shape = typed("array");
  shape["items"] = std::move(items);
  return shape;
}

Json object(Json properties) {
  Json shape = typed("object");
  Json required = Json::array();
  for (const auto& [key, property] : properties.items()) required.push_back(key);
  shape["properties"] = std::move(properties);
  shape["required"] = std::move(required);
  shape["additionalProperties"] = false;
  return shape;
}

Json with_optional(Json object, Json properties) {
  object["properties"].update(properties);
  return object;
}

Json any_of(std::vector<Json> shapes) {
  Json shape = Json::object();
  shape["anyOf"] = std::move(shapes);
  return shape;
}

Json described(Json shape, std::string_view description) {
  shape["description"] = description;
  return shape;
}

Json reference(const char* name) {
  Json shape = Json::object();
  shape["$ref"] = std::string("#/$defs/") + name;
  return shape;
}

}  // namespace git_session::json_shape
