#pragma once

#include <string>

#include "operations/workspace.h"

namespace git_session {

struct MoveOptions {
  bool dry_run = false;
  bool force = false;  ///< also to where git ignores the files
};

/// What archive or restore did, or with `dry_run` would do.
struct MoveReport {
  Session session;   ///< as it is now
  std::string from;  ///< folders relative to the top level
  std::string to;
  bool moved = false;    ///< false when it lay there already
  bool tracked = false;  ///< git's index was told
};

/// Moves a session to `archive/{user}/` and notes when. First the folder, then the note, so that a
/// crash in between leaves an archived session that lacks only its archived_at; a repeat adds that.
/// Throws `refused` (reason "target-ignored") with git's rule, `conflict` when something is there
/// already.
MoveReport archive_session(const Workspace& workspace, const SessionLocation& location,
                           const MoveOptions& options);

/// The way back: the session is closed when it had been closed, else active.
MoveReport restore_session(const Workspace& workspace, const SessionLocation& location,
                           const MoveOptions& options);

}  // namespace git_session
