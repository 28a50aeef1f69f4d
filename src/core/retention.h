#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"

namespace git_session {

/// The policies that --retention takes: project, sprint, temporary, permanent, hold.
const std::vector<std::string>& retention_policies();
bool is_retention_policy(std::string_view policy);

/// The day a session of this policy may go, counted from `start`: project 6 calendar months, sprint
/// 21 days, temporary 30 days; nullopt for permanent, hold and words we do not know.
std::optional<Date> expiry_date(std::string_view policy, Date start);

/// Why a session is kept, when nobody says: "Project retention policy".
std::string default_retention_reason(std::string_view policy);

}  // namespace git_session
