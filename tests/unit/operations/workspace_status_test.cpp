#include "operations/workspace_status.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "json/status_json.h"
#include "support/workspace_fixture.h"

namespace git_session {
namespace {

class WorkspaceStatusTest : public testing::Test {
 protected:
  WorkspaceStatus status(const std::optional<std::string>& named = std::nullopt) {
    return read_status(fixture_.open(), named);
  }
  SessionLocation session_expiring(const char* day) {
    NewSession request;
    request.expires_at = parse_date(day);
    request.project = day;
    return fixture_.make_session(request);
  }
  WorkspaceFixture fixture_;
};

TEST_F(WorkspaceStatusTest, TellsWhatIsNotCommittedInTheSession) {
  SessionLocation location = fixture_.make_session();
  fixture_.git.write(location.path + "/a.md", "a");
  fixture_.git.write("elsewhere.md", "x");
  WorkspaceStatus now = status();
  ASSERT_TRUE(now.current);
  EXPECT_EQ(now.uncommitted,
            (std::map<std::string, std::string>{{".session-metadata.yaml", "??"}, {"a.md", "??"}}));
  fixture_.git.commit_all();
  EXPECT_TRUE(status().uncommitted.empty());
  fixture_.git.write(location.path + "/a.md", "b");
  EXPECT_EQ(status().uncommitted, (std::map<std::string, std::string>{{"a.md", " M"}}));
}

TEST_F(WorkspaceStatusTest, TellsTheRuleThatIgnoresTheSession) {
  fixture_.git.write(".gitignore", "output/\n");
  SessionLocation location = fixture_.make_session();
  EXPECT_EQ(status().ignore_rule, ".gitignore:1:output/");
  fixture_.git.git({"add", "--force", location.path});
  fixture_.git.commit_all();
  EXPECT_FALSE(status().ignore_rule);
}

TEST_F(WorkspaceStatusTest, ListsWhatIsNearItsDateSoonestFirst) {
  session_expiring("2025-12-06");
  session_expiring("2025-12-07");
  session_expiring("2025-11-22");
  session_expiring("2025-10-01");
  NewSession permanent;
  permanent.policy = "permanent";
  fixture_.make_session(permanent);
  fixture_.write_session("grace", "2025-01-01_main_ffffff",
                         "retention:\n  expires_at: \"2025-11-23\"\n");
  std::vector<int> days;
  for (const ExpiringSession& expiring : status().expiring) days.push_back(expiring.days);
  EXPECT_EQ(days, (std::vector<int>{-52, 0, 14}));
}

TEST_F(WorkspaceStatusTest, WithoutACurrentSessionListsTheOpenOnes) {
  EXPECT_TRUE(status().open.empty());
  fixture_.make_session();
  fixture_.set("GIT_SESSION_TEST_NOW", "2025-11-23T08:00:00Z");
  SessionLocation newer = fixture_.make_session();
  fixture_.write_session("ada-example", "2025-11-24_main_ffffff", "status: closed\n");
  WorkspaceStatus now = status();
  EXPECT_FALSE(now.current);
  EXPECT_FALSE(now.none_reason.empty());
  ASSERT_EQ(now.open.size(), 2U);
  EXPECT_EQ(now.open[0].id, newer.id);
}

TEST_F(WorkspaceStatusTest, OtherFailuresAreNoAnswer) {
  EXPECT_THROW(status("ffffff"), Error);
  fixture_.set("GIT_SESSION", "ffffff");
  EXPECT_THROW(status(), Error);
}

TEST_F(WorkspaceStatusTest, IsTheSameForPrograms) {
  SessionLocation location = fixture_.make_session();
  fixture_.git.write(location.path + "/a.md", "a");
  Json root = status_root(status(), fixture_.open());
  EXPECT_EQ(root["schema"], 1);
  EXPECT_EQ(root["current"]["source"], "unique");
  EXPECT_EQ(root["current"]["session"]["session_id"], location.id);
  EXPECT_EQ(root["current"]["session"]["outputs"][0]["bytes"], 1);
  EXPECT_EQ(root["unrecorded"][0]["file"], "a.md");
  EXPECT_EQ(root["uncommitted"].size(), 2U);
  EXPECT_TRUE(root["missing"].empty());
  EXPECT_TRUE(root["superproject"].is_null());
  fixture_.git.git({"checkout", "--quiet", "-b", "other"});
  root = status_root(status(), fixture_.open());
  EXPECT_TRUE(root["current"].is_null());
  EXPECT_EQ(root["open"][0]["outputs"][0]["bytes"], 1);
}

}  // namespace
}  // namespace git_session
