#pragma once

#include <string>
#include <vector>

#include "core/fields.h"
#include "json/json.h"

/// The words in which schema.cpp says what our JSON looks like: each gives a piece of JSON Schema.
namespace git_session::json_shape {

Json text();
Json text_or_null();
Json integer();
Json integer_or_null();
Json boolean();
Json null();
/// A moment as we print it: RFC 3339, UTC, to the second.
Json instant_or_null();
/// `YYYY-MM-DD`.
Json date();
Json date_or_null();
Json one_of(std::vector<std::string> words);
/// Whatever keys a file has that are not ours.
Json any_object();
Json list_of(Json items);
/// An object with exactly these properties, all of them there.
Json object(Json properties);
/// `object` with properties that may be absent as well.
Json with_optional(Json object, Json properties);
/// One of several objects.
Json any_of(std::vector<Json> shapes);
/// The same shape, and what it means.
Json described(Json shape, std::string_view description);
/// The definition of that name, which the root has under `$defs`.
Json reference(const char* name);

/// A field of the metadata as we print it.
template <typename Owner>
Json field_shape(const Field<Owner>& field) {
  Json shape;
  switch (field.type) {
    case FieldType::text:
      shape = text_or_null();
      break;
    case FieldType::instant:
      shape = instant_or_null();
      break;
    case FieldType::date:
      shape = date_or_null();
      break;
    case FieldType::boolean:
      shape = boolean();
      break;
    case FieldType::integer:
      shape = integer_or_null();
      break;
  }
  return described(std::move(shape), field.description);
}

/// The properties of something whose fields all lie at its top.
template <typename FieldList>
Json field_properties(const FieldList& fields) {
  Json properties = Json::object();
  for (const auto& field : fields) properties[std::string(field.key)] = field_shape(field);
  return properties;
}

}  // namespace git_session::json_shape
