#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/file.h"

namespace git_session {

/// Everything that lies in a session's folder, hidden names and drafts too.
struct FolderContent {
  std::vector<std::string> files;  ///< regular ones, relative to the folder, sorted
  uint64_t bytes = 0;
  /// A link, a repository, a pipe, or deeper than anybody looks: never removed by us.
  bool is_foreign = false;
};
FolderContent read_folder(const Directory& folder);

/// Regular files below drafts/ that were last changed before `limit`; not its own .gitignore.
FolderContent read_old_drafts(const Directory& folder, std::time_t limit);

}  // namespace git_session
