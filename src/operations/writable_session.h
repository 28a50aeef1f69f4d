#pragma once

#include <string>
#include <vector>

#include "operations/workspace.h"

namespace git_session {

/// The session, locked, to be changed; what is a place until now has begun. Throws as
/// SessionStore::lock() does, and `refused` (reason "sparse-checkout") when sparse checkout keeps
/// it or its metadata out of the work tree.
LockedSession lock_for_writing(const Workspace& workspace, const SessionLocation& location);

/// The same for a plan of what is to be changed: nothing is written.
LockedSession lock_for_planning(const Workspace& workspace, const SessionLocation& location);

/// Throws `refused` (reason "session-archived") when it lies in the archive.
void require_not_archived(const SessionLocation& location);
/// Throws `refused` (reason "session-closed" or "session-archived") unless it takes new outputs.
void require_open(const Session& session);
/// Throws `refused` (reason "too-many-outputs") unless `count` more outputs can be listed.
void require_room(const LockedSession& locked, size_t count);

/// The ids git stores for the contents of outputs, in their order; empty where git cannot tell
/// (a filter that fails, a file that is gone).
std::vector<std::string> blobs_of(const Workspace& workspace, const SessionLocation& location,
                                  const std::vector<std::string>& files);
/// The same for paths relative to the top level.
std::vector<std::string> blobs_of(const Workspace& workspace,
                                  const std::vector<std::string>& paths);

/// The chat that runs this command, when it is inside of one.
std::string current_chat(const Workspace& workspace);

/// Text of one line for the metadata. `option` is for the message: "--title". Throws Error(usage)
/// for control characters and for what is not UTF-8.
const std::string& checked_line(const std::string& text, const std::string& option);

}  // namespace git_session
