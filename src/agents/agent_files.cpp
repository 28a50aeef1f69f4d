#include "agents/agent_files.h"

#include "agents/agent_texts.h"
#include "agents/block_file.h"
#include "agents/hook_lines.h"
#include "agents/own_text.h"
#include "agents/server_entry.h"
#include "base/error.h"
#include "base/text.h"

namespace git_session::agents {
namespace {

using Kind = AgentFile::Kind;

const std::string shared_skill = ".agents/skills/git-session/SKILL.md";

std::vector<AgentFile> settings_of(Agent agent) {
  switch (agent) {
    case Agent::claude:
      return {{Kind::hooks, agent, ".claude/settings.json"},
              {Kind::servers, agent, ".mcp.json"},
              {Kind::skill, agent, ".claude/skills/git-session/SKILL.md"}};
    case Agent::codex:
      return {{Kind::hooks, agent, ".codex/hooks.json"},
              {Kind::server_table, agent, ".codex/config.toml"},
              {Kind::skill, agent, shared_skill}};
    case Agent::cursor:
      return {{Kind::hooks, agent, ".cursor/hooks.json"},
              {Kind::servers, agent, ".cursor/mcp.json"},
              {Kind::skill, agent, shared_skill}};
  }
  return {};
}

/// CLAUDE.md with words of people gets ours too, unless it brings AGENTS.md in.
std::vector<AgentFile> words_beside(const std::string& claude_text, Agent agent) {
  const AgentFile in_claude_file{Kind::instructions, agent, claude_file};
  const AgentFile in_agents_file{Kind::instructions, agent, agents_file};
  const std::string theirs = without_marked_block(claude_text, claude_file, BlockMarks::html);
  if (imports_agents_file(theirs)) return {in_agents_file};
  const auto ours = marked_block_lines(claude_text, claude_file, BlockMarks::html);
  if (ours ? imports_agents_file(*ours) : trim(theirs).empty())
    return {in_agents_file, {Kind::import, agent, claude_file}};
  return {in_claude_file};
}

/// Where our words for an agent go.
std::vector<AgentFile> words_of(Agent agent, const WordFiles& files) {
  if (files.agents_is_claude) return {{Kind::instructions, agent, claude_file}};
  if (agent != Agent::claude || files.claude_is_agents)
    return {{Kind::instructions, agent, agents_file}};
  try {
    return words_beside(files.claude_text.value_or(""), agent);
  } catch (const Error&) {
    return {{Kind::instructions, agent, claude_file}};  // whoever edits it is told what is wrong
  }
}

/// Either block may stand in CLAUDE.md.
WithoutOurPart without_words(const std::string& text, const std::string& name,
                             const EmptyPlaces& empty) {
  const auto ours = marked_block_lines(text, name, BlockMarks::html);
  const bool is_import = ours && without_carriage_returns(*ours) == import_line();
  return without_block(text, is_import ? import_line() : instruction_lines(), name, empty,
                       BlockMarks::html);
}

void append(std::vector<AgentFile>& files, const std::vector<AgentFile>& more) {
  files.insert(files.end(), more.begin(), more.end());
}

}  // namespace

std::vector<AgentFile> files_of(Agent agent, const WordFiles& word_files) {
  std::vector<AgentFile> files = settings_of(agent);
  append(files, words_of(agent, word_files));
  return files;
}

std::vector<AgentFile> all_files_of(Agent agent) {
  std::vector<AgentFile> files = settings_of(agent);
  files.push_back({Kind::instructions, agent, agents_file});
  files.push_back({Kind::instructions, agent, claude_file});
  return files;
}

bool is_own(const AgentFile& file) {
  return file.kind != Kind::instructions && file.path != shared_skill;
}

WithOurPart with_ours(const AgentFile& file, const std::optional<std::string>& text) {
  switch (file.kind) {
    case Kind::hooks:
      return with_hooks(file.agent, text, file.path);
    case Kind::servers:
      return with_server(text, file.path);
    case Kind::server_table:
      return with_server_table(text, file.path);
    case Kind::skill:
      return with_skill(text, file.path);
    case Kind::instructions:
      return with_block(text, instruction_lines(), file.path, BlockMarks::html);
    case Kind::import:
      return with_block(text, import_line(), file.path, BlockMarks::html);
  }
  return {};
}

WithoutOurPart without_ours(const AgentFile& file, const std::string& text,
                            const EmptyPlaces& empty) {
  switch (file.kind) {
    case Kind::hooks:
      return without_hooks(file.agent, text, file.path, empty);
    case Kind::servers:
      return without_server(text, file.path, empty);
    case Kind::server_table:
      return without_server_table(text, file.path, empty);
    case Kind::skill:
      return without_skill(text);
    case Kind::instructions:
    case Kind::import:
      return without_words(text, file.path, empty);
  }
  return text;
}

bool has_ours(const AgentFile& file, const std::string& text) {
  return without_ours(file, text, {}) != text;
}

}  // namespace git_session::agents
