#include "core/git_path.h"

#include <gtest/gtest.h>

namespace git_session {
namespace {

TEST(GitPath, KnowsEverySpellingThatGitRefuses) {
  for (const char* path :
       {".git", ".git/config", "a/.git", "a/.git/hooks/post-commit", "a/.GIT/config", "a/.Git",
        "git~1/config", "a/GIT~1", ".git./config", ".git /config", ".git. . /x", ".git::$INDEX/x",
        "a\\.git\\config", ".g\u200cit/config", "\ufeff.git"}) {
    EXPECT_TRUE(is_git_path(path)) << path;
  }
}

TEST(GitPath, LeavesOtherNamesAlone) {
  for (const char* path : {"", "a", "git", "a.git", ".gitignore", ".gitattributes", ".github/x",
                           "x.git/y", "git~2", "..", ".", "a/b.md", "...", "\xff.git"}) {
    EXPECT_FALSE(is_git_path(path)) << path;
  }
}

}  // namespace
}  // namespace git_session
