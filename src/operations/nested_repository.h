#pragma once

#include <optional>
#include <string>

#include "base/file.h"

namespace git_session {

/// The outermost folder at or above `path`, below `top`, that is a git repository or work tree of
/// its own: what lies in there is somebody else's. nullopt when there is none. A `.git` of any kind
/// counts; its content is not looked at.
std::optional<std::string> repository_around(const Directory& top, const std::string& path);

}  // namespace git_session
