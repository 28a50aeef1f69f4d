#pragma once

#include <string>

#include "agents/agent.h"
#include "agents/our_part.h"

namespace git_session::agents {

/// The command of every hook line: silent where the program is not installed.
std::string hook_command(Agent agent);

/// A settings file of that agent with our hook lines behind those that are there; a new file where
/// there is none. An event that somebody made call us in other words, or whose line of ours
/// somebody edited, stays as it is, and is among `by_hand`. Throws Error(invalid_data) for what is
/// not JSON or holds something else where hooks belong.
WithOurPart with_hooks(Agent agent, const std::optional<std::string>& text,
                       const std::string& name);

/// The file without them, and without the objects and arrays that are empty then, unless `empty`
/// says that they were so before. Throws as with_hooks() does.
WithoutOurPart without_hooks(Agent agent, const std::string& text, const std::string& name,
                             const EmptyPlaces& empty);

}  // namespace git_session::agents
