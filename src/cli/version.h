#pragma once

namespace git_session {

/// "0.1.0"
inline constexpr const char* program_version = GIT_SESSION_VERSION;
/// What `--version` prints.
inline constexpr const char* version_line = "git-session " GIT_SESSION_VERSION "\n";

}  // namespace git_session
