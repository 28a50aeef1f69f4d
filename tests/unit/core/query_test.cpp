#include "core/query.h"

#include <gtest/gtest.h>

#include <chrono>
#include <functional>

namespace git_session {
namespace {

using std::chrono::November;
constexpr Date today = std::chrono::year(2025) / November / 22;

Session sample() {
  Session session;
  session.id = "2025-11-20_invoices_a3f42c";
  session.user = "ada-lovelace";
  session.shape = Shape::version_1;
  session.created_at = parse_rfc3339("2025-11-20T08:00:00Z");
  session.created_by = {"ada-lovelace", "ada@example.com", "engineering"};
  session.context = {
      "feature/invoices", "PROJ-123", "Invoice Automation", "2025-Q4-Sprint-3", "Billing",
      "2026.1",           ""};
  session.retention = {"project", std::chrono::year(2025) / November / 25, ""};
  session.tags = {"backend", "q4"};
  session.links = {{"jira", "https://jira.example.com/browse/PROJ-123"}};
  session.extra = {{"usage", Value::Mapping{{"tokens", Value::Mapping{{"total", 1200}}}}},
                   {"areas", Value::Sequence{"api", "database"}}};
  Output review;
  review.file = "review.md";
  review.agent = "cs-architect";
  review.type = "reviews";
  review.promoted = true;
  review.model = "large";
  Output scan;
  scan.file = "scan.md";
  scan.agent = "cs-secops";
  scan.type = "analysis";
  session.outputs = {review, scan};
  return session;
}

struct Case {
  const char* name;
  std::function<void(Query&)> ask;
  bool fits;
};

void check(const Session& session, const std::vector<Case>& cases) {
  for (const Case& test : cases) {
    SCOPED_TRACE(test.name);
    Query query;
    test.ask(query);
    EXPECT_EQ(matches(session, query, today), test.fits);
  }
}

TEST(Query, AnEmptyOneFitsEverySession) {
  EXPECT_TRUE(matches(sample(), Query(), today));
  EXPECT_TRUE(matches(Session(), Query(), today));
  EXPECT_TRUE(Query().is_empty());
}

TEST(Query, ComparesWholeValuesInAnyCaseAndTakesGlobs) {
  check(sample(), {{"whole key", [](Query& q) { q.tickets = {"PROJ-123"}; }, true},
                   {"any case", [](Query& q) { q.tickets = {"proj-123"}; }, true},
                   {"a part", [](Query& q) { q.tickets = {"PROJ-12"}; }, false},
                   {"a glob", [](Query& q) { q.tickets = {"PROJ-*"}; }, true},
                   {"any of several",
                    [](Query& q) {
                      q.tickets = {"X-1", "PROJ-123"};
                    },
                    true},
                   {"a part of the project", [](Query& q) { q.projects = {"automat"}; }, true},
                   {"another project", [](Query& q) { q.projects = {"ledger"}; }, false},
                   {"sprint", [](Query& q) { q.sprints = {"2025-Q4-Sprint-3"}; }, true},
                   {"a part of the sprint", [](Query& q) { q.sprints = {"2025-Q4"}; }, false},
                   {"epic", [](Query& q) { q.epics = {"billing"}; }, true},
                   {"release", [](Query& q) { q.releases = {"2026.?"}; }, true},
                   {"branch", [](Query& q) { q.branches = {"feature/*"}; }, true},
                   {"team", [](Query& q) { q.teams = {"product"}; }, false},
                   {"user folder", [](Query& q) { q.users = {"Ada-Lovelace"}; }, true},
                   {"e-mail", [](Query& q) { q.users = {"ada@example.com"}; }, true}});
}

TEST(Query, AValueThatIsNotThereFitsNoPattern) {
  Session session = sample();
  session.context.ticket.clear();
  check(session, {{"a star", [](Query& q) { q.tickets = {"*"}; }, false},
                  {"nothing", [](Query& q) { q.tickets = {""}; }, false}});
}

TEST(Query, WantsEveryTag) {
  check(sample(), {{"one", [](Query& q) { q.tags = {"Q4"}; }, true},
                   {"both",
                    [](Query& q) {
                      q.tags = {"q4", "back*"};
                    },
                    true},
                   {"one too many",
                    [](Query& q) {
                      q.tags = {"q4", "frontend"};
                    },
                    false}});
}

TEST(Query, WantsOneOutputThatFitsAllItAsksAboutOutputs) {
  check(sample(), {{"agent", [](Query& q) { q.agents = {"cs-secops"}; }, true},
                   {"agent and type of one",
                    [](Query& q) { q.agents = {"cs-secops"}, q.types = {"analysis"}; }, true},
                   {"agent and type of two",
                    [](Query& q) { q.agents = {"cs-secops"}, q.types = {"reviews"}; }, false},
                   {"promoted", [](Query& q) { q.promoted = true; }, true},
                   {"promoted by another",
                    [](Query& q) { q.agents = {"cs-secops"}, q.promoted = true; }, false}});
}

TEST(Query, ComparesTheTimeItWasMade) {
  const auto at = [](const char* text) { return *parse_rfc3339(text); };
  check(sample(),
        {{"since that second", [&](Query& q) { q.since = at("2025-11-20T08:00:00Z"); }, true},
         {"since later", [&](Query& q) { q.since = at("2025-11-20T08:00:01Z"); }, false},
         {"until is exclusive", [&](Query& q) { q.until = at("2025-11-20T08:00:00Z"); }, false},
         {"until later", [&](Query& q) { q.until = at("2025-11-20T08:00:01Z"); }, true}});
  Session undated;
  undated.id = "whatever";
  check(undated, {{"no date, no answer", [&](Query& q) { q.since = at("1990-01-01"); }, false}});
  undated.id = "2025-11-20_x";
  check(undated, {{"the id's date", [&](Query& q) { q.since = at("2025-11-20"); }, true}});
}

TEST(Query, FindsWhatExpiresWithinDays) {
  Session session = sample();  // in three days
  const Case within_2{"2 days", [](Query& q) { q.expiring_within = 2; }, false};
  const Case within_3{"3 days", [](Query& q) { q.expiring_within = 3; }, true};
  check(session, {within_2, within_3});
  session.status.current = State::closed;
  check(session, {within_3});
  session.status.current = State::archived;
  check(session, {{"archived", within_3.ask, false}});
  session.status.current = State::active;
  session.retention.expires_at = std::chrono::year(2020) / November / 1;
  check(session, {{"long expired", within_2.ask, true}});
  session.retention.expires_at.reset();
  check(session, {{"without a date", within_3.ask, false}});
}

TEST(Query, LooksAtAnyKeyWithWhere) {
  struct Condition {
    const char* key;
    const char* pattern;
    bool fits;
  };
  const Condition conditions[] = {{"context.epic", "bill*", true},
                                  {"epic", "Billing", true},
                                  {"status", "active", true},
                                  {"created_by.email", "*@example.com", true},
                                  {"retention.expires_at", "2025-11-25", true},
                                  {"links.jira", "*PROJ-123", true},
                                  {"jira", "*PROJ-124", false},
                                  {"tags", "q4", true},
                                  {"outputs.model", "large", true},
                                  {"outputs.model", "small", false},
                                  {"usage.tokens.total", "1200", true},
                                  {"areas", "database", true},
                                  {"areas", "frontend", false},
                                  {"context.description", "", true},
                                  {"nowhere", "", true},
                                  {"nowhere", "*", false}};
  for (const Condition& condition : conditions) {
    SCOPED_TRACE(std::string(condition.key) + "=" + condition.pattern);
    Query query;
    query.where = {{condition.key, condition.pattern}};
    EXPECT_EQ(matches(sample(), query, today), condition.fits);
  }
}

TEST(Query, KnowsStates) {
  Session session = sample();
  session.status.current = State::closed;
  check(session, {{"closed", [](Query& q) { q.states = {State::closed}; }, true},
                  {"one of two",
                   [](Query& q) {
                     q.states = {State::active, State::closed};
                   },
                   true},
                  {"active", [](Query& q) { q.states = {State::active}; }, false}});
}

}  // namespace
}  // namespace git_session
