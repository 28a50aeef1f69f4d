#include "mail/mail_server.h"

#include <algorithm>

#include "base/error.h"
#include "base/text.h"

namespace git_session {
namespace {

constexpr const char* usual_server = "git config session.mail.server smtp://mail.example.com:587";

Error invalid(const std::string& key, const std::string& value, const std::string& expected,
              const std::string& hint) {
  return Error(ErrorKind::invalid_data,
               "session.mail." + key + " is '" + value + "', but must be " + expected, hint);
}

bool is_host_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
         c == '-';
}

bool is_name_or_number(std::string_view host) {
  return !host.empty() && host.front() != '-' && host.front() != '.' &&
         std::all_of(host.begin(), host.end(), is_host_character);
}

bool is_bracketed_number(std::string_view host) {
  if (host.size() < 4 || host.front() != '[' || host.back() != ']') return false;
  host = host.substr(1, host.size() - 2);
  return host.find_first_not_of("0123456789abcdefABCDEF:.") == host.npos;
}

bool is_port(std::string_view text) {
  auto number = parse_integer(text);
  return number && *number >= 1 && *number <= 65535 && text.front() != '+';
}

/// Where the part before the port ends; what is behind it is nothing or `:PORT`.
size_t name_length(std::string_view place) {
  const size_t bracket = place.rfind(']');
  const size_t colon = place.find(':', bracket == place.npos ? 0 : bracket);
  return colon == place.npos ? place.size() : colon;
}

bool is_place(std::string_view place) {
  const std::string_view name = place.substr(0, name_length(place));
  const std::string_view port = place.substr(name.size());
  return (is_name_or_number(name) || is_bracketed_number(name)) &&
         (port.empty() || is_port(port.substr(1)));
}

bool is_four_numbers(std::string_view name) {
  const std::vector<std::string> parts = split(name, '.');
  return parts.size() == 4 && std::all_of(parts.begin(), parts.end(), [](const auto& part) {
           auto number = parse_integer(part);
           return number && *number >= 0 && *number <= 255;
         });
}

bool is_loopback(std::string_view place) {
  const std::string_view name = place.substr(0, name_length(place));
  return equals_ignoring_case(name, "localhost") || name == "[::1]" ||
         (name.starts_with("127.") && is_four_numbers(name));
}

bool has_control(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](unsigned char c) { return c < ' ' || c == 0x7f; });
}

void check_login(const MailServer& server) {
  if (server.user.empty() || server.requires_tls || is_loopback(server.host)) return;
  throw Error(ErrorKind::refused,
              "a password is not sent to " + server.host +
                  " as it is: session.mail.user is set, and session.mail.tls is 'none'",
              "git config session.mail.tls required")
      .with_reason("password-without-tls");
}

}  // namespace

MailServer parse_mail_server(const MailSettings& settings) {
  MailServer server;
  server.url = settings.server;
  if (settings.server == "sendmail") {
    server.is_sendmail = true;
    return server;
  }
  const bool is_smtps = settings.server.starts_with("smtps://");
  if (is_smtps || settings.server.starts_with("smtp://"))
    server.host = settings.server.substr(is_smtps ? 8 : 7);
  if (server.host.ends_with('/')) server.host.pop_back();
  if (!is_place(server.host))
    throw invalid("server", settings.server, "smtp://HOST[:PORT], smtps://HOST[:PORT] or sendmail",
                  usual_server);
  server.url = (is_smtps ? "smtps://" : "smtp://") + server.host;
  const std::string tls = settings.tls.empty() ? "required" : settings.tls;
  if (tls != "required" && (tls != "none" || is_smtps))
    throw invalid("tls", settings.tls, is_smtps ? "'required' with smtps://" : "required or none",
                  "git config session.mail.tls required");
  server.requires_tls = tls == "required";
  if (has_control(settings.user))
    throw invalid("user", settings.user, "one line", "git config session.mail.user NAME");
  server.user = settings.user;
  if (!settings.ca_file.empty() && (settings.ca_file[0] != '/' || has_control(settings.ca_file)))
    throw invalid("caFile", settings.ca_file, "an absolute path",
                  "git config session.mail.caFile /etc/ssl/certs/company.pem");
  server.ca_file = settings.ca_file;
  check_login(server);
  return server;
}

}  // namespace git_session
