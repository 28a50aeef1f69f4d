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
    EXPECT_EQ(expiry_date(test.policy, day(test.start), {}), day(test.expires))
        << test.policy << " " << test.start;
  }
}

TEST(Retention, HasNoDateForTheRest) {
  for (const char* policy : {"permanent", "hold", "", "forever", "Project"}) {
    EXPECT_EQ(expiry_date(policy, day("2025-11-22"), {}), std::nullopt) << policy;
  }
}

TEST(Retention, KnowsItsPolicies) {
  for (const std::string& policy : retention_policies()) EXPECT_TRUE(is_retention_policy(policy));
  EXPECT_FALSE(is_retention_policy("forever"));
  EXPECT_FALSE(is_retention_policy(""));
  EXPECT_EQ(default_retention_reason("sprint"), "Sprint retention policy");
}

TEST(Retention, CountsByTheLengthsItIsGiven) {
  const RetentionLengths lengths = {*parse_length("1y"), *parse_length("2w"), *parse_length("1d")};
  EXPECT_EQ(expiry_date("project", day("2024-02-29"), lengths), day("2025-02-28"));
  EXPECT_EQ(expiry_date("sprint", day("2025-12-25"), lengths), day("2026-01-08"));
  EXPECT_EQ(expiry_date("temporary", day("2025-12-31"), lengths), day("2026-01-01"));
  EXPECT_EQ(expiry_date("hold", day("2025-12-31"), lengths), std::nullopt);
}

TEST(Retention, ReadsLengthsAsPeopleWriteThem) {
  struct Case {
    const char* text;
    int count;
    Length::Unit unit;
  };
  const Case cases[] = {
      {"90d", 90, Length::Unit::days},       {"2w", 14, Length::Unit::days},
      {"6m", 6, Length::Unit::months},       {"1y", 12, Length::Unit::months},
      {"90 days", 90, Length::Unit::days},   {"1 month", 1, Length::Unit::months},
      {"2 Years", 24, Length::Unit::months}, {"100y", 1200, Length::Unit::months},
  };
  for (const Case& test : cases) {
    const Length wanted{test.count, test.unit};
    EXPECT_EQ(parse_length(test.text), wanted) << test.text;
    EXPECT_EQ(parse_length(describe(wanted)), wanted) << test.text;
  }
  for (const char* text : {"", "d", "0d", "-1d", "1.5m", "90", "6 x", "101y", "6000w", "1h", "6mm",
                           "99999999999999999999d", "6m 1d", "+6m"}) {
    EXPECT_EQ(parse_length(text), std::nullopt) << text;
  }
}

TEST(Retention, TakesAPolicyOrALength) {
  EXPECT_EQ(parse_retention_choice("sprint")->policy, "sprint");
  EXPECT_EQ(parse_retention_choice("90d")->length, (Length{90, Length::Unit::days}));
  EXPECT_EQ(parse_retention_choice("90d")->policy, "");
  EXPECT_FALSE(parse_retention_choice("forever"));
}

TEST(Retention, KnowsAReasonThatNobodyGave) {
  EXPECT_TRUE(is_default_retention_reason("Sprint retention policy", "sprint"));
  EXPECT_TRUE(is_default_retention_reason("Kept for 90 days", "sprint"));
  EXPECT_FALSE(is_default_retention_reason("Sprint retention policy", "project"));
  EXPECT_FALSE(is_default_retention_reason("Kept for the audit", "project"));
  EXPECT_FALSE(is_default_retention_reason("", "project"));
}

TEST(Retention, RemembersInOneLineWhatAHoldTookThePlaceOf) {
  const HeldRetention cases[] = {
      {"project", day("2026-05-22"), "Project retention policy"},
      {"sprint", day("2026-05-22"), ""},
      {"permanent", std::nullopt, "Audit: until 2030"},
      {"forever", std::nullopt, ""},
      {"legal archive", day("2040-01-01"), "tax law"},
      {"legal:archive", day("2040-01-01"), "until 2030-01-01: tax law"},
  };
  for (const HeldRetention& test : cases) {
    EXPECT_EQ(parse_held_retention(describe(test)), test) << describe(test);
  }
  EXPECT_EQ(describe(cases[0]), "project until 2026-05-22: Project retention policy");
  for (const char* line :
       {"", ": x", " project", "project until tomorrow", "project until 2026-05-22x"}) {
    EXPECT_EQ(parse_held_retention(line), std::nullopt) << line;
  }
}

}  // namespace
}  // namespace git_session
