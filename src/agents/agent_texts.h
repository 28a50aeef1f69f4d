#pragma once

#include <string>

#include "agents/our_part.h"

namespace git_session::agents {

// What setup tells agents in words.

/// The lines of our block in AGENTS.md, or in CLAUDE.md where people have it apart, with their
/// digest.
std::string instruction_lines();
/// The line of our block in CLAUDE.md that brings AGENTS.md in.
std::string import_line();
/// Whether a text brings AGENTS.md in, as Claude Code reads it.
bool imports_agents_file(const std::string& text);

/// SKILL.md: how to find earlier work, where to write, and who wrote it; with its digest.
std::string skill_text();

/// Our skill in the place of an older one. Throws Error(conflict) for one that somebody edited or
/// wrote.
WithOurPart with_skill(const std::optional<std::string>& text, const std::string& name);
/// nullopt for a skill of ours; the text as it is for any other.
WithoutOurPart without_skill(const std::string& text);

}  // namespace git_session::agents
