#pragma once

#include <optional>
#include <string_view>

#include "core/fields.h"
#include "yaml/document.h"

namespace git_session {

/// Empty, null and `None`: the spellings of absence that tools leave behind.
bool is_absent(yaml::NodeRef node);

/// A value that is read, but not written as the schema has it: a time without quotes, `"False"`,
/// `None`, a number where a text belongs.
bool is_loose(yaml::NodeRef node, FieldType type);

/// The section of that name; it must be one of sections().
const Section& section_named(std::string_view name);

/// The key a section has in a file and its node, when it is there.
struct FoundSection {
  std::string_view key;
  std::optional<yaml::NodeRef> node;
};
FoundSection find_section(yaml::NodeRef root, const Section& section);

}  // namespace git_session
