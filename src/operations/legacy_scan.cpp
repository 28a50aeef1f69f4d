#include "operations/legacy_scan.h"

#include <algorithm>
#include <array>

#include "base/error.h"
#include "base/text.h"
#include "core/git_path.h"
#include "operations/nested_repository.h"
#include "store/session_files.h"

namespace git_session {
namespace {

/// As the guide names them.
constexpr std::array<std::string_view, 5> legacy_folders = {"architecture", "analysis", "reviews",
                                                            "reports", "artifacts"};
/// A session's files are looked at eight levels down.
constexpr size_t deepest_level = 7;

bool is_legacy_folder(std::string_view name) {
  return std::find(legacy_folders.begin(), legacy_folders.end(), name) != legacy_folders.end();
}

bool has_control_character(std::string_view name) { return escape_line(name) != name; }

std::vector<DirectoryEntry> sorted_entries(const Directory& folder) {
  std::vector<DirectoryEntry> entries = folder.entries();
  std::sort(entries.begin(), entries.end(),
            [](const auto& a, const auto& b) { return a.name < b.name; });
  return entries;
}

/// Walks one of the old folders, or the root itself.
class LegacyWalk {
 public:
  LegacyWalk(const Workspace& workspace, uint64_t largest_file)
      : layout_(workspace.store().layout()), largest_file_(largest_file) {}

  LegacyScan& scan() { return scan_; }

  /// The root: loose files, and the folders of the convention.
  void take_root(const Directory& folder, const std::string& path) {
    for (const DirectoryEntry& entry : sorted_entries(folder)) {
      const std::string inner = path + "/" + entry.name;
      if (is_ours(inner)) continue;
      if (entry.type != FileType::directory) {
        take_entry(folder, entry, {path, {}, {}, 0});
      } else if (is_legacy_folder(entry.name)) {
        take_folder(folder, entry.name, {inner, entry.name, {}, 0});
      } else {
        leave(inner + "/",
              entry.name.starts_with('.') ? LeftReason::hidden : LeftReason::other_folder);
      }
    }
  }

  /// A folder that somebody named: all that is in it.
  void take_named(const Directory& folder, const std::string& path) {
    const std::string last = path.substr(path.rfind('/') + 1);
    const Place place{path, is_legacy_folder(last) ? last : std::string(), {}, 0};
    const std::vector<DirectoryEntry> entries = sorted_entries(folder);
    for (const DirectoryEntry& entry : entries) {
      const bool gives_type =
          place.type.empty() && entry.type == FileType::directory && is_legacy_folder(entry.name);
      if (gives_type) {
        take_folder(folder, entry.name, {path + "/" + entry.name, entry.name, {}, 0});
      } else {
        take_entry(folder, entry, place);
      }
    }
  }

 private:
  /// A folder on the way, and what its files are.
  struct Place {
    std::string path;
    std::string type;
    std::string prefix;  ///< of the names below the folder that gives the type
    size_t level = 0;
  };

  bool is_ours(const std::string& path) const {
    return path == layout_.sessions() || path == layout_.archive() || path == layout_.shared();
  }

  void leave(std::string path, LeftReason reason) {
    scan_.left.push_back({std::move(path), reason});
  }

  void take_folder(const Directory& parent, const std::string& name, const Place& place) {
    try {
      auto folder = parent.open_directory(name);
      if (!folder) return;
      const std::vector<DirectoryEntry> entries = sorted_entries(*folder);
      if (looks_like_repository(entries)) return leave(place.path + "/", LeftReason::repository);
      for (const DirectoryEntry& entry : entries) take_entry(*folder, entry, place);
    } catch (const Error&) {
      leave(place.path + "/", LeftReason::unreadable);
    }
  }

  void take_entry(const Directory& folder, const DirectoryEntry& entry, const Place& place) {
    const std::string path = place.path + "/" + entry.name;
    if (entry.type == FileType::symbolic_link) return leave(path, LeftReason::symbolic_link);
    if (entry.name.starts_with('.')) return leave(path, LeftReason::hidden);
    if (entry.type == FileType::other) return leave(path, LeftReason::not_a_file);
    if (!is_valid_utf8(entry.name)) return leave(path, LeftReason::name_not_utf8);
    if (has_control_character(entry.name)) return leave(path, LeftReason::control_characters);
    if (entry.type == FileType::regular) return take_file(folder, entry.name, place);
    if (is_ours(path)) return;
    if (place.level >= deepest_level) return leave(path + "/", LeftReason::too_deep);
    take_folder(folder, entry.name,
                {path, place.type, place.prefix + entry.name + "/", place.level + 1});
  }

