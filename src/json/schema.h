#pragma once

#include <string_view>
#include <vector>

#include "json/json.h"

namespace git_session {

/// What `schema` describes: "metadata", "error", and every verb that has a shape of its own.
std::vector<std::string_view> schema_names();

/// The JSON Schema (draft 2020-12) of that name; throws `not_found` for another.
Json json_schema(std::string_view name);

}  // namespace git_session
