#include "core/migration.h"

#include <gtest/gtest.h>

#include "core/session_names.h"

namespace git_session {
namespace {

LegacyFile file(const std::string& type, const std::string& name, const std::string& author = {},
                const std::string& email = {}) {
  LegacyFile one;
  one.type = type;
  one.name = name;
  one.path = "output/" + (type.empty() ? name : type + "/" + name);
  one.author = author;
  one.email = email;
  one.time = *parse_rfc3339("2025-11-14T09:00:00Z");
  return one;
}

MigrationRules rules() {
  MigrationRules rules;
  rules.own_user = "ada-lovelace";
  rules.own_email = "ada@example.com";
  return rules;
}

std::vector<std::string> targets(const MigrationGroup& group) {
  std::vector<std::string> names;
  for (const MigratedFile& one : group.files) names.push_back(one.target);
  return names;
}

TEST(Migration, MakesOneSessionForEachAuthor) {
  auto groups =
      group_legacy_files({file("reports", "a.md", "Grace Hopper", "grace@example.com"),
                          file("reports", "b.md", "Grace_Hopper", "grace@work.example"),
                          file("", "c.md"), file("analysis", "d.md", "A. L.", "ADA@example.com"),
                          file("analysis", "e.md", "", "linus@example.com")},
                         rules());
  ASSERT_EQ(groups.size(), 3U);
  EXPECT_EQ(groups[0].user, "ada-lovelace");
  EXPECT_EQ(groups[0].email, "ada@example.com");
  EXPECT_EQ(targets(groups[0]), (std::vector<std::string>{"d.md", "c.md"}));
  EXPECT_EQ(groups[1].user, "grace-hopper");
  EXPECT_EQ(groups[1].files.size(), 2U);
  EXPECT_EQ(groups[2].user, "linus");
}

TEST(Migration, GivesEverythingToAUserThatIsNamed) {
  MigrationRules named = rules();
  named.user = "Grace H";
  auto groups = group_legacy_files(
      {file("reports", "a.md", "Linus", "linus@example.com"), file("", "c.md")}, named);
  ASSERT_EQ(groups.size(), 1U);
  EXPECT_EQ(groups[0].user, "grace-h");
  EXPECT_EQ(groups[0].email, "");
}

TEST(Migration, TakesTimeAndAgentFromTheName) {
  struct Case {
    const char* name;
    const char* time;
    const char* agent;
  };
  for (const Case& one :
       {Case{"2025-11-13_13-55-52_review_cs-architect.md", "2025-11-13T13:55:52Z", "cs-architect"},
        Case{"2025-11-13_review.md", "2025-11-13T00:00:00Z", ""},
        Case{"2025-11-14_review.md", "2025-11-14T09:00:00Z", ""},
        Case{"review_cs-secops.md", "2025-11-14T09:00:00Z", "cs-secops"}}) {
    const MigratedFile made =
        group_legacy_files({file("reviews", one.name)}, rules()).front().files.front();
    EXPECT_EQ(format_rfc3339(made.created_at), one.time) << one.name;
    EXPECT_EQ(made.agent, one.agent) << one.name;
  }
}

TEST(Migration, SplitsByDayAndBranch) {
  LegacyFile merged = file("reports", "2025-11-13_a.md");
  merged.branch = "feature/x";
  std::vector<LegacyFile> files = {merged, file("reports", "b.md")};
  MigrationRules by_day = rules();
  by_day.split = MigrationSplit::day;
  auto days = group_legacy_files(files, by_day);
  ASSERT_EQ(days.size(), 2U);
  EXPECT_EQ(format_date(*days[0].day), "2025-11-13");
  EXPECT_EQ(format_date(*days[1].day), "2025-11-14");
  MigrationRules by_branch = rules();
  by_branch.split = MigrationSplit::branch;
  auto branches = group_legacy_files(files, by_branch);
  ASSERT_EQ(branches.size(), 2U);
  EXPECT_EQ(branches[0].branch, "");
  EXPECT_EQ(branches[1].branch, "feature/x");
}

TEST(Migration, StartsAnotherSessionWhereMetadataWouldGrowTooLarge) {
  std::vector<LegacyFile> files;
  for (int i = 0; i < 1001; ++i) files.push_back(file("reports", std::to_string(i) + ".md"));
  auto groups = group_legacy_files(files, rules());
  ASSERT_EQ(groups.size(), 3U);
  EXPECT_EQ(groups[0].files.size(), 500U);
  EXPECT_EQ(groups[2].files.size(), 1U);
  files.clear();
  const std::string long_folder(250, 'x');
  for (int i = 0; i < 400; ++i)
    files.push_back(file("reports", long_folder + "/" + long_folder + "/" + std::to_string(i)));
  EXPECT_EQ(group_legacy_files(files, rules()).size(), 2U);
}

TEST(SessionNames, KeepsBothOfTwoFilesWithOneName) {
  SessionNames names({});
  names.take("MIGRATION_REPORT.md");
  EXPECT_EQ(names.add("plan.md", "reports"), "plan.md");
  EXPECT_EQ(names.add("plan.md", "analysis"), "plan-2.md");
  EXPECT_EQ(names.add("Plan.md", "reviews"), "Plan-3.md");
  EXPECT_EQ(names.add("2025-11-13_plan_cs-architect.md", "reports"),
            "2025-11-13_plan_cs-architect.md");
  EXPECT_EQ(names.add("2025-11-13_plan_cs-architect.md", "analysis"),
            "2025-11-13_plan-2_cs-architect.md");
  EXPECT_EQ(names.add("migration_report.md", "reports"), "migration_report-2.md");
  EXPECT_EQ(names.add("sub/plan.md", "reports"), "sub/plan.md");
}

TEST(SessionNames, FindsAPlaceWhereNumbersDoNotHelp) {
  SessionNames names({});
  EXPECT_EQ(names.add("x", "reports"), "x");
  EXPECT_EQ(names.add("x/y.md", "analysis"), "analysis/x/y.md");
  EXPECT_EQ(names.add("drafts/a.md", "reports"), "reports/drafts/a.md");
  EXPECT_EQ(names.add("analysis", "loose"), "analysis-2");
  const std::string longest(255, 'n');
  EXPECT_EQ(names.add(longest, "reports"), longest);
  EXPECT_EQ(names.add(longest, "reports"), "reports/" + longest);
}

}  // namespace
}  // namespace git_session
