#pragma once

#include <optional>
#include <string>

#include "json/json.h"
#include "operations/workspace.h"

namespace git_session {

/// Of prime: the text, what it may take and what it takes, in tokens.
Json briefing_root(const std::optional<SessionLocation>& session, const std::string& text,
                   size_t token_budget);
Json briefing_schema();

}  // namespace git_session
