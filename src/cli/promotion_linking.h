#pragma once

#include <optional>
#include <string>

#include "base/error.h"
#include "cli/command.h"
#include "operations/link_promotion.h"

namespace git_session {

/// What became of `--jira`.
struct Linking {
  std::string ticket;            ///< empty: nothing was asked for
  bool was_linked = false;       ///< before
  std::optional<Error> failure;  ///< to be thrown once the promotion is shown; says how to repeat

  bool is_new() const { return !ticket.empty() && !was_linked && !failure; }
};

/// Links the ticket to the page of a promotion that is recorded, and brings the promotion up to
/// date. `repetition` is the hint for a failure that has none: what finishes the job. Never throws
/// for a link that was not made: the promotion stays, whatever happens here.
Linking link_ticket(Invocation& invocation, const Workspace& workspace,
                    const std::optional<TicketTarget>& target, Promotion& promotion,
                    const std::string& repetition);

/// Says so, on one line.
void print_linking(Console& console, const Linking& linking);

}  // namespace git_session
