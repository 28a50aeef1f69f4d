#include "mail/message.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "base/error.h"
#include "base/text.h"

namespace git_session {
namespace {

Mail plain_mail() {
  Mail mail;
  mail.from_name = "Ada Lovelace";
  mail.from = "ada@example.com";
  mail.to = {"grace@example.com", "bob@example.com"};
  mail.subject = "Shared";
  mail.date = *parse_rfc3339("2025-11-02T08:05:03Z");
  mail.id = "x.1@example.com";
  mail.text = "text";
  mail.html = "<p>html</p>";
  return mail;
}

TEST(MessageTest, IsWhatMailProgramsRead) {
  EXPECT_EQ(write_message(plain_mail()),
            "Date: Sun, 02 Nov 2025 08:05:03 +0000\r\n"
            "From: Ada Lovelace\r\n <ada@example.com>\r\n"
            "To: grace@example.com,\r\n bob@example.com\r\n"
            "Subject: Shared\r\n"
            "Message-ID: <x.1@example.com>\r\n"
            "Auto-Submitted: auto-generated\r\n"
            "MIME-Version: 1.0\r\n"
            "Content-Type: multipart/alternative; boundary=\"=_git-session_=\"\r\n"
            "\r\n"
            "--=_git-session_=\r\n"
            "Content-Type: text/plain; charset=utf-8\r\n"
            "Content-Transfer-Encoding: base64\r\n"
            "\r\n"
            "dGV4dA==\r\n"
            "--=_git-session_=\r\n"
            "Content-Type: text/html; charset=utf-8\r\n"
            "Content-Transfer-Encoding: base64\r\n"
            "\r\n"
            "PHA+aHRtbDwvcD4=\r\n"
            "--=_git-session_=--\r\n");
}

TEST(MessageTest, AnAddressIsAnAddress) {
  for (const char* address :
       {"", "eve", "a@b\r\nBcc: eve@example.com", "a@b>", "<a@b", "a b@c", "a@b,c@d", "-oQ/tmp@x",
        "żółw@example.com", "a@b\n", "\"a\"@b", "a@b;c", "a@.b"}) {
    Mail mail = plain_mail();
    mail.to.emplace_back(address);
    EXPECT_THROW(write_message(mail), Error) << address;
    mail = plain_mail();
    mail.from = address;
    EXPECT_THROW(write_message(mail), Error) << address;
    mail = plain_mail();
    mail.id = address;
    EXPECT_THROW(write_message(mail), Error) << address;
  }
  Mail mail = plain_mail();
  mail.to.clear();
  EXPECT_THROW(write_message(mail), Error);
}

std::vector<std::string> header_names(const std::string& message) {
  std::vector<std::string> names;
  for (const std::string& line : split(message.substr(0, message.find("\r\n\r\n")), '\n'))
    if (!line.starts_with(' ')) names.push_back(line.substr(0, line.find(':')));
  return names;
}

// Pieces of which attacks are made, among any bytes.
std::string hostile_text() {
  const auto piece = *rc::gen::element<std::string>(
      "\r\nBcc: eve@example.com", "\n\n", "\r", std::string(1, '\0'), "?=", "=?", "\r\n.\r\n", "<",
      "\"", "--=_git-session_=--\r\n", std::string(200, 'x'), "ż");
  return *rc::gen::container<std::string>(rc::gen::arbitrary<char>()) + piece +
         *rc::gen::container<std::string>(rc::gen::arbitrary<char>());
}

TEST(MessageTest, NoTextBecomesAHeader) {
  const std::vector<std::string> names = header_names(write_message(plain_mail()));
  EXPECT_TRUE(rc::check([&] {
    Mail mail = plain_mail();
    mail.from_name = hostile_text();
    mail.subject = hostile_text();
    mail.text = hostile_text();
    mail.html = hostile_text();
    const std::string message = write_message(mail);
    RC_ASSERT(header_names(message) == names);
    size_t parts = 0;
    for (const std::string& line : split(message, '\n')) {
      RC_ASSERT(line.empty() || line.ends_with('\r'));
      RC_ASSERT(line.size() <= 79);
      RC_ASSERT(line.find('\r') == line.size() - 1 || line.empty());
      for (unsigned char c : line) RC_ASSERT(c == '\r' || (c >= ' ' && c <= '~'));
      parts += line.starts_with("--=_git-session_=");
    }
    RC_ASSERT(parts == 3u);
  }));
}

TEST(MessageTest, NoAddressBecomesAHeader) {
  const std::vector<std::string> names = header_names(write_message(plain_mail()));
  EXPECT_TRUE(rc::check([&] {
    Mail mail = plain_mail();
    std::string* place = *rc::gen::element(&mail.from, &mail.to[1], &mail.id);
    *place = *rc::gen::element<std::string>("a@b", "a", "") + hostile_text();
    try {
      RC_ASSERT(header_names(write_message(mail)) == names);
    } catch (const Error&) {
      RC_SUCCEED("refused");
    }
  }));
}

}  // namespace
}  // namespace git_session
