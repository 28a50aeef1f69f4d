#pragma once

#include <set>
#include <vector>

#include "core/operation.h"
#include "json/json.h"

namespace git_session {

/// `state` is done, undone or unfinished.
Json operation_to_json(const Operation& operation, bool is_undone);
Json steps_to_json(const std::vector<FileStep>& steps);

Json undo_schema();
/// For verbs that change many files: the shape of steps_to_json().
Json steps_shape();

}  // namespace git_session
