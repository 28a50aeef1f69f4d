#include "core/web_address.h"

#include <gtest/gtest.h>

namespace git_session {
namespace {

TEST(RepositoryWebAddress, IsFoundInWhatGitCallsARemote) {
  const std::pair<const char*, const char*> table[] = {
      {"https://github.com/org/repo.git", "https://github.com/org/repo"},
      {"https://ada:secret@github.com/org/repo.git", "https://github.com/org/repo"},
      {"https://git.example.com:8443/org/repo/", "https://git.example.com:8443/org/repo"},
      {"git@github.com:org/repo.git", "https://github.com/org/repo"},
      {"ssh://git@gitlab.example.com:2222/group/sub/repo.git",
       "https://gitlab.example.com/group/sub/repo"},
      {"git://example.com/a b.git", "https://example.com/a%20b"},
      {"HTTPS://x.example.com/a", ""},
      {"/srv/git/repo.git", ""},
      {"../repo.git", ""},
      {"file:///srv/repo.git", ""},
      {"ext::sh -c x", ""},
      {"https://user@evil@good.example.com/r", "https://good.example.com/r"},
      {"https://github.com/", ""},
      {"https://github.com/o/r.git?access_token=secret", "https://github.com/o/r"},
      {"https://github.com/o/r.git#secret", "https://github.com/o/r"},
      {"https://host.example.com/oauth2:secret@h/r", ""},
      {"https://a.da:se/cret@github.com/o/r", ""},
      {"", ""}};
  for (const auto& [remote, address] : table)
    EXPECT_EQ(repository_web_address(remote), address) << remote;
}

TEST(EditAddress, IsKnownOfTheCodeHosts) {
  EXPECT_EQ(edit_address("https://github.com/o/r", "feature/x", "output/a b.md"),
            "https://github.com/o/r/edit/feature/x/output/a%20b.md");
  EXPECT_EQ(edit_address("https://gitlab.example.com/o/r", "main", "a.md"),
            "https://gitlab.example.com/o/r/-/edit/main/a.md");
  EXPECT_EQ(edit_address("https://bitbucket.org/o/r", "main", "a.md"),
            "https://bitbucket.org/o/r/src/main/a.md?mode=edit");
  EXPECT_EQ(edit_address("https://git.example.com/o/r", "main", "a.md"), "");
  EXPECT_EQ(edit_address("https://github.com/o/r", "", "a.md"), "");
  EXPECT_EQ(edit_address("", "main", "a.md"), "");
}

}  // namespace
}  // namespace git_session
