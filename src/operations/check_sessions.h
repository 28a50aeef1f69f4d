#pragma once

#include <vector>

#include "core/problem.h"
#include "operations/workspace.h"

namespace git_session {

/// What doctor found. Findings are sorted by path and line.
struct CheckReport {
  size_t checked = 0;   ///< sessions looked at
  size_t affected = 0;  ///< sessions with a finding
  std::vector<Problem> problems;
};

/// Checks every session (or the one given) against the schema and the disk. Reads only.
CheckReport check_sessions(const Workspace& workspace, const std::optional<SessionLocation>& only);

}  // namespace git_session
