#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "operations/workspace.h"

namespace git_session {

/// What a briefing takes at most unless somebody says otherwise, in tokens of a language model.
inline constexpr size_t usual_briefing_tokens = 800;

/// About how many tokens a text is: a quarter of its bytes, as English has it.
size_t count_tokens(std::string_view text);

/// What an agent, or a person, needs to know to go on with the work: which session this is, where
/// its documents go and how they are named, the latest of them, earlier sessions of the same branch
/// and ticket with theirs, when it expires. The same files give the same text. Whole lines, the
/// most important first, no more than `token_budget`; text of the repository is on one line each,
/// and said to be data. Without a session: how to start one. Loads no more sessions than it names.
std::string briefing(const Workspace& workspace, const std::optional<SessionLocation>& location,
                     size_t token_budget = usual_briefing_tokens);

}  // namespace git_session
