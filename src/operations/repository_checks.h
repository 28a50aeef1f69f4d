#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/problem.h"
#include "operations/workspace.h"

namespace git_session {

/// Who stands behind a user's folder, as the metadata in it says.
struct UserTraces {
  std::set<std::string> emails;  ///< lower case
  size_t sessions = 0;
};
/// By the folder's name.
using UsersSeen = std::map<std::string, UserTraces>;

/// User folders that are one person's: by git's .mailmap (code "several-users"), by an e-mail
/// address they share, or by names that differ in a letter (code "similar-users").
std::vector<Problem> check_users(const Workspace& workspace, const UsersSeen& users);

/// The folder whose user another folder's person is, by .mailmap; nothing for one who is nobody
/// else.
std::map<std::string, std::string> folders_to_join(const Workspace& workspace,
                                                   const UsersSeen& users);

/// Whether git merges metadata by field, where more than one user's may be merged.
std::vector<Problem> check_merge_driver(const Workspace& workspace, const UsersSeen& users);

/// What is wrong beside the sessions: the worktree's pointer, a pointer that was committed, locks
/// and operations that were left.
std::vector<Problem> check_surroundings(const Workspace& workspace);

/// The files that operations which were interrupted still bring or take away.
std::set<std::string> files_underway(const Workspace& workspace);

/// The pointer files of the scripts that this program replaces, where they were committed.
std::vector<std::string> tracked_pointers(const Workspace& workspace);

}  // namespace git_session
