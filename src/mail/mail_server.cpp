#include "mail/mail_server.h"

#include <algorithm>

#include "base/error.h"
#include "base/host_place.h"

namespace git_session {
namespace {

constexpr const char* usual_server = "git config session.mail.server smtp://mail.example.com:587";

Error invalid(const std::string& key, const std::string& value, const std::string& expected,
              const std::string& hint) {
  return Error(ErrorKind::invalid_data,
               "session.mail." + key + " is '" + value + "', but must be " + expected, hint);
}

bool has_control(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](unsigned char c) { return c < ' ' || c == 0x7f; });
}

void check_login(const MailServer& server) {
  if (server.user.empty() || server.requires_tls) return;
  if (auto place = parse_host_place(server.host); place && is_loopback(*place)) return;
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
  if (!parse_host_place(server.host))
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
