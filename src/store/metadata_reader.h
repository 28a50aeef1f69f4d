#pragma once

#include <string>
#include <string_view>

#include "core/fields.h"
#include "core/session.h"
#include "yaml/document.h"
#include "yaml/edit.h"

namespace git_session {

/// Fills `session` from its metadata, whatever shape that has. Values that do not fit become
/// problems with the line, with `path` as the file's name; keys that are not ours go to `extra`
/// only when `keep_unknown_keys`. Throws Error(invalid_data) when the document is not a mapping.
void read_metadata(const yaml::Document& document, const std::string& path, bool keep_unknown_keys,
                   Session& session);

/// Where a field lies in this document, or where it belongs when it is not there yet: older files
/// keep `team` at the top, or have a bare word in place of a section.
struct FieldPlace {
  yaml::Path path;
  std::string after;  ///< the sibling a new key goes behind; empty: the end
  bool present = false;
};
FieldPlace place_of(const yaml::Document& document, std::string_view section, std::string_view key);

}  // namespace git_session
