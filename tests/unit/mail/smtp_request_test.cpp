#include "mail/smtp_request.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "base/error.h"

namespace git_session {
namespace {

TEST(SmtpRequestTest, ComesOutAsItWentIn) {
  EXPECT_TRUE(rc::check([](const std::string& password, const std::string& message, bool tls) {
    RC_PRE(password.find_first_of(std::string_view("\r\n\0", 3)) == password.npos);
    const SmtpRequest request = {"smtp://h:1",
                                 tls,
                                 "/ca.pem",
                                 "ada",
                                 password,
                                 "a@b.example",
                                 {"c@d.example", "e@f.example"},
                                 message};
    auto read = read_smtp_request(write_smtp_request(request));
    RC_ASSERT(read.has_value());
    RC_ASSERT(read->url == request.url && read->ca_file == request.ca_file);
    RC_ASSERT(read->user == request.user && read->password == request.password);
    RC_ASSERT(read->from == request.from && read->to == request.to);
    RC_ASSERT(read->message == message && read->requires_tls == tls);
  }));
}

TEST(SmtpRequestTest, NoValueBecomesALine) {
  SmtpRequest request = {"smtp://h", true, "", "ada", "a\nserver=smtp://evil", "a@b", {"c@d"}, "m"};
  EXPECT_THROW(write_smtp_request(request), Error);
  request.password = "x";
  request.to = {"c@d\nto=eve@example.com"};
  EXPECT_THROW(write_smtp_request(request), Error);
}

TEST(SmtpRequestTest, WhatIsNoRequest) {
  for (const char* text :
       {"", "\n", "server=smtp://h\nto=a@b\n", "server=smtp://h\n\nm", "to=a@b\n\nm",
        "server=smtp://h\nto=a@b\nodd=1\n\nm", "server=smtp://h\ntls=maybe\nto=a@b\n\nm"})
    EXPECT_FALSE(read_smtp_request(text).has_value()) << text;
  EXPECT_TRUE(rc::check([](const std::string& text) { read_smtp_request(text); }));
}

TEST(MailOutcomeTest, ComesOutAsItWentIn) {
  for (auto result : {MailOutcome::Result::sent, MailOutcome::Result::login_refused,
                      MailOutcome::Result::failed}) {
    const MailOutcome outcome = {
        result, {{"a@b", "550 no\r\nresult=sent"}, {"c@d", ""}}, "wo\nrds"};
    auto read = read_mail_outcome(write_mail_outcome(outcome));
    ASSERT_TRUE(read.has_value());
    EXPECT_EQ(read->result, result);
    EXPECT_EQ(read->words, "wo rds");
    ASSERT_EQ(read->refused.size(), 2u);
    EXPECT_EQ(read->refused[0].address, "a@b");
    EXPECT_EQ(read->refused[0].words, "550 no  result=sent");
  }
}

// A program that was killed while it wrote has said nothing.
TEST(MailOutcomeTest, HalfAnAnswerIsNone) {
  const std::string answer = write_mail_outcome({MailOutcome::Result::sent, {{"a@b", "550"}}, ""});
  for (size_t size = 0; size < answer.size(); ++size)
    EXPECT_FALSE(read_mail_outcome(answer.substr(0, size)).has_value()) << size;
}

}  // namespace
}  // namespace git_session
