#pragma once

#include <string>

#include "operations/workspace.h"

namespace git_session {

/// Notes for undo that `file` of the session was made by this command.
void note_new_file(const Workspace& workspace, const LockedSession& locked,
                   const std::string& file);
/// Notes that `source`, an absolute path, is about to go, and that `file` of the session holds the
/// same; nothing when it lies outside of the work tree, which undo never writes to.
void note_moved_away(const Workspace& workspace, const LockedSession& locked,
                     const std::string& file, const std::string& source);

}  // namespace git_session
