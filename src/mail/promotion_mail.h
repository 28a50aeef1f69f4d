#pragma once

#include <string>
#include <vector>

#include "core/promotion.h"
#include "core/session.h"
#include "mail/message.h"

namespace git_session {

/// Who a mail comes from.
struct MailSender {
  std::string name;
  std::string address;
};

/// The mail that tells `to` of a promotion. Its id belongs to the promotion: whenever it is sent,
/// it is the same.
Mail promotion_mail(const Promotion& promotion, const Session& session, const MailSender& sender,
                    std::vector<std::string> to, Instant date);

}  // namespace git_session
