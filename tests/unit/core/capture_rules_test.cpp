#include "core/capture_rules.h"

#include <gtest/gtest.h>

#include "core/capture_words.h"
#include "core/superseded.h"

namespace git_session {
namespace {

const CaptureRules unset = {{"*.md", "*.txt", "*.json", "*.csv", "*.svg", "*.png"}, {}, true};

TEST(CaptureRules, OffersWhatLooksLikeAWorkProductAndNothingOfTheProject) {
  const struct {
    const char* path;
    bool offered;
  } cases[] = {
      {"docs/architecture-review.md", true},
      {"docs/reviews/payments.md", true},
      {"ANALYSIS.md", true},
      {"SUMMARY.md", true},
      {"notes.md", true},  // new, and at the top level
      {"2025-11-22_findings.csv", true},
      {"reports/load.svg", true},
      {"docs/process_cs-business-analyst.md", true},
      {"invoices_writer.md", true},
      {"docs/Security-Audit.TXT", true},
      {"README.md", false},
      {"docs/README.md", false},
      {"reports/README.md", false},
      {"CHANGELOG.md", false},
      {"docs/guide.md", false},
      {"docs/reviewers.md", false},
      {"package.json", false},
      {"requirements.txt", false},
      {"CMakeLists.txt", false},
      {"src/report.md", false},
      {"src/review/plan.txt", false},
      {"tests/fixtures/report.json", false},
      {"assets/summary.png", false},
      {".github/plan.md", false},
      {".report.md", false},
      {"docs/report.cpp", false},
      {"report.py", false},
      {"analysis.ipynb", false},
  };
  for (const auto& one : cases)
    EXPECT_EQ(is_offered(unset, one.path, {"writer"}), one.offered) << one.path;
}

TEST(CaptureRules, WhatSomebodyConfiguredNeedsNoLook) {
  CaptureRules rules{{"*.md", "out/*.html"}, {"*secret*", "docs/*"}, false};
  EXPECT_TRUE(is_offered(rules, "any/where/guide.md", {}));
  EXPECT_TRUE(is_offered(rules, "out/page.html", {}));
  EXPECT_TRUE(is_offered(rules, "Out/deep/Page.HTML", {}));
  EXPECT_FALSE(is_offered(rules, "other/page.html", {}));
  EXPECT_FALSE(is_offered(rules, "docs/guide.md", {}));
  EXPECT_FALSE(is_offered(rules, "any/my-secrets.md", {}));
}

TEST(CaptureRules, WhatLiesInASessionIsRecordedUnlessItIsExcluded) {
  const CaptureRules rules{{"*.md"}, {"*.log", "scratch/*"}, false};
  EXPECT_TRUE(is_recorded_in_session(rules, "model.bin"));
  EXPECT_TRUE(is_recorded_in_session(rules, "deep/review.md"));
  EXPECT_FALSE(is_recorded_in_session(rules, "deep/run.LOG"));
  EXPECT_FALSE(is_recorded_in_session(rules, "scratch/review.md"));
}

TEST(CaptureRules, NamesAreOneLineOfText) {
  EXPECT_EQ(recordable_name(" cs-architect "), "cs-architect");
  EXPECT_EQ(recordable_name("plugin:agent"), "plugin:agent");
  EXPECT_EQ(recordable_name("claude-opus-4-8[1m]"), "claude-opus-4-8[1m]");
  for (const std::string& bad :
       {std::string("a\nb"), std::string("a\x1b[2J"), std::string("\xff"),
        std::string("<synthetic>"), std::string(101, 'a'), std::string("\xe2\x80\xae")})
    EXPECT_EQ(recordable_name(bad), "") << bad;
}

TEST(CaptureRules, FilesAreMentionedByTheirWholeName) {
  EXPECT_TRUE(mentions_file("echo x >s/plan.md", "output/sessions/ada/s/plan.md"));
  EXPECT_TRUE(mentions_file("echo x >\"$CLAUDE_SESSION_DIR/plan.md\"", "a/s/plan.md"));
  EXPECT_TRUE(mentions_file("echo x >${DIR}/plan.md", "a/s/plan.md"));
  EXPECT_TRUE(mentions_file("cp ./plan.md ../plan.md", "a/s/plan.md"));
  EXPECT_FALSE(mentions_file("cat docs/plan.md", "a/s/plan.md"));
  EXPECT_FALSE(mentions_file("cat /repository/docs/plan.md", "a/s/plan.md"));
  EXPECT_TRUE(mentions_file(R"({"stdout":"a\nplan.md\n"})", "plan.md"));
  EXPECT_TRUE(mentions_file("plan.md", "plan.md"));
  EXPECT_TRUE(mentions_file("roll-out-plan.md and plan.md", "plan.md"));
  EXPECT_FALSE(mentions_file("roll-out-plan.md", "plan.md"));
  EXPECT_FALSE(mentions_file("plan.mdx", "plan.md"));
  EXPECT_FALSE(mentions_file("", "plan.md"));
  EXPECT_FALSE(mentions_file("anything", "folder/"));
}

TEST(CaptureWords, ModelsAndMakersInALine) {
  EXPECT_EQ(short_model_name("claude-opus-4-1-20250805"), "opus");
  EXPECT_EQ(short_model_name("claude-3-5-sonnet-20241022"), "sonnet");
  EXPECT_EQ(short_model_name("gpt-5.2-codex"), "gpt-5.2-codex");
  EXPECT_EQ(short_model_name("claude-4"), "claude-4");
  Session session;
  session.context.branch = "feature/invoice-automation";
  Makers makers;
  makers.add("cs-architect", "claude-opus-4-1-20250805");
  makers.add("cs-architect", "claude-opus-4-8");
  makers.add("", "");
  EXPECT_EQ(kept_line(3, "document kept", "documents kept", short_name(session), makers),
            "3 documents kept in invoice-automation (cs-architect, opus)");
  for (const char* agent : {"a", "b", "c"}) makers.add(agent, "");
  EXPECT_EQ(kept_line(1, "draft", "drafts", short_name(session), makers),
            "1 draft in invoice-automation (cs-architect, a, b and 1 more, opus)");
  EXPECT_EQ(kept_line(2, "draft", "drafts", "x", {}), "2 drafts in x");
  session.context.branch = "";
  session.context.project = "Invoice\nAutomation";
  EXPECT_EQ(short_name(session), "Invoice\\x0aAutomation");
}

class SupersededTest : public testing::Test {
 protected:
  void add(const std::string& file, const std::string& agent, const std::string& supersedes = {}) {
    Output output;
    output.file = file;
    output.agent = agent;
    output.supersedes = supersedes;
    output.exists = true;
    session_.outputs.push_back(output);
  }
  std::string replaced(const std::string& file, const std::string& agent) const {
    return replaced_by(session_, file, agent, {});
  }
  Session session_;
};

TEST_F(SupersededTest, ALaterOneAnotherFolderAndNoTopicAreNot) {
  add("2025-11-20_10-00-00_review_cs-architect.md", "cs-architect");
  add("api/summary.md", "cs-architect");
  add("2025-01-01_cs-architect.md", "cs-architect");
  EXPECT_EQ(replaced("2025-11-20_09-00-00_review_cs-architect.md", "cs-architect"), "");
  EXPECT_EQ(replaced("web/summary.md", "cs-architect"), "");
  EXPECT_EQ(replaced("2025-01-02_cs-architect.md", "cs-architect"), "");
  EXPECT_EQ(replaced("api/summary_cs-architect.md", "cs-architect"), "api/summary.md");
}

TEST_F(SupersededTest, TheSameTopicOfTheSameAgentIsReplaced) {
  add("2025-11-20_10-00-00_review_cs-architect.md", "cs-architect");
  add("2025-11-21_10-00-00_review_cs-architect.md", "cs-architect",
      "2025-11-20_10-00-00_review_cs-architect.md");
  add("2025-11-21_review.json", "cs-architect");
  const std::string now = "2025-11-22_10-00-00_review_cs-architect.md";
  EXPECT_EQ(replaced(now, "cs-architect"), "2025-11-21_10-00-00_review_cs-architect.md");
  EXPECT_EQ(replaced("Review_cs-architect.MD", "cs-architect"),
            "2025-11-21_10-00-00_review_cs-architect.md");
  EXPECT_EQ(replaced(now, "cs-other"), "");
  EXPECT_EQ(replaced(now, ""), "");
  EXPECT_EQ(replaced("2025-11-22_10-00-00_review-2_cs-architect.md", "cs-architect"), "");
  EXPECT_EQ(replaced("2025-11-22_10-00-00_review.txt", "cs-architect"), "");
  EXPECT_TRUE(is_superseded(session_, session_.outputs[0]));
  EXPECT_FALSE(is_superseded(session_, session_.outputs[1]));
}

TEST_F(SupersededTest, AnAgentWhoseNameOnlyItsEntryTellsCountsToo) {
  add("2025-11-20_plan_writer.md", "writer");
  EXPECT_EQ(replaced("2025-11-21_plan_writer.md", "writer"), "2025-11-20_plan_writer.md");
}

TEST_F(SupersededTest, WhatReplacedItMustBeThere) {
  add("plan_cs-a.md", "cs-a");
  add("2025-11-20_plan_cs-a.md", "cs-a", "plan_cs-a.md");
  add("", "");
  session_.outputs[1].exists = false;
  EXPECT_FALSE(is_superseded(session_, session_.outputs[0]));
  EXPECT_FALSE(is_superseded(session_, session_.outputs[2]));
}

}  // namespace
}  // namespace git_session
