#include "mail/mail_server.h"

#include <gtest/gtest.h>

#include "base/error.h"

namespace git_session {
namespace {

TEST(MailServerTest, ServersThatMakeSense) {
  struct Case {
    const char* text;
    const char* url;
    const char* host;
  };
  const Case cases[] = {
      {"smtp://mail.example.com", "smtp://mail.example.com", "mail.example.com"},
      {"smtp://mail.example.com:587/", "smtp://mail.example.com:587", "mail.example.com:587"},
      {"smtps://10.0.0.1:465", "smtps://10.0.0.1:465", "10.0.0.1:465"},
      {"smtp://[::1]:25", "smtp://[::1]:25", "[::1]:25"},
      {"smtp://[fe80::1]", "smtp://[fe80::1]", "[fe80::1]"},
  };
  for (const Case& test : cases) {
    const MailServer server = parse_mail_server({test.text, "", "", ""});
    EXPECT_EQ(server.url, test.url);
    EXPECT_EQ(server.host, test.host);
    EXPECT_TRUE(server.requires_tls);
    EXPECT_FALSE(server.is_sendmail);
  }
  EXPECT_TRUE(parse_mail_server({"sendmail", "", "", ""}).is_sendmail);
}

TEST(MailServerTest, ServersThatDoNot) {
  for (const char* text : {"mail.example.com",
                           "http://x",
                           "smtp://",
                           "smtp:///",
                           "smtp://:25",
                           "smtp://x:0",
                           "smtp://x:65536",
                           "smtp://x:+25",
                           "smtp://x:",
                           "smtp://ada:secret@x",
                           "smtp://x/path",
                           "smtp://x y",
                           "smtp://x\nhost=evil.example",
                           "smtp://x?y",
                           "smtp://-x",
                           "smtp://[::1",
                           "smtp://[]:25",
                           "smtp://::1",
                           "smtp://good.example%0a",
                           "Sendmail",
                           "/usr/sbin/sendmail"})
    EXPECT_THROW(parse_mail_server({text, "", "", ""}), Error) << text;
}

TEST(MailServerTest, OtherSettings) {
  EXPECT_FALSE(parse_mail_server({"smtp://x", "", "none", ""}).requires_tls);
  EXPECT_TRUE(parse_mail_server({"smtps://x", "", "required", ""}).requires_tls);
  EXPECT_EQ(parse_mail_server({"smtp://x", "", "", "/a/b.pem"}).ca_file, "/a/b.pem");
  EXPECT_THROW(parse_mail_server({"smtps://x", "", "none", ""}), Error);
  EXPECT_THROW(parse_mail_server({"smtp://x", "", "off", ""}), Error);
  EXPECT_THROW(parse_mail_server({"smtp://x", "", "", "b.pem"}), Error);
  EXPECT_THROW(parse_mail_server({"smtp://x", "ada\nhost=y", "", ""}), Error);
}

TEST(MailServerTest, APasswordCrossesNoNetworkAsItIs) {
  for (const char* text : {"smtp://localhost", "smtp://127.0.0.1:25", "smtp://127.9.9.9",
                           "smtp://[::1]:25", "smtp://LocalHost:25"})
    EXPECT_NO_THROW(parse_mail_server({text, "ada", "none", ""})) << text;
  for (const char* text :
       {"smtp://mail.example.com", "smtp://127.0.0.1.evil.example", "smtp://localhost.evil.example",
        "smtp://127.evil.example", "smtp://10.0.0.1", "smtp://[::2]"}) {
    EXPECT_NO_THROW(parse_mail_server({text, "", "none", ""})) << text;
    EXPECT_NO_THROW(parse_mail_server({text, "ada", "required", ""})) << text;
    try {
      parse_mail_server({text, "ada", "none", ""});
      ADD_FAILURE() << text;
    } catch (const Error& error) {
      EXPECT_EQ(error.reason(), "password-without-tls");
    }
  }
}

}  // namespace
}  // namespace git_session
