#pragma once

#include <map>
#include <string>
#include <vector>

#include "git/repository.h"

namespace git_session {

/// Whether git knows what any remote has.
bool has_remote_branches(const Repository& repository);

enum class History {
  all,      ///< whatever HEAD's history has
  unpushed  ///< of that, what no remote-tracking branch has
};

/// For each path under `directory` that a commit of that history added, changed or removed, the
/// newest one; one process. Empty without commits.
std::map<std::string, std::string> newest_commits(const Repository& repository,
                                                  const std::string& directory, History history);

/// What the index has of one path; an unmerged one is there several times.
struct TrackedFile {
  std::string path;
  std::string mode;  ///< "100644"; "160000" of a submodule
  std::string blob;
  bool is_unwatched = false;  ///< assumed unchanged, or skipped: `git status` does not look at it
};
std::vector<TrackedFile> tracked_under(const Repository& repository, const std::string& directory);

/// Those of `paths` that git would ignore, each with "file:line:pattern"; one process.
std::map<std::string, std::string> ignore_rules(const Repository& repository,
                                                const std::vector<std::string>& paths);

}  // namespace git_session
