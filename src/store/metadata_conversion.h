#pragma once

#include <string>

namespace git_session {

/// Metadata in an older or hand-made shape, written in the shape of version 1: fields under their
/// sections, entries of lists as mappings, values as the schema has them. Every key that is not
/// ours, every comment and the order stay; what it means is the same, and that is checked. A text
/// in that shape already comes back as it is. Throws what yaml::Document::parse() throws, and
/// `refused` (reason "cannot-edit") with a line where it cannot be done without changing more.
std::string to_version_1(const std::string& text);

/// Metadata whose values are written as the schema has them: times and texts in quotes, `true` for
/// `"True"`; in whatever shape the text has. Throws as to_version_1() does.
std::string with_schema_values(const std::string& text);

}  // namespace git_session
