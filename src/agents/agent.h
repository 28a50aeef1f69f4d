#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace git_session::agents {

/// The programs that setup knows how to connect.
enum class Agent { claude, codex, cursor };

const std::vector<Agent>& all_agents();
/// The word on the command line: "claude".
std::string name_of(Agent agent);
/// What people call it: "Claude Code".
std::string title_of(Agent agent);
std::optional<Agent> parse_agent(std::string_view name);
/// What a person has to do in it before it takes what setup wrote.
std::string trust_step_of(Agent agent);

}  // namespace git_session::agents
