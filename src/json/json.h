#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "core/problem.h"
#include "core/value.h"

namespace git_session {

/// Keys stay in the order they were added: what people read first comes first.
using Json = nlohmann::ordered_json;

Json to_json(const Value& value);
Json to_json(const Problem& problem);
/// `{kind, message, hint}` and, when there, `reason`, `line` and `candidates` (`[{name}]`).
Json to_json(const Error& error);

/// Empty text means absent, and absent is null.
Json text_or_null(const std::string& text);
Json text_or_null(const std::optional<std::string>& text);
/// `[{"file": …}]`: items of lists are objects, so that more can be said of them one day.
Json files_to_json(const std::vector<std::string>& files);

/// The version of every JSON shape of this program.
inline constexpr int json_schema_version = 1;

/// An object that starts with `"schema": 1`: the root of everything we print.
Json json_root();

/// The text of a value, valid UTF-8 whatever it holds, with control and bidirectional characters
/// as `\uXXXX`. `indent` is the number of blanks a level; negative: all on one line.
std::string dump_json(const Json& value, int indent = -1);

}  // namespace git_session
