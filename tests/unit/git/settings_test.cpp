#include "git/settings.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <map>

#include "base/error.h"
#include "base/text.h"
#include "support/git_fixture.h"

namespace git_session {
namespace {

using Names = std::vector<std::string>;

Settings settings_of(const GitFixture& fixture,
                     std::map<std::string, std::string, std::less<>> variables = {}) {
  return Settings::read(fixture.open(), Environment{std::move(variables)});
}

TEST(SettingsTest, Defaults) {
  GitFixture fixture;
  Settings settings = settings_of(fixture);
  EXPECT_EQ(settings.user(), "");
  EXPECT_EQ(settings.team(), "");
  EXPECT_EQ(settings.root(), "output");
  EXPECT_EQ(settings.teams(), (Names{"marketing", "product", "engineering", "delivery"}));
  EXPECT_TRUE(settings.agents().empty());
  EXPECT_EQ(settings.max_output_size(), 5'242'880u);
  EXPECT_EQ(settings.all().size(), 34u);
  for (const auto& setting : settings.all()) EXPECT_EQ(setting.source, "default") << setting.name;
}

TEST(SettingsTest, TheNearestSourceWins) {
  GitFixture fixture;
  fixture.write(".gitsession", "[session]\n\tteam = committed\n\tproject = committed\n");
  EXPECT_EQ(settings_of(fixture).team(), "committed");
  EXPECT_EQ(settings_of(fixture).find("session.team").source, "committed");
  EXPECT_EQ(settings_of(fixture).find("session.team").origin, "file:.gitsession");
  fixture.outside().write("global", "[session]\n\tteam = global\n");
  ScopedVariable global("GIT_CONFIG_GLOBAL", fixture.outside().path_of("global"));
  EXPECT_EQ(settings_of(fixture).find("session.team").source, "global");
  fixture.git({"config", "session.team", "local"});
  EXPECT_EQ(settings_of(fixture).team(), "local");
  fixture.git({"config", "extensions.worktreeConfig", "true"});
  fixture.git({"config", "--worktree", "session.team", "worktree"});
  EXPECT_EQ(settings_of(fixture).team(), "worktree");
  ScopedVariable parameters("GIT_CONFIG_PARAMETERS", "'session.team'='command'");
  EXPECT_EQ(settings_of(fixture).find("session.team").source, "command");
  Settings settings = settings_of(fixture, {{"GIT_SESSION_TEAM", "environment"}});
  EXPECT_EQ(settings.team(), "environment");
  EXPECT_EQ(settings.find("session.team").origin, "GIT_SESSION_TEAM");
  EXPECT_EQ(settings.project(), "committed");
}

TEST(SettingsTest, EverySettingHasItsVariable) {
  GitFixture fixture;
  Settings settings = settings_of(fixture, {{"GIT_SESSION_USER", "ada"},
                                            {"GIT_SESSION_TEAM", "delivery"},
                                            {"GIT_SESSION_PROJECT", "apollo"},
                                            {"GIT_SESSION_ROOT", "work/products/"},
                                            {"GIT_SESSION_TEAMS", " red, blue,,red "},
                                            {"GIT_SESSION_AGENTS", "reviewer"},
                                            {"GIT_SESSION_MAX_OUTPUT_SIZE", "64k"},
                                            {"GIT_SESSION_CAPTURE", "off"},
                                            {"GIT_SESSION_PURGE_AFTER", "1y"}});
  EXPECT_EQ(settings.user(), "ada");
  EXPECT_EQ(settings.team(), "delivery");
  EXPECT_EQ(settings.project(), "apollo");
  EXPECT_EQ(settings.root(), "work/products");
  EXPECT_EQ(settings.teams(), (Names{"red", "blue"}));
  EXPECT_EQ(settings.agents(), Names{"reviewer"});
  EXPECT_EQ(settings.max_output_size(), 65'536u);
  for (const auto& setting : settings.all()) {
    const bool is_sending = std::count(setting.name.begin(), setting.name.end(), '.') > 1;
    const bool is_for_git_alone = is_sending || setting.name == "session.secrets";
    EXPECT_EQ(setting.source, is_for_git_alone ? "default" : "environment") << setting.name;
  }
}

TEST(SettingsTest, ACommittedFileSaysWhatADocumentIsAndNotWhetherAnythingIsCaptured) {
  GitFixture fixture;
  fixture.write(".gitsession",
                "[session]\n\tcapture = keep\n[session \"capture\"]\n\tinclude = *.html\n");
  Settings settings = settings_of(fixture, {});
  EXPECT_EQ(settings.find("session.capture").source, "default");
  EXPECT_EQ(settings.find("session.capture.include").value, "*.html");
  EXPECT_EQ(settings.ignored_keys(), Names{"session.capture"});
}

TEST(SettingsTest, WhereMailGoesIsSaidByGitsConfigurationAlone) {
  GitFixture fixture;
  fixture.write(".gitsession",
                "[session \"mail\"]\n\tserver = smtp://evil.example\n\ttls = none\n");
  Settings settings = settings_of(fixture, {{"GIT_SESSION_MAIL_SERVER", "sendmail"}, {"", "x"}});
  EXPECT_EQ(settings.find("session.mail.server").value, "");
  EXPECT_EQ(settings.find("session.mail.tls").value, "required");
  EXPECT_EQ(settings.ignored_keys(), (Names{"session.mail.server", "session.mail.tls"}));
  fixture.git({"config", "session.mail.server", "smtp://mail.example.com"});
  EXPECT_EQ(settings_of(fixture).find("session.mail.server").value, "smtp://mail.example.com");
}

TEST(SettingsTest, SitesAreNamedByGitsConfigurationAlone) {
  GitFixture fixture;
  fixture.write(".gitsession",
                "[session \"confluence\"]\n\tsite = https://evil.example\n\tspace = EVIL\n"
                "[session \"confluence.team.product\"]\n\tspace = EVIL\n"
                "[session \"jira\"]\n\tsite = https://evil.example\n");
  Settings settings = settings_of(fixture, {{"GIT_SESSION_CONFLUENCE_SITE", "https://evil.example"},
                                            {"", "https://evil.example"}});
  for (const Setting& setting : settings.all())
    EXPECT_EQ(to_lower_ascii(setting.value).find("evil"), std::string::npos) << setting.name;
  EXPECT_EQ(settings.ignored_keys().size(), 4u);
  fixture.git({"config", "session.confluence.site", "https://wiki.example.com"});
  settings = settings_of(fixture);
  EXPECT_EQ(settings.find("session.confluence.site").value, "https://wiki.example.com");
  EXPECT_EQ(settings.find("session.confluence.site").source, "local");
}

TEST(SettingsTest, PlacesOfTeamsAndProjectsAreListedWhereSet) {
  GitFixture fixture;
  fixture.git({"config", "--global", "session.confluence.team.product.space", "FAR"});
  fixture.git({"config", "session.confluence.team.product.space", "NEAR"});
  fixture.git({"config", "session.confluence.project.Version 1.2.parent", "42"});
  fixture.git({"config", "session.confluence.team.space", "no team"});
  fixture.git({"config", "session.confluence.team.product.color", "red"});
  const Settings settings = settings_of(fixture);
  Names found;
  for (const Setting& setting : settings.all())
    if (setting.source == "local") found.push_back(setting.name + "=" + setting.value);
  EXPECT_EQ(found, (Names{"session.confluence.project.Version 1.2.parent=42",
                          "session.confluence.team.product.space=NEAR"}));
}

TEST(SettingsTest, ListsAddUpInOneFileAndReplaceThoseOfFartherOnes) {
  GitFixture fixture;
  fixture.write(".gitsession", "[session]\n\tteams = red\n\tteams = blue, green\n");
  EXPECT_EQ(settings_of(fixture).teams(), (Names{"red", "blue", "green"}));
  fixture.git({"config", "session.teams", "black"});
  EXPECT_EQ(settings_of(fixture).teams(), Names{"black"});
}

TEST(SettingsTest, OnlyHarmlessKeysAreTakenFromTheTree) {
  GitFixture fixture;
  fixture.outside().write("secret", "[session]\n\tproject = secret\n");
  fixture.write(".gitsession",
                "[include]\n\tpath = " + fixture.outside().path_of("secret") +
                    "\n[session]\n\tuser = mallory\n\tteam = delivery\n\tuser = eve\n"
                    "\tmaxOutputSize = 1g\n[core]\n\tfsmonitor = touch PWNED\n");
  Settings settings = settings_of(fixture);
  EXPECT_EQ(settings.team(), "delivery");
  EXPECT_EQ(settings.user(), "");
  EXPECT_EQ(settings.project(), "");
  EXPECT_EQ(settings.max_output_size(), 5'242'880u);
  EXPECT_EQ(settings.ignored_keys(),
            (Names{"include.path", "session.user", "session.maxOutputSize", "core.fsmonitor"}));
  EXPECT_EQ(settings.ignored_file_reason(), "");
}

TEST(SettingsTest, ACommittedFileThatIsNoConfigurationIsIgnoredWhole) {
  GitFixture fixture;
  fixture.write(".gitsession", "[session]\n\tteam = delivery\n[session\n");
  EXPECT_EQ(settings_of(fixture).team(), "");
  EXPECT_NE(settings_of(fixture).ignored_file_reason().find("'.gitsession'"), std::string::npos);
  fixture.write(".gitsession", "[session]\n\tteam = delivery\n" + std::string(65'536, '#'));
  EXPECT_EQ(settings_of(fixture).team(), "");
  EXPECT_NE(settings_of(fixture).ignored_file_reason(), "");
}

TEST(SettingsTest, ACommittedLinkIsNotFollowed) {
  GitFixture fixture;
  fixture.outside().write("secret", "[session]\n\tteam = secret\n");
  ASSERT_EQ(symlink("../secret", fixture.path_of(".gitsession").c_str()), 0);
  EXPECT_EQ(settings_of(fixture).team(), "");
  EXPECT_NE(settings_of(fixture).ignored_file_reason(), "");
}

TEST(SettingsTest, TheRootStaysInsideTheRepository) {
  for (const char* root : {"/tmp/x", "..", "a/../../b", "a//b", ".", "a/.", "/", ".git", "a/.GIT/b",
                           "a\nb", "\xff", "../output/"}) {
    GitFixture fixture;
    fixture.git({"config", "session.root", root});
    EXPECT_THROW(settings_of(fixture), Error) << root;
    EXPECT_THROW(settings_of(fixture, {{"GIT_SESSION_ROOT", root}}), Error) << root;
  }
  GitFixture fixture;
  fixture.write(".gitsession", "[session]\n\troot = ../elsewhere\n");
  try {
    settings_of(fixture);
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::invalid_data);
    EXPECT_NE(std::string(error.what()).find("file:.gitsession"), std::string::npos);
  }
}

TEST(SettingsTest, SizesAsGitWritesThem) {
  EXPECT_EQ(parse_size("0"), 0u);
  EXPECT_EQ(parse_size("1000"), 1000u);
  EXPECT_EQ(parse_size("5m"), 5'242'880u);
  EXPECT_EQ(parse_size("2K"), 2048u);
  EXPECT_EQ(parse_size("1g"), 1'073'741'824u);
  for (const char* text : {"", "m", "-1", "5 m", "5mb", "1.5m", "99999999999g", "x"})
    EXPECT_EQ(parse_size(text), std::nullopt) << text;
  GitFixture fixture;
  fixture.git({"config", "session.maxOutputSize", "big"});
  EXPECT_THROW(settings_of(fixture), Error);
}

TEST(SettingsTest, LengthsOfRetentionMayBeCommittedAndPurgingMayNot) {
  GitFixture fixture;
  EXPECT_EQ(settings_of(fixture).retention_lengths().project, (Length{6, Length::Unit::months}));
  EXPECT_EQ(settings_of(fixture).purge_after(), std::nullopt);
  fixture.write(".gitsession",
                "[session]\n\tpurgeAfter = 1d\n[session \"retention\"]\n\tproject = 1y\n");
  EXPECT_EQ(settings_of(fixture).retention_lengths().project, (Length{12, Length::Unit::months}));
  EXPECT_EQ(settings_of(fixture).purge_after(), std::nullopt);
  EXPECT_EQ(settings_of(fixture).ignored_keys(), Names{"session.purgeAfter"});
  fixture.git({"config", "session.retention.project", "90d"});
  fixture.git({"config", "session.purgeAfter", "1y"});
  EXPECT_EQ(settings_of(fixture).retention_lengths().project, (Length{90, Length::Unit::days}));
  EXPECT_EQ(settings_of(fixture).purge_after(), (Length{12, Length::Unit::months}));
}

TEST(SettingsTest, ALengthThatIsNoneHindersOnlyWhatCountsByIt) {
  GitFixture fixture;
  fixture.write(".gitsession", "[session \"retention\"]\n\tsprint = soon\n");
  const Settings settings = settings_of(fixture);
  EXPECT_THROW(settings.retention_lengths(), Error);
  EXPECT_EQ(settings.root(), "output");
}

}  // namespace
}  // namespace git_session
