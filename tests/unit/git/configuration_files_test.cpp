#include "git/configuration_files.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "support/git_fixture.h"

namespace git_session {
namespace {

std::optional<Configuration> read(const GitFixture& fixture) {
  auto layout = find_everyday_layout(fixture.path());
  EXPECT_TRUE(layout);
  return read_everyday_configuration("/usr/bin/git", *layout);
}

std::vector<std::string> shown(const Configuration& configuration) {
  std::vector<std::string> lines;
  for (const ConfigurationEntry& entry : configuration.entries())
    if (entry.scope != "command")  // the fixture's own
      lines.push_back(entry.scope + " " + entry.origin + " " + entry.key + "=" + entry.value);
  return lines;
}

void expect_what_git_lists(const GitFixture& fixture) {
  auto ours = read(fixture);
  ASSERT_TRUE(ours);
  std::string list = fixture.git({"config", "--list", "-z", "--show-scope", "--show-origin"});
  EXPECT_EQ(shown(*ours), shown(Configuration::parse(list)));
}

TEST(ConfigurationFilesTest, ListsWhatGitLists) {
  GitFixture fixture;
  fixture.git({"config", "session.team", "delivery"});
  fixture.git({"config", "alias.x", "!f() { echo \"a;b\"; }; f"});
  fixture.git({"config", "remote.Origin.url", " kept "});
  expect_what_git_lists(fixture);
}

TEST(ConfigurationFilesTest, BothFilesOfTheUser) {
  GitFixture fixture;
  ScopedVariable pinned("GIT_CONFIG_GLOBAL", std::nullopt);
  const std::string home = fixture.outside().make_directory("user");
  ScopedVariable home_variable("HOME", home);
  ScopedVariable directory("XDG_CONFIG_HOME", std::nullopt);
  expect_what_git_lists(fixture);
  fixture.git({"config", "--file", home + "/.gitconfig", "session.team", "near"});
  std::filesystem::create_directories(home + "/.config/git");
  fixture.git({"config", "--file", home + "/.config/git/config", "session.team", "far"});
  expect_what_git_lists(fixture);
  EXPECT_EQ(read(fixture)->get("session.team"), "near");
  std::filesystem::create_directories(home + "/elsewhere/git");
  fixture.git({"config", "--file", home + "/elsewhere/git/config", "session.user", "ada"});
  ScopedVariable other("XDG_CONFIG_HOME", home + "/elsewhere");
  expect_what_git_lists(fixture);
}

TEST(ConfigurationFilesTest, ALinkedFileOfTheUserIsFollowed) {
  GitFixture fixture;
  const std::string home = fixture.outside().make_directory("user");
  fixture.git({"config", "--file", home + "/dotfile", "session.team", "delivery"});
  ASSERT_EQ(symlink("dotfile", (home + "/.gitconfig").c_str()), 0);
  ScopedVariable global("GIT_CONFIG_GLOBAL", home + "/.gitconfig");
  expect_what_git_lists(fixture);
}

TEST(ConfigurationFilesTest, AsksGitWhereOnlyGitKnows) {
  GitFixture fixture;
  ASSERT_TRUE(read(fixture));
  for (const char* name : {"GIT_CONFIG_COUNT", "GIT_CONFIG_PARAMETERS", "GIT_CONFIG_SYSTEM",
                           "GIT_TEST_ASSUME_DIFFERENT_OWNER"}) {
    ScopedVariable variable(name, "1");
    EXPECT_FALSE(read(fixture)) << name;
  }
  {
    ScopedVariable system("GIT_CONFIG_NOSYSTEM", "perhaps");
    EXPECT_FALSE(read(fixture));
  }
  {
    ScopedVariable system("GIT_CONFIG_NOSYSTEM", std::nullopt);
    auto layout = find_everyday_layout(fixture.path());
    EXPECT_FALSE(read_everyday_configuration("/opt/git/bin/git", *layout));
  }
  const std::string plain = fixture.read(".git/config");
  for (const char* addition : {"[include]\npath = other\n", "[extensions]\nworktreeConfig = true\n",
                               "[core]\nrepositoryFormatVersion = 2\n", "[broken\n"}) {
    fixture.write(".git/config", plain + addition);
    EXPECT_FALSE(read(fixture)) << addition;
  }
}

TEST(ConfigurationFilesTest, AnOddFileIsLeftToGit) {
  GitFixture fixture;
  ScopedVariable directory("GIT_CONFIG_GLOBAL", fixture.outside().path());
  EXPECT_FALSE(read(fixture));
  ScopedVariable relative("GIT_CONFIG_GLOBAL", "config");
  EXPECT_FALSE(read(fixture));
}

}  // namespace
}  // namespace git_session
