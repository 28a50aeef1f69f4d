#pragma once

#include <string>
#include <vector>

#include "operations/commit_plan.h"
#include "operations/secret_gate.h"
#include "operations/workspace.h"

namespace git_session {

struct LargeFile {
  std::string path;  ///< relative to the top level
  uint64_t bytes = 0;
};

struct CommitReport {
  Session session;
  std::string commit;  ///< its id; empty when there was nothing to commit
  std::string subject;
  size_t files = 0;  ///< that differ from the commit before
  std::vector<LeftOut> left_out;
  std::vector<LargeFile> large;  ///< committed although over session.maxOutputSize: they are listed
  SecretReport secrets;          ///< committed all the same: allowed, or session.secrets only warns
};

/// Commits exactly the session's files, wherever they lay before (archive and restore move them),
/// and nothing else that is staged. The message says what changed, in the guide's shape, unless
/// `message` is given; a trailer `Git-Session: ID` ends it. Hooks and signing apply. Throws
/// `refused` (reason "output-too-large"), and commits nothing, when a file over
/// session.maxOutputSize is not listed, and SecretsFound when a file or the message holds a secret.
CommitReport commit_session(const Workspace& workspace, const SessionLocation& location,
                            const std::optional<std::string>& message);

}  // namespace git_session
