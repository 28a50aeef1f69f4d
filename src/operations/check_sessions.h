#pragma once

#include <map>
#include <optional>
#include <vector>

#include "operations/finding.h"
#include "operations/workspace.h"

namespace git_session {

/// What doctor found, as sort_findings() has it.
struct CheckReport {
  size_t checked = 0;   ///< sessions looked at
  size_t affected = 0;  ///< sessions with an error or a warning
  std::vector<Finding> findings;
  std::map<std::string, std::string> folders_to_join;  ///< as repository_checks.h has it

  /// Findings of that severity.
  size_t count(Severity severity) const;
};

/// Checks every session (or the one given) against the schema and the disk. Reads only.
CheckReport check_sessions(const Workspace& workspace, const std::optional<SessionLocation>& only);

}  // namespace git_session
