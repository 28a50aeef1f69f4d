#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/session.h"
#include "json/json.h"
#include "operations/adoption_plan.h"

namespace git_session {

/// The session as it is afterwards, the files that came in, those that lay there already and are
/// kept now, and those that stay where they are.
Json keep_root(const Session& session, const AdoptionPlan& plan,
               const std::vector<std::string>& kept, std::optional<int> operation);
Json keep_schema();

}  // namespace git_session
