#pragma once

#include <vector>

#include "store/metadata_tree.h"
#include "yaml/document.h"
#include "yaml/edit.h"

namespace git_session {

/// The edits by which `document`, in the shape it has, comes to say what `tree` says. An entry that
/// is new is added as it is `written`; an entry without keys that shall have some goes to the end
/// of its list.
std::vector<yaml::Edit> edits_toward(const yaml::Document& document, const MetadataTree& tree);

}  // namespace git_session
