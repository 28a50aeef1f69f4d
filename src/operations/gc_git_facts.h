#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "operations/workspace.h"

namespace git_session {

/// What git and the ledgers know of all sessions, asked once: a handful of processes, however many
/// sessions there are.
struct GcGitFacts {
  bool has_remote = false;
  std::set<std::string> tracked;                ///< paths under the root
  std::vector<std::string> submodules;          ///< paths under the root
  std::set<std::string> changed;                ///< those that git does not have as they are
  std::map<std::string, std::string> unpushed;  ///< path -> commit that no remote has
  /// Session id -> outputs that are not what was shared of them.
  std::map<std::string, std::set<std::string>> promoted_changed;

  bool is_committed(const std::string& path) const {
    return tracked.contains(path) && !changed.contains(path);
  }
  bool has_submodule_in(const std::string& folder) const;
  /// A tracked file of `folder` that is neither among `files`, relative to it, nor known to be
  /// gone.
  bool lacks_file_of(const std::string& folder, const std::vector<std::string>& files) const;
  bool is_pushed(const std::string& path) const { return has_remote && !unpushed.contains(path); }
};

GcGitFacts read_git_facts(const Workspace& workspace);

}  // namespace git_session
