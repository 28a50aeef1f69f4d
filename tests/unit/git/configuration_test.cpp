#include "git/configuration.h"

#include <gtest/gtest.h>

#include "base/error.h"

namespace git_session {
namespace {

Configuration with_value(const std::string& value) {
  return Configuration({{"session.flag", value, "local", "file:.git/config"}});
}

TEST(ConfigurationTest, ReadsScopesOriginsAndValuesOfAnyShape) {
  using namespace std::string_literals;
  Configuration configuration = Configuration::parse(
      "global\0file:/home/a b/.gitconfig\0user.name\nAda\nExample\0"
      "local\0file:.git/config\0core.bare\0"
      "command\0command line:\0session.team\n\0"s);
  ASSERT_EQ(configuration.entries().size(), 3u);
  const ConfigurationEntry* name = configuration.find("user.name");
  ASSERT_NE(name, nullptr);
  EXPECT_EQ(name->value, "Ada\nExample");
  EXPECT_EQ(name->scope, "global");
  EXPECT_EQ(name->origin, "file:/home/a b/.gitconfig");
  EXPECT_FALSE(configuration.find("core.bare")->has_value);
  EXPECT_TRUE(configuration.find("session.team")->has_value);
  EXPECT_EQ(configuration.get("session.team"), "");
  EXPECT_EQ(configuration.get("session.user"), std::nullopt);
}

TEST(ConfigurationTest, TheLastValueCounts) {
  Configuration configuration(
      {{"a.b", "1", "global", ""}, {"a.b", "2", "local", ""}, {"a.c", "3", "local", ""}});
  EXPECT_EQ(configuration.get("a.b"), "2");
  EXPECT_EQ(configuration.find_all("a.b").size(), 2u);
}

TEST(ConfigurationTest, KeysIgnoreCaseButForSubsections) {
  Configuration configuration(
      {{"session.maxoutputsize", "1", "", ""}, {"branch.Main.remote", "origin", "", ""}});
  EXPECT_EQ(configuration.get("Session.maxOutputSize"), "1");
  EXPECT_EQ(configuration.get("BRANCH.Main.Remote"), "origin");
  EXPECT_EQ(configuration.get("branch.main.remote"), std::nullopt);
}

TEST(ConfigurationTest, BooleansAsGitReadsThem) {
  for (const char* value : {"true", "YES", "on", "1", "-1"})
    EXPECT_TRUE(with_value(value).get_bool("session.flag", false)) << value;
  for (const char* value : {"false", "No", "OFF", "0", ""})
    EXPECT_FALSE(with_value(value).get_bool("session.flag", true)) << value;
  EXPECT_THROW(with_value("maybe").get_bool("session.flag", true), Error);
  EXPECT_TRUE(with_value("").get_bool("session.other", true));
  Configuration valueless({{"session.flag", "", "local", "", false}});
  EXPECT_TRUE(valueless.get_bool("session.flag", false));
}

}  // namespace
}  // namespace git_session
