#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace git_session {

/// What this program hands to git-session-smtp on stdin, so that nothing of it is ever an argument:
/// lines `key=value` as git's credential helpers have them, an empty line, the message.
struct SmtpRequest {
  std::string url;  ///< smtp://HOST[:PORT] or smtps://HOST[:PORT]
  bool requires_tls = true;
  std::string ca_file;
  std::string user;
  std::string password;
  std::string from;
  std::vector<std::string> to;
  std::string message;
};

/// Throws Error(invalid_data) for a value that holds a line break or a NUL.
std::string write_smtp_request(const SmtpRequest& request);
/// nullopt for anything that write_smtp_request() does not write.
std::optional<SmtpRequest> read_smtp_request(std::string_view text);

struct RefusedRecipient {
  std::string address;
  std::string words;  ///< of the server
};

/// How an attempt to send a mail ended.
struct MailOutcome {
  enum class Result { sent, login_refused, failed };
  Result result = Result::failed;  ///< sent: for everybody but those refused
  std::vector<RefusedRecipient> refused;
  std::string words;  ///< why not, in the server's words or the system's
};

/// What git-session-smtp answers on stdout, in lines as above. Line breaks in words become blanks.
std::string write_mail_outcome(const MailOutcome& outcome);
/// nullopt when the answer is not complete.
std::optional<MailOutcome> read_mail_outcome(std::string_view text);

}  // namespace git_session
