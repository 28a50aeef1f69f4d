#include "operations/create_session.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <set>
#include <thread>

#include "base/error.h"
#include "operations/checked_team.h"
#include "operations/current_session.h"
#include "support/workspace_fixture.h"

namespace git_session {
namespace {

class CreateSessionTest : public testing::Test {
 protected:
  static NewSession request() {
    NewSession request;
    request.team = "engineering";
    request.project = "Invoice Automation";
    return request;
  }
  Session create(const NewSession& request) {
    return create_session(fixture_.open(), request).session;
  }
  ErrorKind kind_of_refusal(const NewSession& request) {
    try {
      create(request);
    } catch (const Error& error) {
      return error.kind();
    }
    return ErrorKind::internal;
  }
  WorkspaceFixture fixture_;
};

TEST_F(CreateSessionTest, WritesWhatItWasTold) {
  NewSession asked = request();
  asked.ticket = "PROJ-1";
  asked.sprint = "S3";
  asked.epic = "PROJ-7";
  asked.release = "2.1";
  asked.tags = {"a", "no", "1.0"};
  asked.stakeholders = {{.name = "Sarah", .role = "owner", .email = "s@example.com", .extra = {}}};
  asked.links = {{"jira", "https://jira.example.com/1"}, {"wiki", "https://wiki.example.com"}};
  asked.notes = "two\nlines: # and 'quotes'";
  Session made = create(asked);
  EXPECT_EQ(made.shape, Shape::version_1);
  EXPECT_TRUE(made.problems.empty());
  EXPECT_EQ(made.user, "ada-example");
  EXPECT_EQ(made.listed_id, made.id);
  EXPECT_EQ(format_rfc3339(*made.created_at), "2025-11-22T08:15:30Z");
  EXPECT_EQ(made.created_by.email, "ada@example.com");
  EXPECT_EQ(made.created_by.team, "engineering");
  EXPECT_EQ(made.context.branch, "feature/invoices");
  EXPECT_EQ(made.context.ticket, "PROJ-1");
  EXPECT_EQ(made.context.release, "2.1");
  EXPECT_TRUE(made.is_open());
  EXPECT_EQ(made.tags, asked.tags);
  EXPECT_EQ(made.links.size(), 5U);  // the four that every file has, and wiki
  ASSERT_EQ(made.stakeholders.size(), 1U);
  EXPECT_EQ(made.stakeholders[0].role, "owner");
  EXPECT_EQ(made.notes, asked.notes);
  EXPECT_EQ(made.retention.policy, "project");
  EXPECT_EQ(format_date(*made.retention.expires_at), "2026-05-22");
}

TEST_F(CreateSessionTest, CountsFromTheLocalDay) {
  ScopedVariable zone("TZ", "Pacific/Auckland");
  tzset();
  fixture_.set("GIT_SESSION_TEST_NOW", "2025-11-22T20:00:00Z");
  NewSession asked = request();
  asked.policy = "sprint";
  Session made = create(asked);
  EXPECT_TRUE(made.id.starts_with("2025-11-23_feature-invoices_")) << made.id;
  EXPECT_EQ(format_date(*made.retention.expires_at), "2025-12-14");
  EXPECT_EQ(format_rfc3339(*made.created_at), "2025-11-22T20:00:00Z");
}

TEST_F(CreateSessionTest, PoliciesWithoutDateHaveNone) {
  NewSession asked = request();
  asked.policy = "permanent";
  EXPECT_FALSE(create(asked).retention.expires_at);
  asked.policy = "hold";
  EXPECT_FALSE(create(asked).retention.expires_at);
  asked.expires_at = parse_date("2026-12-31");
  EXPECT_EQ(create(asked).retention.expires_at, parse_date("2026-12-31"));
}

TEST_F(CreateSessionTest, RefusesWhatNoReaderShouldMeet) {
  NewSession asked = request();
  asked.project = "  ";
  EXPECT_EQ(kind_of_refusal(asked), ErrorKind::usage);
  asked = request();
  asked.team = "sales";
  EXPECT_EQ(kind_of_refusal(asked), ErrorKind::usage);
  asked = request();
  asked.policy = "forever";
  EXPECT_EQ(kind_of_refusal(asked), ErrorKind::usage);
  asked = request();
  asked.notes = "\xff";
  EXPECT_EQ(kind_of_refusal(asked), ErrorKind::usage);
  asked = request();
  asked.notes = std::string(300'000, 'x');
  EXPECT_EQ(kind_of_refusal(asked), ErrorKind::usage);
  asked = request();
  asked.tags.assign(501, "tag");
  EXPECT_EQ(kind_of_refusal(asked), ErrorKind::usage);
  EXPECT_FALSE(fixture_.git.exists("output"));
}

TEST_F(CreateSessionTest, TheLargestRequestCanBeReadBack) {
  NewSession asked = request();
  asked.notes = std::string(100'000, '"');
  asked.tags.assign(500, std::string(200, '\x01'));
  Session made = create(asked);
  EXPECT_TRUE(made.is_readable());
  EXPECT_EQ(made.notes, asked.notes);
  EXPECT_EQ(made.tags, asked.tags);
}

TEST_F(CreateSessionTest, MakesANewHexWhenTheIdIsTaken) {
  fixture_.set("GIT_SESSION_TEST_RANDOM", "aaaaaabbbbbb");
  EXPECT_TRUE(create(request()).id.ends_with("_aaaaaa"));
  EXPECT_TRUE(create(request()).id.ends_with("_bbbbbb"));
  EXPECT_FALSE(create(request()).id.ends_with("_aaaaaa"));
}

TEST_F(CreateSessionTest, ManyAtOnceAreAllThere) {
  std::vector<std::thread> threads;
  std::vector<std::string> ids(8);
  for (std::string& id : ids) threads.emplace_back([&id, this] { id = create(request()).id; });
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(std::set<std::string>(ids.begin(), ids.end()).size(), ids.size());
  EXPECT_EQ(fixture_.open().locations(Scope::everything).size(), ids.size());
}

TEST_F(CreateSessionTest, ReuseTakesTheOpenOneOfUserBranchAndTicket) {
  NewSession asked = request();
  asked.ticket = "PROJ-1";
  std::string id = create(asked).id;
  asked.reuse = true;
  CreatedSession again = create_session(fixture_.open(), asked);
  EXPECT_TRUE(again.is_reused);
  EXPECT_EQ(again.session.id, id);
  asked.ticket = "proj-1";
  EXPECT_EQ(create(asked).id, id);
  asked.ticket = "PROJ-2";
  EXPECT_NE(create(asked).id, id);
  asked.ticket = "PROJ-1";
  asked.branch = "main";
  EXPECT_NE(create(asked).id, id);
  fixture_.git.git({"config", "session.user", "grace"});
  asked.branch = "";
  EXPECT_NE(create(asked).id, id);
}

TEST_F(CreateSessionTest, ReusePrefersTheCurrentOneThenTheNewest) {
  SessionLocation older = fixture_.make_session();
  fixture_.set("GIT_SESSION_TEST_NOW", "2025-11-22T09:00:00Z");
  SessionLocation newer = fixture_.make_session();
  EXPECT_EQ(find_reusable_session(fixture_.open(), "", ""), newer);
  ASSERT_TRUE(set_current_session(fixture_.open(), older));
  EXPECT_EQ(find_reusable_session(fixture_.open(), "", ""), older);
}

TEST_F(CreateSessionTest, SaysWhichRuleIgnoresIt) {
  EXPECT_FALSE(create_session(fixture_.open(), request()).ignore_rule);
  fixture_.git.write(".gitignore", "/output/\n");
  EXPECT_EQ(create_session(fixture_.open(), request()).ignore_rule, ".gitignore:1:/output/");
}

TEST_F(CreateSessionTest, FollowsNoLinkAndLeavesNothingWhenItCannotWrite) {
  std::string elsewhere = fixture_.git.outside().make_directory("elsewhere");
  std::filesystem::create_directory_symlink(elsewhere, fixture_.git.path_of("output"));
  EXPECT_EQ(kind_of_refusal(request()), ErrorKind::refused);
  EXPECT_TRUE(std::filesystem::is_empty(elsewhere));
}

TEST_F(CreateSessionTest, TeamsAreFoundInAnyCaseAndTheHintKeepsTheOthers) {
  fixture_.git.git({"config", "session.teams", "Design,research team"});
  Settings settings = fixture_.open().settings();
  EXPECT_EQ(checked_team(settings, "design"), "Design");
  try {
    checked_team(settings, "sales");
    ADD_FAILURE() << "was taken";
  } catch (const Error& error) {
    EXPECT_EQ(error.hint(), "git config session.teams 'Design,research team,sales' makes it one");
  }
}

}  // namespace
}  // namespace git_session
