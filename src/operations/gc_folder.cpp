#include "operations/gc_folder.h"

#include <algorithm>

#include "base/error.h"
#include "base/text.h"
#include "store/session_files.h"
#include "store/session_layout.h"

namespace git_session {
namespace {

constexpr int most_levels = 32;

void read_into(FolderContent& content, const Directory& folder, const std::string& prefix,
               int level) {
  const std::vector<DirectoryEntry> entries = folder.entries();
  if (level > most_levels || looks_like_repository(entries)) {
    content.is_foreign = true;
    return;
  }
  for (const DirectoryEntry& entry : entries) {
    if (entry.type == FileType::directory) {
      if (auto inner = folder.open_directory(entry.name)) {
        read_into(content, *inner, prefix + entry.name + "/", level + 1);
      }
    } else if (entry.type == FileType::regular) {
      content.files.push_back(prefix + entry.name);
      if (auto status = folder.status(entry.name)) content.bytes += status->size;
    } else {
      content.is_foreign = true;
    }
  }
}

}  // namespace

FolderContent read_folder(const Directory& folder) {
  FolderContent content;
  read_into(content, folder, "", 0);
  std::sort(content.files.begin(), content.files.end());
  return content;
}

FolderContent read_old_drafts(const Directory& folder, std::time_t limit) {
  const std::string name(drafts_folder_name);
  FolderContent old;
  const auto status = folder.status(name);
  if (!status || status->type != FileType::directory) return old;
  const auto drafts = folder.open_directory(name);
  if (!drafts) return old;
  FolderContent all;
  read_into(all, *drafts, name + "/", 0);
  for (std::string& file : all.files) {
    const auto draft = folder.status(file);
    if (!draft || draft->modified >= limit || file == name + "/.gitignore") continue;
    old.bytes += draft->size;
    old.files.push_back(std::move(file));
  }
  std::sort(old.files.begin(), old.files.end());
  return old;
}

}  // namespace git_session
