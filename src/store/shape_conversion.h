#pragma once

#include <optional>
#include <string>

#include "base/error.h"
#include "yaml/document.h"

namespace git_session {

/// The text with the first kind of thing that version 1 has elsewhere, or writes otherwise, put
/// there: one field of a section, or all items of a list. nullopt when there is none. Throws
/// cannot_convert().
std::optional<std::string> next_conversion(const yaml::Document& document);

/// `refused` (reason "cannot-edit") at the node's line.
Error cannot_convert(yaml::NodeRef node, const std::string& what);

}  // namespace git_session