  void take_file(const Directory& folder, const std::string& name, const Place& place) {
    const std::string path = place.path + "/" + name;
    if (equals_ignoring_case(name, "README.md")) return leave(path, LeftReason::readme);
    auto status = folder.status(name);
    if (!status) return;
    if (status->size > largest_file_) return leave(path, LeftReason::too_large);
    LegacyFile file;
    file.path = path;
    file.type = place.type;
    file.name = place.prefix + name;
    file.bytes = status->size;
    file.time = Instant(std::chrono::seconds(status->modified));
    scan_.files.push_back(std::move(file));
  }

  const SessionLayout& layout_;
  uint64_t largest_file_;
  LegacyScan scan_;
};

/// Neither sessions nor what holds them.
void check_input(const Workspace& workspace, const std::string& input) {
  const SessionLayout& layout = workspace.store().layout();
  const Directory& top = workspace.store().top_level();
  auto refused = [&](const std::string& reason) {
    return Error(ErrorKind::usage, "'" + escape_line(input) + "' cannot be migrated: " + reason,
                 "name the folder that holds the old outputs");
  };
  if (is_git_path(input)) throw refused("it is git's own");
  const std::string with_slash = input + "/";
  for (const std::string& ours : {layout.sessions(), layout.archive(), layout.shared()}) {
    const bool lies_in = with_slash.starts_with(ours + "/");
    const bool holds = (ours + "/").starts_with(with_slash) && input != layout.root();
    if (!lies_in && !holds && !input.empty()) continue;
    throw Error(ErrorKind::usage,
                input.empty() ? "the whole repository cannot be migrated"
                              : "'" + escape_line(input) + "' cannot be migrated: " +
                                    (lies_in ? "it belongs to " : "it holds ") + ours,
                "name the folder that holds the old outputs");
  }
  const auto status = top.status(input);
  if (status && status->type == FileType::regular) throw refused("it is a file");
  if (auto repository = repository_around(top, input))
    throw refused("'" + escape_line(*repository) + "' is a git repository of its own");
}

}  // namespace

const char* name_of(LeftReason reason) {
  switch (reason) {
    case LeftReason::hidden:
      return "hidden";
    case LeftReason::readme:
      return "readme";
    case LeftReason::other_folder:
      return "other-folder";
    case LeftReason::migrated:
      return "migrated";
    case LeftReason::symbolic_link:
      return "link";
    case LeftReason::repository:
      return "repository";
    case LeftReason::not_a_file:
      return "not-a-file";
    case LeftReason::too_deep:
      return "too-deep";
    case LeftReason::too_large:
      return "too-large";
    case LeftReason::name_not_utf8:
      return "name-not-utf8";
    case LeftReason::control_characters:
      return "control-characters";
    case LeftReason::unreadable:
      return "unreadable";
    case LeftReason::unmerged:
      return "unmerged";
    case LeftReason::sparse_checkout:
      return "sparse-checkout";
    case LeftReason::elsewhere:
      return "elsewhere";
    case LeftReason::copy_ignored:
      return "copy-ignored";
  }
  return "";
}

bool is_legacy_path(std::string_view path) {
  const size_t slash = path.find('/');
  const std::string_view name = path.substr(path.rfind('/') + 1);
  const bool is_hidden = path.starts_with('.') || path.find("/.") != path.npos;
  if (is_hidden || equals_ignoring_case(name, "README.md")) return false;
  return slash == path.npos || is_legacy_folder(path.substr(0, slash));
}

bool is_left_out(LeftReason reason) {
  return reason != LeftReason::hidden && reason != LeftReason::readme &&
         reason != LeftReason::other_folder && reason != LeftReason::migrated;
}

LegacyScan find_legacy_files(const Workspace& workspace, const std::optional<std::string>& input,
                             uint64_t largest_file) {
  const SessionLayout& layout = workspace.store().layout();
  const Directory& top = workspace.store().top_level();
  LegacyWalk walk(workspace, largest_file);
  if (input && *input != layout.root()) {
    check_input(workspace, *input);
    auto folder = top.open_directory(*input);
    if (!folder)
      throw Error(ErrorKind::not_found, "there is no folder '" + escape_line(*input) + "'");
    walk.take_named(*folder, *input);
  } else if (auto folder = top.open_directory(layout.root())) {
    walk.take_root(*folder, layout.root());
  }
  return std::move(walk.scan());
}

}  // namespace git_session
