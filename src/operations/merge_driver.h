#pragma once

#include <string>
#include <vector>

#include "operations/workspace.h"

namespace git_session {

// The merge driver of this clone: `merge.git-session.*` in its configuration, and the attribute
// that sends metadata files to it in `info/attributes` of its git directory. Both are private to
// the clone, as a driver always is; a committed attribute would hold on some branches and not on
// others, because git takes it from the side that is merged into.

struct MergeDriverRequest {
  bool remove = false;
  bool dry_run = false;
};

/// One thing that is, or would be, different.
struct MergeDriverChange {
  std::string file;    ///< seen from the top level when it lies below, else absolute
  std::string action;  ///< "add" or "remove"
  std::string text;    ///< one line: "merge.git-session.name = …", or the attribute
};

/// Makes the driver known to git, or takes every trace of it away, and says what changed; nothing
/// when it is so already. Lines that are not ours stay byte for byte. Throws `unavailable` when git
/// cannot write the configuration, or a file cannot be written.
std::vector<MergeDriverChange> set_up_merge_driver(const Workspace& workspace,
                                                   const MergeDriverRequest& request);

/// What set_up_merge_driver() would have to do: empty when the driver is installed.
std::vector<MergeDriverChange> missing_of_merge_driver(const Workspace& workspace);

}  // namespace git_session
