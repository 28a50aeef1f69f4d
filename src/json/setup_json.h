#pragma once

#include <optional>
#include <string>
#include <vector>

#include "json/json.h"
#include "operations/setup_plan.h"

namespace git_session {

/// A plan, with the diff of each change; `operation` when it was made (0: no file changed).
Json setup_root(const SetupPlan& plan, const std::vector<std::string>& diffs,
                std::optional<int> operation, const std::vector<std::string>& next_steps);

Json setup_schema();

}  // namespace git_session
