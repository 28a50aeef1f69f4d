#include "agents/agent.h"

#include <algorithm>
#include <array>

namespace git_session::agents {
namespace {

struct Description {
  Agent agent;
  std::string_view name;
  std::string_view title;
  std::string_view trust_step;
};

constexpr std::array<Description, 3> descriptions = {{
    {Agent::claude, "claude", "Claude Code",
     "start it in this folder, trust the folder and its hooks, and allow the MCP server "
     "git-session "
     "when it asks; /hooks and /mcp show them later"},
    {Agent::codex, "codex", "Codex",
     "trust this project when it asks, then type /hooks and trust those of git-session: until then "
     "it skips them without a word"},
    {Agent::cursor, "cursor", "Cursor",
     "trust this workspace, and switch the MCP server git-session on in its settings"},
}};

const Description& description_of(Agent agent) {
  return *std::find_if(descriptions.begin(), descriptions.end(),
                       [&](const Description& one) { return one.agent == agent; });
}

}  // namespace

const std::vector<Agent>& all_agents() {
  static const std::vector<Agent> agents = {Agent::claude, Agent::codex, Agent::cursor};
  return agents;
}

std::string name_of(Agent agent) { return std::string(description_of(agent).name); }
std::string title_of(Agent agent) { return std::string(description_of(agent).title); }
std::string trust_step_of(Agent agent) { return std::string(description_of(agent).trust_step); }

std::optional<Agent> parse_agent(std::string_view name) {
  for (const Description& one : descriptions)
    if (one.name == name) return one.agent;
  return std::nullopt;
}

}  // namespace git_session::agents
