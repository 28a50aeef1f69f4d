#pragma once

#include <optional>
#include <string>
#include <vector>

#include "git/history_log.h"
#include "operations/workspace.h"

namespace git_session {

/// A document that looks like an agent's output and lies in no session; tracked, or untracked and
/// not ignored.
struct StrayDocument {
  std::string path;                      ///< relative to the top level
  std::string reason;                    ///< of stray_reason()
  FileOrigin origin;                     ///< empty for a file that is not committed yet
  std::string agent;                     ///< that a trailer of that commit names
  std::vector<std::string> copies;       ///< other tracked files with the same content
  std::vector<std::string> linked_from;  ///< tracked Markdown that names it
};

/// Those at or below `paths` (relative to the top level; none: everywhere), sorted by path; with
/// `against` only those that commits after the merge base with that revision added. Throws
/// `usage` when `against` is no revision.
std::vector<StrayDocument> find_stray_documents(const Workspace& workspace,
                                                const std::vector<std::string>& paths,
                                                const std::optional<std::string>& against);

}  // namespace git_session
