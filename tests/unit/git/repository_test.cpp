#include "git/repository.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

#include "base/error.h"
#include "support/git_fixture.h"

namespace git_session {
namespace {

Error error_of_open(const std::string& directory) {
  try {
    Repository::open(directory);
  } catch (const Error& error) {
    return error;
  }
  ADD_FAILURE() << directory << " was opened";
  return Error(ErrorKind::internal, "");
}

TEST(RepositoryTest, SeesAnUnbornRepositoryFromASubdirectory) {
  GitFixture fixture;
  std::filesystem::create_directories(fixture.path_of("a/b"));
  Repository repository = Repository::open(fixture.path_of("a/b"));
  EXPECT_EQ(repository.top_level(), fixture.path());
  EXPECT_EQ(repository.prefix(), "a/b/");
  EXPECT_EQ(repository.git_directory(), fixture.path_of(".git"));
  EXPECT_EQ(repository.common_directory(), fixture.path_of(".git"));
  EXPECT_EQ(repository.state_directory(), fixture.path_of(".git/session"));
  EXPECT_EQ(repository.branch(), "main");
  EXPECT_EQ(repository.head_commit(), std::nullopt);
  EXPECT_EQ(repository.superproject(), std::nullopt);
  EXPECT_FALSE(repository.is_linked_worktree());
  EXPECT_TRUE(repository.top_level_is_certain());
}

// The everyday layout is seen without asking git; each of these must not pass for one.
TEST(RepositoryTest, AGitDirectoryThatIsNoneIsPassedOver) {
  GitFixture fixture;
  for (const char* name : {"empty/.git/x", "headless/.git/config", "odd/.git/config"})
    fixture.write(name, "");
  for (const char* name :
       {"headless/.git/objects", "headless/.git/refs", "odd/.git/objects", "odd/.git/refs"})
    std::filesystem::create_directories(fixture.path_of(name));
  fixture.write("odd/.git/HEAD", "ref: elsewhere\n");
  for (const char* name : {"empty", "headless", "odd"}) {
    Repository repository = Repository::open(fixture.path_of(name));
    EXPECT_EQ(repository.top_level(), fixture.path()) << name;
    EXPECT_EQ(repository.prefix(), std::string(name) + "/");
  }
}

TEST(RepositoryTest, ARepositoryReachedByALink) {
  GitFixture fixture;
  std::filesystem::create_directories(fixture.path_of("sub"));
  const std::string link = fixture.outside().path_of("link");
  ASSERT_EQ(symlink(fixture.path_of("sub").c_str(), link.c_str()), 0);
  EXPECT_EQ(Repository::open(link).top_level(), fixture.path());
  EXPECT_EQ(Repository::open(link).prefix(), "sub/");
  const std::string separate = fixture.outside().path_of("separate");
  fixture.git({"init", "-q", separate});
  std::filesystem::rename(separate + "/.git", fixture.outside().path_of("store"));
  ASSERT_EQ(symlink("../store", (separate + "/.git").c_str()), 0);
  EXPECT_EQ(Repository::open(separate).git_directory(), fixture.outside().path_of("store"));
}

TEST(RepositoryTest, AFormatThatGitDoesNotKnowIsRefused) {
  GitFixture fixture;
  fixture.git({"config", "core.repositoryFormatVersion", "999"});
  EXPECT_EQ(error_of_open(fixture.path()).kind(), ErrorKind::unavailable);
}

TEST(RepositoryTest, CeilingsAreHeeded) {
  GitFixture fixture;
  std::filesystem::create_directories(fixture.path_of("sub/below"));
  ScopedVariable ceiling("GIT_CEILING_DIRECTORIES", fixture.path_of("sub"));
  EXPECT_EQ(error_of_open(fixture.path_of("sub/below")).kind(), ErrorKind::not_found);
}

TEST(RepositoryTest, OneConfigurationFileNamedByTheCallerHidesNothing) {
  GitFixture fixture;
  fixture.git({"config", "session.team", "delivery"});
  ScopedVariable file("GIT_CONFIG", "/dev/null");
  EXPECT_EQ(fixture.open().configuration().get("session.team"), "delivery");
}

TEST(RepositoryTest, OutsideARepository) {
  GitFixture fixture;
  Error error = error_of_open(fixture.outside().path());
  EXPECT_EQ(error.kind(), ErrorKind::not_found);
  EXPECT_EQ(error.hint(), "git init");
}

TEST(RepositoryTest, WithoutGit) {
  GitFixture fixture;
  ScopedVariable path("PATH", fixture.outside().make_directory("empty"));
  Error error = error_of_open(fixture.path());
  EXPECT_EQ(error.kind(), ErrorKind::unavailable);
  EXPECT_EQ(error.hint(), "apt-get install git");
}

TEST(RepositoryTest, AGitInTheWorkTreeIsNotRun) {
  GitFixture fixture;
  std::string fake = fixture.write("git", "#!/bin/sh\n: > '" + fixture.path_of("PWNED") + "'\n");
  ASSERT_EQ(chmod(fake.c_str(), 0755), 0);
  const std::string previous = std::filesystem::current_path();
  std::filesystem::current_path(fixture.path());
  {
    ScopedVariable path("PATH", ":.:" + std::string(getenv("PATH")));
    EXPECT_EQ(fixture.open().branch(), "main");
  }
  std::filesystem::current_path(previous);
  EXPECT_FALSE(fixture.exists("PWNED"));
}

TEST(RepositoryTest, LinkedWorktreeHasItsOwnState) {
  GitFixture fixture;
  fixture.write("a", "a");
  fixture.commit_all();
  fixture.git({"worktree", "add", "-q", "-b", "side", "../side"});
  Repository repository = Repository::open(fixture.outside().path_of("side"));
  EXPECT_EQ(repository.top_level(), fixture.outside().path_of("side"));
  EXPECT_EQ(repository.branch(), "side");
  EXPECT_TRUE(repository.is_linked_worktree());
  EXPECT_EQ(repository.common_directory(), fixture.path_of(".git"));
  EXPECT_EQ(repository.state_directory(), fixture.path_of(".git/worktrees/side/session"));
}

TEST(RepositoryTest, WorktreeOfABareClone) {
  GitFixture fixture;
  fixture.write("a", "a");
  fixture.commit_all();
  fixture.git({"clone", "-q", "--bare", ".", "../bare.git"});
  const std::string bare = fixture.outside().path_of("bare.git");
  fixture.git_in(bare, {"worktree", "add", "-q", "-b", "side", "../side"});
  Repository repository = Repository::open(fixture.outside().path_of("side"));
  EXPECT_EQ(repository.branch(), "side");
  EXPECT_EQ(repository.common_directory(), bare);

  Error error = error_of_open(bare);
  EXPECT_EQ(error.kind(), ErrorKind::refused);
  EXPECT_EQ(error.reason(), "bare-repository");
  ScopedVariable named("GIT_DIR", bare);
  EXPECT_EQ(error_of_open(bare).reason(), "bare-repository");
}

TEST(RepositoryTest, InsideTheGitDirectoryIsNoWorkTree) {
  GitFixture fixture;
  ErrorKind kind = error_of_open(fixture.path_of(".git/objects")).kind();
  EXPECT_TRUE(kind == ErrorKind::refused || kind == ErrorKind::not_found);
}

TEST(RepositoryTest, AnEmbeddedBareRepositoryRunsNothing) {
  GitFixture fixture;
  fixture.git({"init", "-q", "--bare", "output/sessions/ada/x"});
  fixture.git_in(fixture.path_of("output/sessions/ada/x"),
                 {"config", "core.fsmonitor", "touch " + fixture.path_of("PWNED")});
  fixture.git_in(fixture.path_of("output/sessions/ada/x"), {"config", "core.bare", "false"});
  fixture.git_in(fixture.path_of("output/sessions/ada/x"),
                 {"config", "core.worktree", fixture.path()});
  EXPECT_EQ(error_of_open(fixture.path_of("output/sessions/ada/x")).reason(), "bare-repository");
  Repository repository = fixture.open();
  repository.changed_files("output");
  repository.tracked_files("output");
  EXPECT_FALSE(fixture.exists("PWNED"));
}

TEST(RepositoryTest, FileSystemMonitorOfTheRepositoryIsNotRun) {
  GitFixture fixture;
  fixture.git({"config", "core.fsmonitor", "touch " + fixture.path_of("PWNED")});
  fixture.write("a", "a");
  EXPECT_EQ(fixture.open().changed_files("").size(), 1u);
  EXPECT_FALSE(fixture.exists("PWNED"));
}

TEST(RepositoryTest, SubmoduleIsItsOwnRepository) {
  GitFixture fixture;
  fixture.write("a", "a");
  fixture.commit_all();
  fixture.git({"clone", "-q", ".", "../library"});
  fixture.git({"submodule", "add", "-q", "../library", "library"});
  Repository repository = Repository::open(fixture.path_of("library"));
  EXPECT_EQ(repository.top_level(), fixture.path_of("library"));
  EXPECT_EQ(repository.common_directory(), fixture.path_of(".git/modules/library"));
  EXPECT_EQ(repository.superproject(), fixture.path());
  EXPECT_TRUE(repository.top_level_is_certain());
  fixture.write("library/new", "n");
  EXPECT_EQ(repository.changed_files("").count("new"), 1u);
}

TEST(RepositoryTest, DetachedHead) {
  GitFixture fixture;
  fixture.write("a", "a");
  std::string commit = fixture.commit_all();
  fixture.git({"checkout", "-q", "--detach"});
  Repository repository = fixture.open();
  EXPECT_EQ(repository.branch(), std::nullopt);
  EXPECT_EQ(repository.head_commit(), commit);
}

TEST(RepositoryTest, OddBranchNamesAreNames) {
  for (const std::string name :
       {"x$(id)", "`id`", "a|b", "a&b", "feature/PROJ-123-x", "\xc3\xa4\xff", "x-y", "a'b\"c"}) {
    GitFixture fixture;
    fixture.git({"symbolic-ref", "HEAD", "refs/heads/" + name});
    EXPECT_EQ(fixture.open().branch(), name);
  }
  GitFixture fixture;
  fixture.git({"symbolic-ref", "HEAD", "refs/heads/-x"});
  EXPECT_EQ(fixture.open().branch(), "-x");
}

TEST(RepositoryTest, HeadThatIsALinkOrBrokenIsAskedFor) {
  GitFixture fixture;
  fixture.write("a", "a");
  fixture.commit_all();
  std::filesystem::remove(fixture.path_of(".git/HEAD"));
  ASSERT_EQ(symlink("refs/heads/main", fixture.path_of(".git/HEAD").c_str()), 0);
  EXPECT_EQ(fixture.open().branch(), "main");
}

TEST(RepositoryTest, PathsWithOddBytes) {
  GitFixture fixture;
  const std::string odd = fixture.outside().path_of("r\xff \"'$(id)");
  fixture.git({"init", "-q", odd});
  EXPECT_EQ(Repository::open(odd).top_level(), odd);
  const std::string broken = fixture.outside().path_of("line\nbreak");
  fixture.git({"init", "-q", broken});
  EXPECT_EQ(error_of_open(broken).kind(), ErrorKind::unavailable);
}

TEST(RepositoryTest, ForeignOwnershipIsRefusedInGitsWords) {
  GitFixture fixture;
  ScopedVariable foreign("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1");
  Error error = error_of_open(fixture.path());
  EXPECT_EQ(error.kind(), ErrorKind::unavailable);
  EXPECT_NE(std::string(error.what()).find("dubious ownership"), std::string::npos);
  EXPECT_EQ(error.hint(), "git config --global --add safe.directory " + fixture.path());
}

TEST(RepositoryTest, GitDirectoryNamedByRelativePath) {
  GitFixture fixture;
  fixture.write("a", "a");
  fixture.write("sub/b", "b");
  ScopedVariable directory("GIT_DIR", "../.git");
  ScopedVariable work_tree("GIT_WORK_TREE", "..");
  Repository repository = Repository::open(fixture.path_of("sub"));
  EXPECT_EQ(repository.top_level(), fixture.path());
  EXPECT_EQ(repository.prefix(), "sub/");
  EXPECT_TRUE(repository.top_level_is_certain());
  EXPECT_EQ(repository.changed_files("").size(), 2u);
}

TEST(RepositoryTest, GitDirectoryWithoutWorkTreeIsUncertain) {
  GitFixture fixture;
  std::filesystem::create_directories(fixture.path_of("sub"));
  ScopedVariable directory("GIT_DIR", fixture.path_of(".git"));
  EXPECT_FALSE(Repository::open(fixture.path_of("sub")).top_level_is_certain());
  EXPECT_TRUE(Repository::open(fixture.path()).top_level_is_certain());
}

TEST(RepositoryTest, InsideAHookOfALinkedWorktree) {
  GitFixture fixture;
  fixture.write("a", "a");
  fixture.commit_all();
  fixture.git({"worktree", "add", "-q", "-b", "side", "../side"});
  const std::string side = fixture.outside().path_of("side");
  fixture.outside().write("side/sub/b", "b");
  fixture.outside().write("side/c", "c");
  fixture.git_in(side, {"add", "c"});
  ScopedVariable directory("GIT_DIR", fixture.path_of(".git/worktrees/side"));
  ScopedVariable index("GIT_INDEX_FILE", fixture.path_of(".git/worktrees/side/index"));
  Repository repository = Repository::open(side);
  EXPECT_EQ(repository.top_level(), side);
  EXPECT_EQ(repository.branch(), "side");
  EXPECT_TRUE(repository.top_level_is_certain());
  EXPECT_EQ(repository.changed_files(""),
            (std::map<std::string, std::string>{{"c", "A "}, {"sub/b", "??"}}));
}

TEST(RepositoryTest, WorkTreeElsewhereByConfiguration) {
  GitFixture fixture;
  const std::string elsewhere = fixture.outside().make_directory("elsewhere");
  fixture.outside().write("elsewhere/a", "a");
  fixture.git({"config", "core.worktree", elsewhere});
  Repository repository = Repository::open(fixture.path());
  EXPECT_EQ(repository.top_level(), elsewhere);
  EXPECT_EQ(repository.changed_files("").count("a"), 1u);
}

TEST(RepositoryTest, CallersConfigurationIsKept) {
  GitFixture fixture;
  ScopedVariable count("GIT_CONFIG_COUNT", "1");
  ScopedVariable key("GIT_CONFIG_KEY_0", "session.team");
  ScopedVariable value("GIT_CONFIG_VALUE_0", "delivery");
  // What `git -c session.project=x session` hands down.
  ScopedVariable parameters("GIT_CONFIG_PARAMETERS", "'session.project'='x'");
  Repository repository = fixture.open();
  EXPECT_EQ(repository.configuration().get("session.team"), "delivery");
  EXPECT_EQ(repository.configuration().get("session.project"), "x");
  EXPECT_EQ(repository.configuration().find("session.project")->scope, "command");
  EXPECT_EQ(repository.configuration().get("safe.bareRepository"), "explicit");
}

TEST(RepositoryTest, OtherPathspecRulesOfTheCallerDoNotGetInTheWay) {
  GitFixture fixture;
  fixture.write("*", "star");
  fixture.write("a", "a");
  fixture.commit_all();
  ScopedVariable glob("GIT_GLOB_PATHSPECS", "1");
  EXPECT_EQ(fixture.open().tracked_files("*"), std::vector<std::string>{"*"});
}

TEST(RepositoryTest, IdentityFromEnvironmentConfigurationOrNothing) {
  GitFixture fixture;
  EXPECT_EQ(fixture.open().identity().name, "Ada Example");
  EXPECT_EQ(fixture.open().identity().email, "ada@example.com");
  ScopedVariable no_name("GIT_AUTHOR_NAME", std::nullopt);
  ScopedVariable no_email("GIT_AUTHOR_EMAIL", std::nullopt);
  fixture.git({"config", "user.useConfigOnly", "true"});
  EXPECT_EQ(fixture.open().identity().name, "");
  EXPECT_EQ(fixture.open().identity().email, "");
  fixture.git({"config", "user.name", " Bo <b>\nC. "});
  fixture.git({"config", "user.email", "<bo@example.com>"});
  EXPECT_EQ(fixture.open().identity().name, "Bo bC");
  EXPECT_EQ(fixture.open().identity().email, "bo@example.com");
}

TEST(RepositoryTest, RevisionsAreNamesNotOptions) {
  GitFixture fixture;
  fixture.write("a", "a");
  std::string commit = fixture.commit_all();
  fixture.git({"update-ref", "refs/heads/--all", commit});
  Repository repository = fixture.open();
  EXPECT_EQ(repository.resolve_revision("main"), commit);
  EXPECT_EQ(repository.resolve_revision("--all"), commit);
  for (const std::string& revision :
       {std::string("--git-dir"), std::string("-x"), std::string("nothing"), std::string(""),
        std::string("a\0b", 3), std::string("main\n"), std::string("HEAD:a")}) {
    try {
      repository.resolve_revision(revision);
      ADD_FAILURE() << revision;
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::not_found) << error.what();
    }
  }
}

TEST(RepositoryTest, GitsWordsAreInTheError) {
  GitFixture fixture;
  try {
    fixture.open().run({"show", "nothing"});
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::unavailable);
    EXPECT_EQ(std::string(error.what()).find("git: ambiguous argument 'nothing'"), 0u);
  }
}

}  // namespace
}  // namespace git_session
