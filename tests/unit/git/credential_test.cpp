#include "git/credential.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "support/git_fixture.h"

namespace git_session {
namespace {

const CredentialRequest request = {"smtp", "mail.example.com:587", "ada", false};

class CredentialTest : public testing::Test {
 protected:
  /// Answers with `password`, and notes what it is told.
  void lend(const std::string& password) {
    fixture_.git({"config", "credential.helper",
                  "!f() { (echo \"$1\"; cat) >>'" + notes() + "'; [ \"$1\" != get ] || echo \"" +
                      password + "\"; }; f"});
  }
  std::string notes() { return fixture_.outside().path_of("notes"); }
  std::string told() { return fixture_.outside().read("notes"); }

  GitFixture fixture_;
};

TEST_F(CredentialTest, AsksForExactlyThis) {
  lend("password=open sesame=1");
  const Repository repository = fixture_.open();
  EXPECT_EQ(fill_credential(repository, request).password, "open sesame=1");
  EXPECT_NE(told().find("get\nprotocol=smtp\nhost=mail.example.com:587\nusername=ada\n"),
            std::string::npos)
      << told();
  approve_credential(repository, {request, "right"});
  EXPECT_NE(told().find("store\n"), std::string::npos) << told();
  EXPECT_NE(told().find("password=right\n"), std::string::npos) << told();
  reject_credential(repository, {request, "wrong"});
  EXPECT_NE(told().find("erase\n"), std::string::npos) << told();
}

TEST_F(CredentialTest, TheUserMayBeGitsToName) {
  lend("username=ada\npassword=open sesame");
  const Repository repository = fixture_.open();
  const Credential credential =
      fill_credential(repository, {"https", "wiki.example.com", "", false});
  EXPECT_EQ(credential.request.user, "ada");
  EXPECT_NE(told().find("get\nprotocol=https\nhost=wiki.example.com\n"), std::string::npos)
      << told();
  EXPECT_EQ(told().find("username="), std::string::npos) << told();
  approve_credential(repository, credential);
  EXPECT_NE(told().find("username=ada\n"), std::string::npos) << told();
}

TEST_F(CredentialTest, WithoutAPersonGitDoesNotAsk) {
  fixture_.outside().write("ask", "#!/bin/sh\necho asked\n");
  ScopedVariable program("GIT_ASKPASS", fixture_.outside().path_of("ask"));
  try {
    fill_credential(fixture_.open(), request);
    ADD_FAILURE();
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::unavailable);
    EXPECT_TRUE(std::string(error.what())
                    .starts_with("git has no password for 'ada' at mail.example.com:587 ("))
        << error.what();
  }
}

TEST_F(CredentialTest, NoValueBecomesALine) {
  lend("password=x");
  const Repository repository = fixture_.open();
  for (const char* text : {"x\nhost=evil.example", "x\r", "x\x7f"}) {
    EXPECT_THROW(fill_credential(repository, {"smtp", text, "ada"}), Error);
    EXPECT_THROW(fill_credential(repository, {"smtp", "h", text}), Error);
  }
}

}  // namespace
}  // namespace git_session
