#pragma once

#include <optional>
#include <string>
#include <vector>

#include "mail/mail_server.h"
#include "mail/promotion_mail.h"
#include "operations/workspace.h"

namespace git_session {

/// What sends our mails, and from whom, as `session.mail.*` says.
struct MailSetup {
  MailServer server;
  MailSender sender;
};

/// nullopt when no server is set: nothing is mailed then. Throws as parse_mail_server() does, and
/// Error(invalid_data) when the sender has no address.
std::optional<MailSetup> mail_setup(const Workspace& workspace);

struct MailRequest {
  std::vector<std::string> to;     ///< addresses, from the command line and nowhere else
  std::optional<MailSetup> setup;  ///< nullopt: they are only noted
  bool may_ask_for_password = false;
};

struct MailReport {
  Promotion promotion;               ///< as it is afterwards
  std::vector<std::string> sent;     ///< a mail was sent to them now
  std::vector<std::string> earlier;  ///< was sent to them before; they got none now
};

/// Tells people of a promotion that is recorded, each of them once: notes them in its entry, sends
/// the mail that is due, and notes that as soon as the server has taken it. Holds the lock of the
/// page meanwhile, so that the same command at the same time sends nothing twice. Throws what
/// send_mail() does and `unavailable` with the server and its words when the mail, or part of it,
/// was not taken; whoever got it is noted all the same.
MailReport mail_promotion(const Workspace& workspace, const Promotion& promotion,
                          const Session& session, const MailRequest& request);

}  // namespace git_session
