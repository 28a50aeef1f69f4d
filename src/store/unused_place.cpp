#include "store/unused_place.h"

#include "store/session_layout.h"

namespace git_session {

bool is_unused_place(const Directory& folder) {
  for (const DirectoryEntry& entry : folder.entries()) {
    if (entry.name != drafts_folder_name || entry.type != FileType::directory) return false;
    const auto drafts = folder.open_directory(entry.name);
    if (!drafts) continue;
    for (const DirectoryEntry& draft : drafts->entries()) {
      if (draft.name != ".gitignore") return false;
    }
  }
  return true;
}

}  // namespace git_session
