#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "jira/jira_client.h"
#include "operations/workspace.h"

namespace git_session {

/// What Jira says of these tickets, in their order; nullopt for one that is no key, or that Jira
/// did not tell of. Asks nothing when no Jira is set up. Never throws and never takes much more
/// than 3 s: `failure` says in words what went wrong first, and is empty when nothing did.
std::vector<std::optional<jira::Ticket>> look_up_tickets(const Workspace& workspace,
                                                         const std::vector<std::string>& keys,
                                                         std::string& failure);

}  // namespace git_session
