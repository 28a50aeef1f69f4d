#include "operations/stray_documents.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/error.h"
#include "base/text.h"
#include "core/stray_rules.h"

namespace git_session {
namespace {

using Index = std::vector<IndexEntry>;

bool is_file(const IndexEntry& entry) {
  return entry.mode.starts_with("100") && !entry.is_unmerged;
}

bool lies_in(const std::string& path, const std::string& folder) {
  return folder.empty() || path == folder || path.starts_with(folder + "/");
}

std::string_view name_of_path(std::string_view path) {
  return path.substr(path.rfind('/') + 1);  // npos + 1 is none
}

/// Files that git could have and does not: what an agent wrote a moment ago.
Index untracked_files(const Workspace& workspace) {
  Index untracked;
  for (std::string& path : split_at_nul(
           workspace.repository().run({"ls-files", "-z", "--others", "--exclude-standard"}))) {
    if (path.ends_with('/') || stray_reason(path, false).empty()) continue;  // "/": a repository
    const auto status = workspace.store().top_level().status(path);
    if (!status || status->type != FileType::regular) continue;
    IndexEntry entry;
    entry.path = std::move(path);
    entry.mode = "100644";
    untracked.push_back(std::move(entry));
  }
  return untracked;
}

/// What could be one, should an agent have added it.
std::vector<const IndexEntry*> candidates_in(const Workspace& workspace, const Index& entries,
                                             const std::vector<std::string>& paths) {
  const std::string& root = workspace.store().layout().root();
  std::vector<const IndexEntry*> candidates;
  for (const IndexEntry& entry : entries) {
    const bool is_wanted =
        paths.empty() || std::any_of(paths.begin(), paths.end(), [&](const std::string& folder) {
          return lies_in(entry.path, folder);
        });
    if (!is_wanted || !is_file(entry) || lies_in(entry.path, root)) continue;
    if (!is_valid_utf8(entry.path) || stray_reason(entry.path, true).empty()) continue;
    candidates.push_back(&entry);
  }
  return candidates;
}

/// The folders of the candidates: `git log` walks faster by few names.
std::vector<std::string> folders_of(const std::vector<const IndexEntry*>& entries) {
  std::set<std::string> folders;
  for (const IndexEntry* entry : entries) {
    const size_t slash = entry->path.rfind('/');
    folders.insert(slash == std::string::npos ? entry->path : entry->path.substr(0, slash));
  }
  return {folders.begin(), folders.end()};
}

/// A renamed file is none of them.
std::set<std::string> added_since(const Repository& repository, const std::string& base) {
  const auto list = split_at_nul(repository.run(
      {"diff", "--name-only", "-z", "--diff-filter=A", "-M", "--no-color", base, "HEAD"}));
  return {list.begin(), list.end()};
}

void note_copies(const Index& index, std::vector<StrayDocument>& found) {
  std::map<std::string, std::vector<std::string>> by_blob;
  std::map<std::string, std::string> blobs;
  for (const IndexEntry& entry : index) {
    if (!is_file(entry)) continue;
    by_blob[entry.blob].push_back(entry.path);
    blobs[entry.path] = entry.blob;
  }
  for (StrayDocument& document : found) {
    document.copies = by_blob[blobs[document.path]];
    std::erase(document.copies, document.path);
  }
}

/// A check that cannot be made must not end as one that found something.
std::string base_of(const Repository& repository, const std::string& against) {
  try {
    return repository.merge_base(against);
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::not_found) throw;
    throw Error(ErrorKind::usage, error.what(),
                "git fetch gets the revision; git fetch --unshallow what a shallow clone lacks");
  }
}

/// Whether `line` has `name`, and not as the end of a longer one.
bool names(std::string_view line, std::string_view name) {
  for (size_t place = line.find(name); place != line.npos; place = line.find(name, place + 1)) {
    const char before = place == 0 ? ' ' : line[place - 1];
    const bool is_longer = (before >= 'a' && before <= 'z') || (before >= 'A' && before <= 'Z') ||
                           (before >= '0' && before <= '9') || before == '_' || before == '-';
    if (!is_longer) return true;
  }
  return false;
}

void note_line(std::string_view file, std::string_view line, std::vector<StrayDocument>& found) {
  for (StrayDocument& document : found) {
    const bool is_itself = document.path == file;
    const bool is_known =
        !document.linked_from.empty() && document.linked_from.back() == std::string(file);
    if (is_itself || is_known || !names(line, name_of_path(document.path))) continue;
    document.linked_from.emplace_back(file);
  }
}

/// One search of the tracked Markdown for all names.
void note_links(const Repository& repository, std::vector<StrayDocument>& found) {
  ProcessOptions options;
  options.removed_environment = {"GIT_LITERAL_PATHSPECS"};
  for (const StrayDocument& document : found)
    options.input += std::string(name_of_path(document.path)) + "\n";
  const ProcessResult result = repository.try_run(
      {"grep", "--no-color", "-I", "-F", "-z", "-f", "-", "--", ":(top,glob)**/*.md"},
      std::move(options));
  if (!result.ok() && result.exit_code != 1) throw git_error(result, "grep");
  // "file NUL line LF"
  for (const std::string& record : split(result.output, '\n')) {
    const size_t end = record.find('\0');
    if (end == std::string::npos) continue;
    note_line(std::string_view(record).substr(0, end), std::string_view(record).substr(end + 1),
              found);
  }
}

}  // namespace

std::vector<StrayDocument> find_stray_documents(const Workspace& workspace,
                                                const std::vector<std::string>& paths,
                                                const std::optional<std::string>& against) {
  const Repository& repository = workspace.repository();
  std::optional<std::string> base;
  if (against) base = base_of(repository, *against);
  const Index index = repository.index_entries("");
  Index looked_at = index;
  if (!base)
    for (IndexEntry& entry : untracked_files(workspace)) looked_at.push_back(std::move(entry));
  std::sort(looked_at.begin(), looked_at.end(),
            [](const IndexEntry& a, const IndexEntry& b) { return a.path < b.path; });
  const auto candidates = candidates_in(workspace, looked_at, paths);
  if (candidates.empty()) return {};
  const std::vector<std::string> folders = folders_of(candidates);
  const HistoryLog history =
      base ? repository.history_since(*base, folders) : repository.history_of(folders);
  const std::set<std::string> added =
      base ? added_since(repository, *base) : std::set<std::string>();
  std::vector<StrayDocument> found;
  for (const IndexEntry* entry : candidates) {
    if (base && !added.contains(entry->path)) continue;
    const FileOrigin origin = history.origin_of(entry->path).value_or(FileOrigin());
    const std::string agent = replace_invalid_utf8(agent_among(origin.co_authors));
    const std::string reason = stray_reason(entry->path, !agent.empty());
    if (!reason.empty()) found.push_back({entry->path, reason, origin, agent, {}, {}});
  }
  if (found.empty()) return found;
  note_copies(index, found);
  note_links(repository, found);
  return found;
}

}  // namespace git_session
