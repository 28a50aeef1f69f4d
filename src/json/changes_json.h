#pragma once

#include <vector>

#include "json/json.h"
#include "operations/session_changes.h"

namespace git_session {

/// `[{key, before, after}]`: what an update changed.
Json changes_to_json(const std::vector<FieldChange>& changes);
Json changes_shape();

}  // namespace git_session
