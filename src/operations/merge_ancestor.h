#pragma once

#include <optional>
#include <string>

#include "operations/workspace.h"

namespace git_session {

/// What both sides of a conflict in the file at `path` come from, as long as git keeps it; nullopt
/// when the file is in no conflict, or both sides made it.
inline std::optional<std::string> merge_ancestor(const Workspace& workspace,
                                                 const std::string& path) {
  const ProcessResult blob = workspace.repository().try_run({"cat-file", "blob", ":1:" + path});
  return blob.ok() ? std::optional(blob.output) : std::nullopt;
}

}  // namespace git_session
