#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/command.h"
#include "operations/check_site.h"
#include "operations/link_promotion.h"
#include "operations/mail_promotion.h"
#include "operations/publish_outputs.h"
#include "operations/site_settings.h"

namespace git_session {

/// Who is to learn of what was published.
struct PublishTold {
  std::optional<TicketTarget> ticket;
  std::optional<MailSetup> mail;
};

/// Says what became of each output, after `told` were told. A single output that
/// was not published is thrown as the error that it is. Returns the exit code: 0, 5 when one was
/// refused, else 1 when one failed.
int finish_publishing(Invocation& invocation, const Workspace& workspace,
                      const SessionLocation& location, std::vector<PublishedOutput> outputs,
                      const PublishRequest& request, const PublishTold& told);

/// One line for each check; 0 when none failed, else 1.
int print_site_check(Invocation& invocation, const Site& site,
                     const std::vector<SiteCheck>& checks);

}  // namespace git_session
