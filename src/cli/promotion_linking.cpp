#include "cli/promotion_linking.h"

#include "base/text.h"
#include "cli/console.h"

namespace git_session {

Linking link_ticket(Invocation& invocation, const Workspace& workspace,
                    const std::optional<TicketTarget>& target, Promotion& promotion,
                    const std::string& repetition) {
  Linking linking;
  if (!target) return linking;
  linking.ticket = target->ticket;
  Console& console = invocation.console;
  console.show_progress("Linking " + target->ticket + " at " + target->site.address + "…");
  try {
    const bool may_ask = console.can_prompt() && !invocation.wants_json();
    LinkReport report = link_promotion(workspace, promotion, {*target, may_ask});
    promotion = std::move(report.promotion);
    linking.was_linked = report.was_linked;
  } catch (const Error& error) {
    linking.failure =
        Error(error.kind(), "the page is not linked from " + linking.ticket + ": " + error.what(),
              error.hint().empty() ? repetition : error.hint())
            .with_reason(error.reason());
  }
  console.clear_progress();
  return linking;
}

void print_linking(Console& console, const Linking& linking) {
  if (linking.ticket.empty() || linking.failure) return;
  console.print_line((linking.was_linked ? "Linked before: " : "Linked from: ") + linking.ticket);
}

}  // namespace git_session
