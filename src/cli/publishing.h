#pragma once

#include "cli/command.h"
#include "operations/list_promotions.h"

namespace git_session {

/// `promote --publish`: checks the command line, asks where unpublished work would be shared,
/// publishes, says what became of it. Returns the exit code.
int publish(Invocation& invocation);

/// `promote --check`: tries the site and says what the login may do.
int check_publishing(Invocation& invocation);

/// Asks the site, where one is set, whether the pages of a list have changed there. What keeps it
/// from answering is a warning.
void ask_for_page_versions(Invocation& invocation, const Workspace& workspace,
                           PromotionList& list);

}  // namespace git_session
