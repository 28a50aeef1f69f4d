#include "operations/legacy_facts.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/content_id.h"
#include "base/error.h"
#include "base/text.h"

namespace git_session {
namespace {

/// The folders the files lie in, without those below others.
std::vector<std::string> folders_of(const std::vector<LegacyFile>& files) {
  std::set<std::string> folders;
  for (const LegacyFile& file : files) folders.insert(file.path.substr(0, file.path.rfind('/')));
  std::vector<std::string> outermost;
  for (const std::string& folder : folders)
    if (outermost.empty() || !folder.starts_with(outermost.back() + "/"))
      outermost.push_back(folder);
  return outermost;
}

/// What of the index lies in the folders: the mode tells links from files.
std::map<std::string, IndexEntry> index_of(const Repository& repository) {
  std::map<std::string, IndexEntry> entries;
  for (IndexEntry& entry : repository.index_entries("")) {
    const std::string path = entry.path;
    entries.insert_or_assign(path, std::move(entry));
  }
  return entries;
}

void note_tracked(const Repository& repository, LegacyScan& scan) {
  const auto entries = index_of(repository);
  std::erase_if(scan.files, [&](LegacyFile& file) {
    auto entry = entries.find(file.path);
    file.is_tracked = entry != entries.end();
    if (!file.is_tracked || !entry->second.is_unmerged) return false;
    scan.left.push_back({file.path, LeftReason::unmerged});
    return true;
  });
}

size_t note_origins(const Repository& repository, bool with_branches, LegacyScan& scan) {
  const bool has_tracked = std::any_of(scan.files.begin(), scan.files.end(),
                                       [](const LegacyFile& file) { return file.is_tracked; });
  if (!has_tracked) return 0;
  const HistoryLog history = repository.history_of(folders_of(scan.files));
  const std::set<std::string> shallow = repository.shallow_commits();
  std::map<std::string, std::string> branches;
  if (with_branches) branches = repository.merged_branches();
  size_t unknown = 0;
  for (LegacyFile& file : scan.files) {
    if (!file.is_tracked) continue;
    auto origin = history.origin_of(file.path);
    if (!origin) continue;
    if (shallow.contains(origin->commit)) ++unknown;
    file.author = replace_invalid_utf8(origin->author_name);
    file.email = replace_invalid_utf8(origin->author_email);
    file.commit = origin->commit;
    file.time = origin->author_time;
    if (auto branch = branches.find(origin->commit); branch != branches.end())
      file.branch = replace_invalid_utf8(branch->second);
  }
  return unknown;
}

void note_contents(const Directory& top, LegacyScan& scan) {
  std::erase_if(scan.files, [&](LegacyFile& file) {
    try {
      auto opened = top.open_file(file.path);
      if (!opened) return true;  // it went while we looked
      file.content = content_id(*opened, file.path);
      return false;
    } catch (const Error&) {
      scan.left.push_back({file.path, LeftReason::unreadable});
      return true;
    }
  });
}

void note_blobs(const Repository& repository, LegacyScan& scan) {
  std::vector<std::string> paths;
  paths.reserve(scan.files.size());
  for (const LegacyFile& file : scan.files) paths.push_back(file.path);
  const std::vector<std::string> blobs = repository.hash_objects(paths);
  for (size_t i = 0; i < blobs.size(); ++i) scan.files[i].blob = blobs[i];
}

}  // namespace

size_t complete_legacy_files(const Workspace& workspace, bool with_branches, LegacyScan& scan) {
  const Repository& repository = workspace.repository();
  note_tracked(repository, scan);
  note_contents(workspace.store().top_level(), scan);
  const size_t unknown = note_origins(repository, with_branches, scan);
  note_blobs(repository, scan);
  return unknown;
}

}  // namespace git_session
