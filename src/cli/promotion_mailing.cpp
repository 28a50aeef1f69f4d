#include "cli/promotion_mailing.h"

#include "base/text.h"
#include "cli/console.h"

namespace git_session {
namespace {

Error with_repetition(const Error& error, const std::string& repetition) {
  const std::string hint = error.hint().empty() ? repetition : error.hint();
  return Error(error.kind(), error.what(), hint).with_reason(error.reason());
}

}  // namespace

std::string repeat_command(const PromotionRequest& request, const Promotion& promotion) {
  const std::string told =
      request.notified.empty() ? "" : " --notify " + quote_for_shell(join(request.notified, ","));
  return "git session promote --session " + promotion.session_id + " --file " +
         quote_for_shell(promotion.source_file) + " --confluence-url " +
         quote_for_shell(request.page.url) + told;
}

Mailing mail_about(Invocation& invocation, const Workspace& workspace,
                   const PromotionRequest& request, const std::optional<MailSetup>& setup,
                   PromotionReport& report) {
  Mailing mailing;
  mailing.asked = request.notified;
  mailing.is_set_up = setup.has_value();
  if (mailing.asked.empty()) return mailing;
  Console& console = invocation.console;
  if (setup) console.show_progress("Sending mail through " + setup->server.url + "…");
  try {
    MailReport mailed = mail_promotion(workspace, report.promotion, report.session,
                                       {request.notified, setup, console.can_prompt()});
    report.promotion = std::move(mailed.promotion);
    mailing.sent = std::move(mailed.sent);
    mailing.earlier = std::move(mailed.earlier);
  } catch (const Error& error) {
    mailing.failure =
        with_repetition(error, "to send it: " + repeat_command(request, report.promotion));
  }
  console.clear_progress();
  return mailing;
}

void print_mailing(Console& console, const Mailing& mailing, const Promotion& promotion) {
  if (!mailing.asked.empty() && !mailing.is_set_up)
    console.print_line("Noted as told: " + escape_line(promotion.notified) + " (no mail was sent)");
  if (!mailing.sent.empty()) console.print_line("Mail sent to: " + join(mailing.sent, ", "));
  if (!mailing.earlier.empty()) console.print_line("Mailed before: " + join(mailing.earlier, ", "));
}

}  // namespace git_session
