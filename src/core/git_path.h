#pragma once

#include <string_view>

namespace git_session {

/// Whether `path` has a part that git keeps for itself: `.git`, in any spelling that some file
/// system takes for it. git's own rules, so that no tracked path is one.
bool is_git_path(std::string_view path);

}  // namespace git_session
