#pragma once

#include "operations/legacy_scan.h"

namespace git_session {

/// Completes what was found by what git knows (tracked, author, commit, time, blob, and where asked
/// for the branch) and by the contents. What cannot move now goes to `left`. Returns how many files
/// have an author that a shallow clone does not know.
size_t complete_legacy_files(const Workspace& workspace, bool with_branches, LegacyScan& scan);

}  // namespace git_session
