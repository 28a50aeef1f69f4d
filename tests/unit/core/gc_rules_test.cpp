#include "core/gc_rules.h"

#include <gtest/gtest.h>

#include <set>

namespace git_session {
namespace {

Date day(const char* text) { return parse_date(text).value(); }
std::optional<Date> day_or_none(const char* text) { return parse_date(text); }

using Reasons = std::vector<GcReason>;

/// Today is 2026-06-01 in all of them, and 14 days count as near.
GcRules rules(const char* purge_after = "") {
  return {day("2026-06-01"), 14, parse_length(purge_after)};
}

struct Case {
  const char* what;
  const char* policy;
  const char* expires;
  Reasons obstacles;
  std::optional<GcVerdict> verdict;
  Reasons reasons;
};

TEST(GcRules, ASessionGoesToTheArchiveOnTheDayAfterItsDate) {
  const Case cases[] = {
      {"past", "project", "2026-05-31", {}, GcVerdict::archive, {GcReason::expired}},
      {"today", "project", "2026-06-01", {}, GcVerdict::near, {GcReason::expires_soon}},
      {"last near day", "sprint", "2026-06-15", {}, GcVerdict::near, {GcReason::expires_soon}},
      {"beyond", "sprint", "2026-06-16", {}, std::nullopt, {}},
      {"no date", "project", "", {}, std::nullopt, {}},
      {"a policy of theirs", "forever", "2026-05-31", {}, GcVerdict::archive, {GcReason::expired}},
      {"permanent", "permanent", "2026-05-31", {}, std::nullopt, {}},
      {"held", "hold", "2026-05-31", {}, GcVerdict::stays, {GcReason::held}},
      {"held without a date", "hold", "", {}, GcVerdict::stays, {GcReason::held}},
      {"in the way",
       "project",
       "2026-05-31",
       {GcReason::target_exists},
       GcVerdict::stays,
       {GcReason::target_exists}},
  };
  for (const Case& test : cases) {
    GcFacts facts;
    facts.policy = test.policy;
    facts.expires_at = day_or_none(test.expires);
    facts.obstacles = test.obstacles;
    // Purging is no matter of those that are not in the archive.
    for (const char* purge_after : {"", "1d"}) {
      const auto decision = decide_gc(facts, rules(purge_after));
      ASSERT_EQ(decision.has_value(), test.verdict.has_value()) << test.what;
      if (!decision) continue;
      EXPECT_EQ(decision->verdict, *test.verdict) << test.what;
      EXPECT_EQ(decision->reasons, test.reasons) << test.what;
    }
  }
}

struct ArchivedCase {
  const char* what;
  const char* policy;
  const char* archived;
  bool is_forced;
  Reasons obstacles;
  std::optional<GcVerdict> verdict;
  Reasons reasons;
};

TEST(GcRules, NothingIsPurgedThatIsHeldOrNowhereElse) {
  const Reasons work = {GcReason::promoted_changed, GcReason::uncommitted, GcReason::unpushed};
  const Reasons held_work = {GcReason::held, GcReason::uncommitted};
  const ArchivedCase cases[] = {
      {"long there",
       "project",
       "2026-04-30",
       false,
       {},
       GcVerdict::purge,
       {GcReason::long_archived}},
      {"a month to the day",
       "project",
       "2026-05-01",
       false,
       {},
       GcVerdict::near,
       {GcReason::long_archived_soon}},
      {"work, while there is time to mend it",
       "project",
       "2026-05-01",
       false,
       work,
       GcVerdict::near,
       {GcReason::long_archived_soon}},
      {"held, near", "hold", "2026-05-01", false, work, GcVerdict::stays, {GcReason::held}},
      {"not near", "project", "2026-05-30", false, {}, std::nullopt, {}},
      {"no time noted", "project", "", false, {}, GcVerdict::stays, {GcReason::no_archive_date}},
      {"held", "hold", "2026-04-30", false, {}, GcVerdict::stays, {GcReason::held}},
      {"held and forced", "hold", "2026-04-30", true, {}, GcVerdict::stays, {GcReason::held}},
      {"permanent and forced",
       "permanent",
       "2026-04-30",
       true,
       {},
       GcVerdict::stays,
       {GcReason::permanent}},
      {"work", "project", "2026-04-30", false, work, GcVerdict::stays, work},
      {"work, forced",
       "project",
       "2026-04-30",
       true,
       work,
       GcVerdict::purge,
       {GcReason::long_archived}},
      {"a link, forced",
       "project",
       "2026-04-30",
       true,
       {GcReason::foreign_content},
       GcVerdict::stays,
       {GcReason::foreign_content}},
      {"all reasons are named",
       "hold",
       "2026-04-30",
       false,
       {GcReason::uncommitted},
       GcVerdict::stays,
       held_work},
  };
  for (const ArchivedCase& test : cases) {
    GcFacts facts;
    facts.in_archive = true;
    facts.policy = test.policy;
    facts.expires_at = day("2026-01-01");
    facts.archived_on = day_or_none(test.archived);
    facts.is_forced = test.is_forced;
    facts.obstacles = test.obstacles;
    EXPECT_EQ(decide_gc(facts, rules("")), std::nullopt) << test.what;
    const auto decision = decide_gc(facts, rules("1m"));
    ASSERT_EQ(decision.has_value(), test.verdict.has_value()) << test.what;
    if (!decision) continue;
    EXPECT_EQ(decision->verdict, *test.verdict) << test.what;
    EXPECT_EQ(decision->reasons, test.reasons) << test.what;
  }
}

TEST(GcRules, EveryReasonHasItsWord) {
  std::set<std::string> words;
  const int count = static_cast<int>(GcReason::cannot_edit) + 1;
  for (int i = 0; i < count; ++i) words.insert(name_of(static_cast<GcReason>(i)));
  EXPECT_EQ(words.size(), static_cast<size_t>(count));
}

}  // namespace
}  // namespace git_session
