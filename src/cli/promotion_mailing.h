#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "cli/command.h"
#include "operations/mail_promotion.h"
#include "operations/promote_output.h"

namespace git_session {

/// What became of `--notify`.
struct Mailing {
  std::vector<std::string> asked;    ///< all addresses
  bool is_set_up = false;            ///< a mail server is configured
  std::vector<std::string> sent;     ///< mailed now
  std::vector<std::string> earlier;  ///< mailed before
  std::optional<Error> failure;  ///< to be thrown once the promotion is shown; says how to repeat
};

/// Mails `--notify` about a promotion that is recorded, and brings the report up to date. Never
/// throws for a mail that was not sent: the promotion stays, whatever happens here.
Mailing mail_about(Invocation& invocation, const Workspace& workspace,
                   const PromotionRequest& request, const std::optional<MailSetup>& setup,
                   PromotionReport& report);

/// The command that records a promotion once more, and with it mails what is due.
std::string repeat_command(const PromotionRequest& request, const Promotion& promotion);

/// Says so, one line each.
void print_mailing(Console& console, const Mailing& mailing, const Promotion& promotion);

}  // namespace git_session
