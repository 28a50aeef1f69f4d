#include "operations/connected_agents.h"

#include <algorithm>

#include "agents/agent_files.h"
#include "base/error.h"
#include "operations/setup_files.h"

namespace git_session {
namespace {

using agents::Agent;
using agents::AgentFile;

bool is_connected(const SetupFiles& files, Agent agent) {
  const std::vector<AgentFile> read = files_of(agent, files.word_files());
  return std::any_of(read.begin(), read.end(), [&](const AgentFile& file) {
    if (!is_own(file)) return false;
    try {
      const auto text = files.read_if_possible(file.path);
      return text && has_ours(file, *text);
    } catch (const Error&) {
      return false;
    }
  });
}

}  // namespace

std::vector<Agent> connected_agents(const Workspace& workspace) {
  const SetupFiles files(workspace);
  std::vector<Agent> connected;
  for (const Agent agent : agents::all_agents())
    if (is_connected(files, agent)) connected.push_back(agent);
  return connected;
}

}  // namespace git_session
