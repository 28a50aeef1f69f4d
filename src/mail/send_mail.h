#pragma once

#include <string>
#include <vector>

#include "mail/mail_server.h"
#include "mail/smtp_request.h"

namespace git_session {

/// A message and whom it goes to.
struct Posting {
  std::string from;
  std::vector<std::string> to;
  std::string message;
};

/// Hands a message to the server, or to the program sendmail, and waits for the answer: at most
/// 60 s, 10 of them until the server lets us talk. SMTP is spoken by the program git-session-smtp,
/// which alone loads what that needs. Throws `unavailable` when there is no such program; what the
/// server says is an outcome.
MailOutcome send_mail(const MailServer& server, const Posting& posting,
                      const std::string& password);

}  // namespace git_session
