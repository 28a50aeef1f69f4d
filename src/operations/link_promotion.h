#pragma once

#include <string>

#include "core/promotion.h"
#include "operations/site_settings.h"
#include "operations/workspace.h"

namespace git_session {

/// The ticket that is to link to a page.
struct TicketTarget {
  Site site;  ///< of Jira
  std::string ticket;
};

/// The ticket of a session, to be asked for before anything is recorded. Throws `not_found` when no
/// Jira is set up or the session has no ticket, Error(usage) when that is no key of Jira, and as
/// configured_site() does.
TicketTarget ticket_target(const Workspace& workspace, const Session& session);

struct LinkRequest {
  TicketTarget target;
  bool may_ask_for_password = false;
};

struct LinkReport {
  Promotion promotion;      ///< as it is afterwards
  bool was_linked = false;  ///< its entry says so already; Jira was not asked
};

/// Makes a ticket link to the page of a recorded promotion and notes that in its entry, so that
/// repeating asks Jira nothing. A link that is there, whoever shared to that page before, is
/// brought up to date. Holds the lock of the page meanwhile. Throws as SiteLogin and JiraClient do,
/// and what PageLedger::note_told() does.
LinkReport link_promotion(const Workspace& workspace, const Promotion& promotion,
                          const LinkRequest& request);

}  // namespace git_session
