#pragma once

#include <string>
#include <vector>

#include "operations/workspace.h"

namespace git_session {

/// Throws `refused` (reason "submodule") when git's index has a submodule in one of the folders:
/// its own git directory and .gitmodules name the place where it lies, and git would not find its
/// way when it were moved along. Returns whether the index has anything there.
bool require_no_submodules(const Workspace& workspace, const std::vector<std::string>& folders);

}  // namespace git_session
