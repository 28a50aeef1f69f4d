#include "core/retention.h"

#include <algorithm>

namespace git_session {

const std::vector<std::string>& retention_policies() {
  static const std::vector<std::string> policies = {"project", "sprint", "temporary", "permanent",
                                                    "hold"};
  return policies;
}

bool is_retention_policy(std::string_view policy) {
  const auto& all = retention_policies();
  return std::find(all.begin(), all.end(), policy) != all.end();
}

std::optional<Date> expiry_date(std::string_view policy, Date start) {
  if (policy == "project") return add_months(start, 6);
  if (policy == "sprint") return add_days(start, 21);
  if (policy == "temporary") return add_days(start, 30);
  return std::nullopt;
}

std::string default_retention_reason(std::string_view policy) {
  std::string reason(policy);
  if (!reason.empty() && reason[0] >= 'a' && reason[0] <= 'z') reason[0] -= 'a' - 'A';
  return reason + " retention policy";
}

}  // namespace git_session
