#pragma once

#include <string>

#include "operations/output_source.h"

namespace git_session {

/// What a program names that may have been told to by a text it read: a regular file beneath the
/// top level, by its path from there or its absolute path, or else one of the session, by its name
/// in it. No link is followed, no hidden name taken. Throws `not_found`; `usage` for a folder;
/// `refused` with reason "path-escapes", "hidden-name", "symbolic-link", "git-directory",
/// "not-a-regular-file" or "name-not-utf8".
OutputSource find_work_tree_source(const Workspace& workspace, const LockedSession& locked,
                                   const std::string& named);

}  // namespace git_session
