#pragma once

#include <string>
#include <vector>

#include "operations/workspace.h"

namespace git_session {

struct CommitReport {
  Session session;
  std::string commit;  ///< its id; empty when there was nothing to commit
  std::string subject;
  size_t files = 0;  ///< that differ from the commit before
};

/// Commits exactly the session's files, wherever they lay before (archive and restore move them),
/// and nothing else that is staged. The message says what changed, in the guide's shape, unless
/// `message` is given; a trailer `Git-Session: ID` ends it. Hooks and signing apply.
CommitReport commit_session(const Workspace& workspace, const SessionLocation& location,
                            const std::optional<std::string>& message);

}  // namespace git_session
