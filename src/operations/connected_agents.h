#pragma once

#include <vector>

#include "agents/agent.h"
#include "operations/workspace.h"

namespace git_session {

/// Agents with something of ours in files that no other agent reads.
std::vector<agents::Agent> connected_agents(const Workspace& workspace);

}  // namespace git_session
