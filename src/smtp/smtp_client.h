#pragma once

#include <functional>

#include "mail/smtp_request.h"

namespace git_session {

/// Speaks SMTP with the server that the request names and gives it the message, in one
/// transaction: 10 s until it lets us talk, 60 s for all. Recipients that it does not take are
/// reported, and the others get the mail. A password is sent over TLS, or to a server that the
/// request says needs none. `report` is called with the outcome as soon as that is known, before we
/// say goodbye. `is_wanted` is asked now and then; when it says no, nothing more is sent.
void send_by_smtp(const SmtpRequest& request, const std::function<bool()>& is_wanted,
                  const std::function<void(const MailOutcome&)>& report);

}  // namespace git_session
