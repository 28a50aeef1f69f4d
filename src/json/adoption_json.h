#pragma once

#include <optional>

#include "json/json.h"
#include "operations/adoption_plan.h"
#include "operations/secret_gate.h"
#include "operations/stray_documents.h"

namespace git_session {

/// A plan, or with the number of its operation (0: none was needed) what was done by it.
Json adoption_root(const AdoptionPlan& plan, std::optional<int> operation,
                   const SecretReport& secrets);
/// Documents that were found; `against` is the revision as typed.
Json stray_root(const std::vector<StrayDocument>& documents,
                const std::optional<std::string>& against);

Json adoption_schema();

}  // namespace git_session
