#include "agents/plugin_files.h"

#include "agents/agent_texts.h"
#include "agents/hook_lines.h"
#include "agents/json_style.h"
#include "agents/server_entry.h"

namespace git_session::agents {
namespace {

constexpr const char* what_it_does =
    "Keeps the documents that agents write in work sessions in the repository, with who made them";

std::string file_of(const Json& value) { return print_json_lines(value, {}, "") + "\n"; }

Json owner() { return {{"name", "git-session"}}; }

Json plugin() {
  return {{"name", "git-session"},
          {"version", GIT_SESSION_VERSION},
          {"description", what_it_does},
          {"author", owner()},
          {"license", "MIT"}};
}

Json marketplace() {
  const Json entry = {
      {"name", "git-session"}, {"source", "./claude"}, {"description", what_it_does}};
  return {{"name", "git-session"},
          {"owner", owner()},
          {"metadata", {{"description", "git-session for Claude Code"}}},
          {"plugins", Json::array({entry})}};
}

std::string hooks() {
  const std::string head = file_of({{"description", "Records what agents write in the session"}});
  return with_hooks(Agent::claude, head, "hooks.json").text;
}

}  // namespace

std::map<std::string, std::string> plugin_files() {
  return {{".claude-plugin/marketplace.json", file_of(marketplace())},
          {"claude/.claude-plugin/plugin.json", file_of(plugin())},
          {"claude/hooks/hooks.json", hooks()},
          {"claude/skills/git-session/SKILL.md", skill_text()},
          {"claude/.mcp.json", with_server(std::nullopt, ".mcp.json").text}};
}

}  // namespace git_session::agents
