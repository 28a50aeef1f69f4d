#pragma once

#include <string>
#include <vector>

#include "agents/json_text.h"
#include "support/yaml_mutation.h"

namespace git_session::test {

/// A JSON object as nobody would lay it out: blanks, line breaks of every kind and escapes wherever
/// they may stand, with or without a byte order mark and a line end behind it.
std::string odd_json(Choices& choices);

/// Every object and array in it.
std::vector<agents::JsonText::Pointer> containers_of(const agents::Json& value);

/// Something to put in.
agents::Json new_json(Choices& choices);

}  // namespace git_session::test
