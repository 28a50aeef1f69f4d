#pragma once

#include <string>

namespace git_session {

/// The settings `session.mail.*` as they are written; empty where there is none.
struct MailSettings {
  std::string server;   ///< smtp://HOST[:PORT], smtps://HOST[:PORT] or sendmail
  std::string user;     ///< who logs in; empty: nobody
  std::string tls;      ///< required (also when empty) or none
  std::string ca_file;  ///< certificates to trust instead of the system's
};

/// What takes our mails.
struct MailServer {
  bool is_sendmail = false;
  std::string url;   ///< smtp://HOST[:PORT] or smtps://…; "sendmail"
  std::string host;  ///< HOST[:PORT] as git names it for credentials
  bool requires_tls = true;
  std::string user;
  std::string ca_file;
};

/// Throws Error(invalid_data), naming the setting and what to type, for a setting that makes no
/// sense; Error(refused, reason "password-without-tls") where a password would cross the network
/// as it is.
MailServer parse_mail_server(const MailSettings& settings);

}  // namespace git_session
