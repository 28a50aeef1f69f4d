#include "operations/site_login.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "support/workspace_fixture.h"

namespace git_session {
namespace {

class SiteLoginTest : public testing::Test {
 protected:
  SiteLoginTest() {
    site_.kind = SiteKind::jira;
    site_.origin = "https://jira.company.com:8443";
    site_.path = "/jira";
    site_.address = site_.origin + site_.path;
  }
  std::string fault() {
    try {
      const Workspace workspace = fixture_.open();
      SiteLogin(workspace, site_);
    } catch (const Error& error) {
      return std::string(error.what()) + " | " + error.hint();
    }
    return {};
  }
  WorkspaceFixture fixture_;
  Site site_;
};

TEST_F(SiteLoginTest, TheVariableComesFirst) {
  fixture_.git.git({"config", "credential.helper", "!false"});
  fixture_.set("GIT_SESSION_JIRA_TOKEN", " open-sesame\n");
  const Workspace workspace = fixture_.open();
  const SiteLogin login(workspace, site_);
  EXPECT_EQ(login.api_address(), "https://jira.company.com:8443/jira");
  const auto connection = login.connect();
  EXPECT_EQ(connection->api_address(), login.api_address());
  EXPECT_EQ(connection->shown("<open-sesame>"), "<…>");
}

TEST_F(SiteLoginTest, GitIsAskedForTheSite) {
  const std::string notes = fixture_.git.outside().path_of("notes");
  fixture_.git.git({"config", "credential.helper",
                    "!f() { cat >'" + notes + "'; echo username=x; echo password=sesame; }; f"});
  const Workspace workspace = fixture_.open();
  const SiteLogin login(workspace, site_);
  EXPECT_EQ(login.connect()->shown("sesame"), "…");
  EXPECT_EQ(
      fixture_.git.outside().read("notes").find("protocol=https\nhost=jira.company.com:8443\n"),
      0u);
  EXPECT_EQ(fixture_.git.outside().read("notes").find("username"), std::string::npos);
}

TEST_F(SiteLoginTest, AGatewayKeepsThePathOfTheSite) {
  fixture_.set("GIT_SESSION_CONFLUENCE_TOKEN", "t");
  site_.kind = SiteKind::confluence;
  site_.origin = "https://company.atlassian.net";
  site_.path = "/wiki";
  site_.address = site_.origin + site_.path;
  site_.user = "ada@company.com";
  site_.gateway = "https://api.atlassian.com";
  site_.cloud_id = "11-22";
  const Workspace workspace = fixture_.open();
  const SiteLogin login(workspace, site_);
  EXPECT_EQ(login.api_address(), "https://api.atlassian.com/ex/confluence/11-22/wiki");
  EXPECT_EQ(login.connect()->shown("YWRhQGNvbXBhbnkuY29tOnQ="), "…");
}

TEST_F(SiteLoginTest, WithoutASecretItSaysWhatToDo) {
  const std::string words = fault();
  EXPECT_EQ(words.find("no login for Jira: git has no password for jira.company.com:8443"), 0u)
      << words;
  EXPECT_NE(words.find("GIT_SESSION_JIRA_TOKEN"), std::string::npos) << words;
  fixture_.set("GIT_SESSION_JIRA_TOKEN", "open\nsesame");
  EXPECT_EQ(fault().find("the token in GIT_SESSION_JIRA_TOKEN holds blanks"), 0u) << fault();
  EXPECT_EQ(fault().find("sesame"), std::string::npos);
}

}  // namespace
}  // namespace git_session
