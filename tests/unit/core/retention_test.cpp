#include "core/retention.h"

#include <gtest/gtest.h>

namespace git_session {
namespace {

Date day(const char* text) { return parse_date(text).value(); }

TEST(Retention, CountsCalendarMonthsAndDaysFromTheStart) {
  struct Case {
    const char* policy;
    const char* start;
    const char* expires;
  };
  const Case cases[] = {
      {"project", "2025-11-22", "2026-05-22"},   {"project", "2025-08-31", "2026-02-28"},
      {"project", "2023-08-31", "2024-02-29"},   {"sprint", "2025-11-22", "2025-12-13"},
      {"sprint", "2024-02-20", "2024-03-12"},    {"temporary", "2025-11-22", "2025-12-22"},
      {"temporary", "2025-02-01", "2025-03-03"},
  };
  for (const Case& test : cases) {
    EXPECT_EQ(expiry_date(test.policy, day(test.start)), day(test.expires))
        << test.policy << " " << test.start;
  }
}

TEST(Retention, HasNoDateForTheRest) {
  for (const char* policy : {"permanent", "hold", "", "forever", "Project"}) {
    EXPECT_EQ(expiry_date(policy, day("2025-11-22")), std::nullopt) << policy;
  }
}

TEST(Retention, KnowsItsPolicies) {
  for (const std::string& policy : retention_policies()) EXPECT_TRUE(is_retention_policy(policy));
  EXPECT_FALSE(is_retention_policy("forever"));
  EXPECT_FALSE(is_retention_policy(""));
  EXPECT_EQ(default_retention_reason("sprint"), "Sprint retention policy");
}

}  // namespace
}  // namespace git_session
