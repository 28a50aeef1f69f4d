#include "core/stray_rules.h"

#include <gtest/gtest.h>

namespace git_session {
namespace {

TEST(StrayRules, KnowsDocumentsByNameDateAndPlace) {
  struct Case {
    const char* path;
    const char* reason;
  };
  for (const Case& one : {Case{"SUMMARY.md", "name"},
                          Case{"docs/PHASE_2_SUMMARY.md", "name"},
                          Case{"IMPLEMENTATION_PLAN.md", "name"},
                          Case{"IMPLEMENTATION-PLAN.txt", "name"},
                          Case{"RESULTS.json", "name"},
                          Case{"docs/2025-11-22_review.md", "dated"},
                          Case{"2025-11-22-analysis.html", "dated"},
                          Case{"docs/plans/queue.md", "plan-folder"},
                          Case{"plans/queue.md", "plan-folder"},
                          Case{"plans/data.json", ""},
                          Case{"docs/usage.md", ""},
                          Case{"summary.md", ""},
                          Case{"src/PLAN.cpp", ""},
                          Case{"PLANNING.md", ""},
                          Case{"2025-11-22.md", ""},
                          Case{"2025-13-45_x.md", ""},
                          Case{"README.md", ""},
                          Case{"CHANGELOG.md", ""},
                          Case{"docs/index.md", ""},
                          Case{"plans/README.md", ""},
                          Case{"CLAUDE.md", ""},
                          Case{"LICENSE.txt", ""},
                          Case{"_posts/2025-11-22-news.md", ""},
                          Case{".github/PLAN.md", ""},
                          Case{"tests/fixtures/2025-11-22_a.json", ""},
                          Case{"PLAN", ""}}) {
    EXPECT_EQ(stray_reason(one.path, false), one.reason) << one.path;
  }
}

TEST(StrayRules, TakesAnAgentsDocumentAtTheTopLevelOnly) {
  EXPECT_EQ(stray_reason("queue-notes.md", true), "agent");
  EXPECT_EQ(stray_reason("queue-notes.md", false), "");
  EXPECT_EQ(stray_reason("docs/queue-notes.md", true), "");
  EXPECT_EQ(stray_reason("package.json", true), "");
  EXPECT_EQ(stray_reason("README.md", true), "");
}

TEST(StrayRules, FindsTheAgentAmongCoAuthors) {
  EXPECT_EQ(agent_among({"Grace <grace@example.com>", "Claude Opus 4 <noreply@anthropic.com>"}),
            "Claude Opus 4");
  EXPECT_EQ(agent_among({"Copilot <1+Copilot@users.noreply.github.com>"}), "Copilot");
  EXPECT_EQ(agent_among({"Grace <grace@example.com>"}), "");
  EXPECT_EQ(agent_among({}), "");
}

}  // namespace
}  // namespace git_session
