#pragma once

#include <string>
#include <vector>

#include "agents/agent.h"
#include "agents/our_part.h"

namespace git_session::agents {

/// A file of the work tree that an agent reads, and in which a part is ours.
struct AgentFile {
  enum class Kind {
    hooks,         ///< JSON: what runs when
    servers,       ///< JSON: MCP servers
    server_table,  ///< the same as TOML
    skill,         ///< ours as a whole
    instructions,  ///< Markdown with our block
    import,        ///< Markdown whose block of ours brings AGENTS.md in
  };
  Kind kind = Kind::hooks;
  Agent agent = Agent::claude;
  std::string path;  ///< relative to the top level

  bool operator==(const AgentFile&) const = default;
};

inline constexpr const char* agents_file = "AGENTS.md";
inline constexpr const char* claude_file = "CLAUDE.md";

/// What is known of the two files that agents read words in.
struct WordFiles {
  std::optional<std::string> claude_text = {};  ///< of CLAUDE.md, where it is a file
  bool claude_is_agents = false;                ///< CLAUDE.md is a link to AGENTS.md
  bool agents_is_claude = false;                ///< the other way round
};

/// What setup writes for an agent, in the order of writing.
std::vector<AgentFile> files_of(Agent agent, const WordFiles& word_files);
/// Every file that may have a part of ours because of this agent.
std::vector<AgentFile> all_files_of(Agent agent);
/// Whether no other agent reads the file: our part in it says that this one is connected.
bool is_own(const AgentFile& file);

/// The file with our part, new where there was none, renewed where it is an older one. Throws as
/// the function for its kind does.
WithOurPart with_ours(const AgentFile& file, const std::optional<std::string>& text);
WithoutOurPart without_ours(const AgentFile& file, const std::string& text,
                            const EmptyPlaces& empty);
/// Whether something in it is ours.
bool has_ours(const AgentFile& file, const std::string& text);

}  // namespace git_session::agents
