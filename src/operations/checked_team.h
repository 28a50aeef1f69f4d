#pragma once

#include <string>

#include "git/settings.h"

namespace git_session {

/// The team of a session that nobody said it of: what adopting, migrating and doctor write.
inline constexpr const char* unknown_team = "unknown";

/// `team` as the setting session.teams spells it, whatever case it was typed in. Throws
/// Error(usage) that names the teams there are, and how to add one, for any other word.
std::string checked_team(const Settings& settings, const std::string& team);

}  // namespace git_session
