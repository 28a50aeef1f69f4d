#include "mail/message.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "base/error.h"
#include "base/text.h"
#include "core/promotion.h"
#include "mail/encoding.h"

namespace git_session {
namespace {

// No line of base64 begins with a dash.
constexpr const char* boundary = "=_git-session_=";

const std::string& checked_address(const std::string& address) {
  if (is_ascii_address(address)) return address;
  throw Error(ErrorKind::usage,
              "'" + escape_line(address) + "' is no e-mail address that a mail can carry");
}

/// `Sat, 22 Nov 2025 08:15:30 +0000`
std::string format_date_header(Instant instant) {
  constexpr std::array days = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr std::array months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                 "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto day = std::chrono::floor<std::chrono::days>(instant);
  const Date date(day);
  const std::chrono::hh_mm_ss time(instant - day);
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%s, %02u %s %04d %02d:%02d:%02d +0000",
                days.at(std::chrono::weekday(day).c_encoding()), static_cast<unsigned>(date.day()),
                months.at(static_cast<unsigned>(date.month()) - 1), static_cast<int>(date.year()),
                static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                static_cast<int>(time.seconds().count()));
  return text.data();
}

std::string part_of(const char* type, std::string_view body) {
  return std::string("--") + boundary + "\r\nContent-Type: " + type +
         "; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n" +
         encode_base64_lines(replace_invalid_utf8(body));
}

}  // namespace

bool is_ascii_address(std::string_view text) {
  return is_mail_address(text) &&
         std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c <= '~'; });
}

std::string write_message(const Mail& mail) {
  if (mail.to.empty()) throw Error(ErrorKind::usage, "a mail needs somebody to go to");
  std::string to;
  for (const std::string& address : mail.to)
    to += (to.empty() ? "" : ",\r\n ") + checked_address(address);
  const std::string name = encode_display_name(mail.from_name);
  std::string message = "Date: " + format_date_header(mail.date) + "\r\nFrom: " + name +
                        (name.empty() ? "<" : "\r\n <") + checked_address(mail.from) +
                        ">\r\nTo: " + to + "\r\nSubject: " + encode_header_text(mail.subject) +
                        "\r\nMessage-ID: <" + checked_address(mail.id) +
                        ">\r\nAuto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\n"
                        "Content-Type: multipart/alternative; boundary=\"" +
                        boundary + "\"\r\n\r\n";
  message += part_of("text/plain", mail.text);
  message += part_of("text/html", mail.html);
  return message + "--" + boundary + "--\r\n";
}

}  // namespace git_session
