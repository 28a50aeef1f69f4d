#include "operations/site_settings.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "support/workspace_fixture.h"

namespace git_session {
namespace {

class SiteSettingsTest : public testing::Test {
 protected:
  void configure(const std::string& key, const std::string& value) {
    fixture_.git.git({"config", "session." + key, value});
  }
  Site site(SiteKind kind = SiteKind::confluence) {
    return *configured_site(fixture_.open(), kind);
  }
  /// What is wrong with the site of the settings.
  Error fault() {
    try {
      site();
    } catch (const Error& error) {
      return error;
    }
    ADD_FAILURE() << "nothing is wrong";
    return Error(ErrorKind::internal, "");
  }
  WorkspaceFixture fixture_;
};

TEST_F(SiteSettingsTest, NoneIsSetUp) {
  EXPECT_FALSE(configured_site(fixture_.open(), SiteKind::confluence).has_value());
  configure("jira.site", "https://jira.company.com");
  EXPECT_FALSE(configured_site(fixture_.open(), SiteKind::confluence).has_value());
  EXPECT_TRUE(configured_site(fixture_.open(), SiteKind::jira).has_value());
}

TEST_F(SiteSettingsTest, SitesThatMakeSense) {
  configure("confluence.user", "ada@company.com");
  struct Case {
    const char* site;
    const char* edition;
    const char* address;
    const char* path;
    SiteEdition expected;
  };
  const auto cloud = SiteEdition::cloud;
  const auto datacenter = SiteEdition::datacenter;
  const Case cases[] = {
      {"https://company.atlassian.net/wiki", "", "https://company.atlassian.net/wiki", "/wiki",
       cloud},
      {"https://Company.atlassian.net/wiki//", "", "https://Company.atlassian.net/wiki", "/wiki",
       cloud},
      {"https://company.atlassian.net", "", "https://company.atlassian.net/wiki", "/wiki", cloud},
      {"https://wiki.company.com", "Cloud", "https://wiki.company.com/wiki", "/wiki", cloud},
      {"https://wiki.company.com:8443/", "", "https://wiki.company.com:8443", "", datacenter},
      {"https://company.com/a/confluence", "", "https://company.com/a/confluence", "/a/confluence",
       datacenter},
      {"https://atlassian.net.evil.example", "", "https://atlassian.net.evil.example", "",
       datacenter},
      {"https://company.atlassian.net/x", "datacenter", "https://company.atlassian.net/x", "/x",
       datacenter},
      {"http://127.0.0.1:4020/wiki", "cloud", "http://127.0.0.1:4020/wiki", "/wiki", cloud},
  };
  for (const Case& test : cases) {
    configure("confluence.site", test.site);
    configure("confluence.edition", test.edition);
    const Site found = site();
    EXPECT_EQ(found.address, test.address);
    EXPECT_EQ(found.path, test.path) << test.site;
    EXPECT_EQ(found.origin + found.path, found.address);
    EXPECT_EQ(found.edition, test.expected) << test.site;
  }
}

TEST_F(SiteSettingsTest, SitesThatDoNot) {
  configure("confluence.user", "ada@company.com");
  for (const char* text : {"company.atlassian.net", "ftp://h", "http://wiki.company.com",
                           "http://127.0.0.1.evil.example", "https://ada:secret@h",
                           "https://good.example@evil.example", "https://h/?x", "https://h#x",
                           "https://h/%0ahost=x y", "https://h/../x", "https://h//x", "https://h:0",
                           "https://company.atlassian.net/wiki/spaces/PROJ/pages/123456"}) {
    configure("confluence.site", text);
    const Error error = fault();
    EXPECT_EQ(error.kind(), ErrorKind::invalid_data) << text;
    EXPECT_TRUE(std::string(error.what()).starts_with("session.confluence.site")) << error.what();
    EXPECT_TRUE(error.hint().starts_with("git config session.confluence.site https://"))
        << error.hint();
    EXPECT_EQ(std::string(error.what()).find("secret"), std::string::npos);
  }
}

TEST_F(SiteSettingsTest, OtherSettings) {
  configure("confluence.site", "https://company.atlassian.net/wiki");
  EXPECT_EQ(fault().hint(), "git config --global session.confluence.user ada@company.com");
  configure("confluence.user", "ada:x");
  EXPECT_EQ(fault().kind(), ErrorKind::invalid_data);
  configure("confluence.user", "ada@company.com");
  EXPECT_EQ(site().gateway, "");
  configure("confluence.gateway", "https://api.atlassian.com/");
  EXPECT_EQ(site().gateway, "https://api.atlassian.com");
  configure("confluence.cloudId", "a/../b");
  EXPECT_EQ(fault().kind(), ErrorKind::invalid_data);
  configure("confluence.cloudId", "11223344-a1b2");
  EXPECT_EQ(site().cloud_id, "11223344-a1b2");
  for (const char* text : {"http://api.atlassian.com", "https://api.atlassian.com/ex", "api"}) {
    configure("confluence.gateway", text);
    EXPECT_EQ(fault().kind(), ErrorKind::invalid_data) << text;
  }
  configure("confluence.gateway", "https://api.atlassian.com");
  configure("confluence.caFile", "company.pem");
  EXPECT_EQ(fault().kind(), ErrorKind::invalid_data);
  configure("confluence.caFile", "/etc/company.pem");
  EXPECT_EQ(site().ca_file, "/etc/company.pem");
  configure("confluence.edition", "server");
  EXPECT_EQ(fault().kind(), ErrorKind::invalid_data);
  configure("confluence.edition", "datacenter");
  EXPECT_EQ(fault().hint(), "git config --unset session.confluence.gateway");
}

TEST_F(SiteSettingsTest, JiraCloudHasNoPath) {
  configure("jira.user", "ada@company.com");
  configure("jira.site", "https://company.atlassian.net/");
  EXPECT_EQ(site(SiteKind::jira).address, "https://company.atlassian.net");
  configure("jira.site", "https://company.atlassian.net/browse/PROJ-1");
  EXPECT_THROW(site(SiteKind::jira), Error);
  configure("jira.site", "https://company.com/jira");
  EXPECT_EQ(site(SiteKind::jira).path, "/jira");
}

TEST_F(SiteSettingsTest, TheNearestPlaceCounts) {
  const auto place = [&](const std::string& team, const std::string& project) {
    const ConfluencePlace found = confluence_defaults(fixture_.open(), team, project);
    return found.space + "/" + found.parent;
  };
  EXPECT_EQ(place("product", "Invoices"), "/");
  configure("confluence.space", "ALL");
  configure("confluence.parent", "1");
  EXPECT_EQ(place("product", "Invoices"), "ALL/1");
  configure("confluence.team.product.space", "PROD");
  EXPECT_EQ(place("product", "Invoices"), "PROD/");
  EXPECT_EQ(place("delivery", "Invoices"), "ALL/1");
  EXPECT_EQ(place("", ""), "ALL/1");
  configure("confluence.team.product.parent", "2");
  EXPECT_EQ(place("product", ""), "PROD/2");
  configure("confluence.project.Invoices 1.2.parent", "3");
  EXPECT_EQ(place("product", "Invoices 1.2"), "PROD/3");
  configure("confluence.project.Invoices 1.2.space", "INV");
  EXPECT_EQ(place("product", "Invoices 1.2"), "INV/3");
  EXPECT_EQ(place("product", "invoices 1.2"), "PROD/2");
}

}  // namespace
}  // namespace git_session
