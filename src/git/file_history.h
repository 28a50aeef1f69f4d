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

/// Those of `paths` that git would ignore, each with "file:line:pattern"; one process.
std::map<std::string, std::string> ignore_rules(const Repository& repository,
                                                const std::vector<std::string>& paths);

}  // namespace git_session
