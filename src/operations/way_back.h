#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/operation.h"
#include "operations/workspace.h"

namespace git_session {

/// What is still to be made to take back an operation.
struct WayBack {
  std::vector<FileStep> steps;
  std::vector<std::string> changed;             ///< files that somebody changed since
  std::map<std::string, std::string> contents;  ///< that no entry of the log has, by their ids
};
/// Reads only. With `force` what was changed since is taken back from what it is now.
WayBack find_way_back(const Workspace& workspace, const Operation& operation, bool force);

/// Throws `refused` (reason "changed-since") when a later operation of `operations`, newest first,
/// moved away what this one wrote: taken back in the place of then, a session would lie in two.
void require_not_moved_since(const Operation& operation, const std::vector<Operation>& operations);

}  // namespace git_session
