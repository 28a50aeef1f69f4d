#pragma once

#include <map>
#include <set>
#include <string>
#include <unordered_set>

#include "operations/workspace.h"

namespace git_session {

/// What git and the ledgers know of all sessions, asked once: a handful of processes, however many
/// sessions there are.
struct GcGitFacts {
  bool has_remote = false;
  std::unordered_set<std::string> tracked;      ///< paths under the root
  std::map<std::string, std::string> changed;   ///< path -> the two letters of `git status`
  std::map<std::string, std::string> unpushed;  ///< path -> commit that no remote has
  /// Session id -> outputs that are not what was shared of them.
  std::map<std::string, std::set<std::string>> promoted_changed;

  bool is_committed(const std::string& path) const {
    return tracked.contains(path) && !changed.contains(path);
  }
  bool is_pushed(const std::string& path) const { return has_remote && !unpushed.contains(path); }
};

GcGitFacts read_git_facts(const Workspace& workspace);

}  // namespace git_session
