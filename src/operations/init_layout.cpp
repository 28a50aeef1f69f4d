#include "operations/init_layout.h"

#include <set>

#include "base/error.h"
#include "base/text.h"
#include "core/marked_block.h"
#include "core/session_id.h"
#include "operations/layout_files.h"

namespace git_session {
namespace {

constexpr uint64_t largest_file = 1024 * 1024;
constexpr unsigned plain_file = 0666;
constexpr unsigned program_file = 0777;

/// Looks at the checkout, and plans; nothing is written here.
class Plan {
 public:
  explicit Plan(const Workspace& workspace) : top_(workspace.store().top_level()) {
    if (!workspace.repository().has_sparse_checkout()) return;
    for (SparseEntry& entry : workspace.repository().sparse_files("")) {
      sparse_.insert(std::move(entry.path));
    }
  }

  std::vector<PlannedLayoutFile> take_files() { return std::move(files_); }

  /// git tracks no empty folders.
  void add_folder(const std::string& path) {
    if (has_sparse_below(path)) return;
    auto folder = top_.open_directory(path);
    bool is_empty = !folder || folder->entries().empty();
    if (is_empty) return add_new(path + "/.gitkeep", "", plain_file);
    if (folder->status(".gitkeep")) add(path + "/.gitkeep", LayoutAction::kept);
  }

  /// A file that is ours as a whole.
  void add_file(const std::string& path, std::string_view bytes, unsigned permissions) {
    if (sparse_.contains(path)) return add(path, LayoutAction::kept);
    if (!is_there(path)) return add_new(path, bytes, permissions);
    add(path, is_same(path, bytes) ? LayoutAction::kept : LayoutAction::left);
  }

  /// A file in which a block is ours; without `lines` the block is to go.
  void add_block(const std::string& path, const std::optional<std::string>& lines) {
    if (sparse_.contains(path)) return add(path, LayoutAction::kept);
    std::optional<std::string> text = top_.read_file(path, largest_file);
    if (!text && !lines) return;
    if (!text) return add_new(path, with_marked_block("", *lines, path), plain_file);
    std::string wanted =
        lines ? with_marked_block(*text, *lines, path) : without_marked_block(*text, path);
    if (wanted == *text) {
      if (lines) add(path, LayoutAction::kept);
    } else if (wanted.empty()) {
      add(path, LayoutAction::removed);
    } else {
      check_temporary_name(path);
      files_.push_back({{path, LayoutAction::changed}, std::move(wanted)});
    }
  }

 private:
  void add(const std::string& path, LayoutAction action) { files_.push_back({{path, action}}); }

  void add_new(const std::string& path, std::string_view bytes, unsigned permissions) {
    check_temporary_name(path);
    files_.push_back({{path, LayoutAction::made}, std::string(bytes), permissions});
  }

  bool has_sparse_below(const std::string& folder) const {
    auto next = sparse_.lower_bound(folder + "/");
    return next != sparse_.end() && next->starts_with(folder + "/");
  }

  bool is_there(const std::string& path) const { return has_folder_of(path) && top_.status(path); }

  bool has_folder_of(const std::string& path) const {
    size_t slash = path.rfind('/');
    return slash == path.npos || top_.open_directory(path.substr(0, slash)).has_value();
  }

  /// Links and devices are somebody else's, whatever they hold.
  bool is_same(const std::string& path, std::string_view bytes) const {
    auto status = top_.status(path);
    if (!status || status->type != FileType::regular || status->size != bytes.size()) return false;
    return top_.read_file(path, largest_file) == bytes;
  }

  /// What lies under the name of our unfinished content may be somebody's.
  void check_temporary_name(const std::string& path) const {
    std::string temporary = Directory::temporary_name_for(path);
    if (!is_there(temporary)) return;
    throw Error(ErrorKind::conflict, "'" + temporary + "' is in the way",
                "move it away; it may be left over from a git session init that was killed");
  }

  const Directory& top_;
  std::set<std::string> sparse_;  ///< tracked, but kept out of the work tree: there all the same
  std::vector<PlannedLayoutFile> files_;
};

void check_teams(const std::vector<std::string>& teams) {
  for (const std::string& team : teams) {
    if (is_path_component(team) && !team.starts_with('.') && is_valid_utf8(team)) continue;
    throw Error(ErrorKind::invalid_data,
                "session.teams has '" + escape_line(team) + "', which cannot be a folder",
                "git session config shows where it is set");
  }
}

/// Appears at once and never in the place of a file that came meanwhile.
void write_new_file(const Directory& folder, const std::string& name,
                    const PlannedLayoutFile& planned) {
  std::string temporary = Directory::temporary_name_for(name);
  auto file = folder.create_file(temporary, planned.permissions);
  if (!file) throw Error(ErrorKind::conflict, "'" + folder.path_of(temporary) + "' is in the way");
  try {
    write_all(*file, planned.bytes, folder.path_of(name));
    sync_file(*file, folder.path_of(name));
    folder.rename(temporary, folder, name);
  } catch (const Error&) {
    folder.remove_file(temporary);
    throw;
  }
}

void record(const Workspace& workspace, const PlannedLayoutFile& planned) {
  const std::string& path = planned.file.path;
  const LayoutAction action = planned.file.action;
  const Directory& top = workspace.store().top_level();
  // What is kept or left may be anything, and is not looked at.
  if (action == LayoutAction::kept || action == LayoutAction::left) return;
  auto before = top.read_file(path, largest_file);
  if (action == LayoutAction::made || action == LayoutAction::changed)
    workspace.recorder().will_write(path, before, planned.bytes);
  if (action == LayoutAction::removed && before)
    workspace.recorder().will_remove(path, *before, top.status(path)->mode);
}

void write(const Directory& top, const PlannedLayoutFile& planned) {
  const std::string& path = planned.file.path;
  size_t slash = path.rfind('/');
  std::string name = path.substr(slash + 1);
  if (planned.file.action == LayoutAction::made) {
    if (slash == path.npos) return write_new_file(top, name, planned);
    write_new_file(top.make_directories(path.substr(0, slash)), name, planned);
  } else if (planned.file.action == LayoutAction::changed) {
    top.replace_file(path, planned.bytes);
  } else if (planned.file.action == LayoutAction::removed) {
    top.remove_file(path);
  }
}

}  // namespace

const char* name_of(LayoutAction action) {
  switch (action) {
    case LayoutAction::made:
      return "made";
    case LayoutAction::changed:
      return "changed";
    case LayoutAction::kept:
      return "kept";
    case LayoutAction::left:
      return "left";
    case LayoutAction::removed:
      return "removed";
  }
  return "kept";
}

std::vector<PlannedLayoutFile> plan_layout(const Workspace& workspace,
                                           const LayoutRequest& request) {
  check_teams(workspace.settings().teams());
  const SessionLayout& layout = workspace.store().layout();
  const std::string& root = layout.root();
  Plan plan(workspace);
  plan.add_folder(layout.sessions());
  plan.add_folder(layout.archive());
  plan.add_folder(layout.promoted());
  for (const std::string& team : workspace.settings().teams()) {
    plan.add_folder(layout.team_resources(team));
  }
  plan.add_file(root + "/README.md", layout_readme(), plain_file);
  plan.add_file(root + "/.gitignore", layout_gitignore(), plain_file);
  if (request.scripts) {
    for (const std::string name : {"session_manager", "promote_to_confluence", "migrate_outputs"}) {
      plan.add_file("scripts/" + name + ".py", launcher_script(name), program_file);
    }
  }
  std::optional<std::string> attributes;
  if (request.quiet_output) attributes = attributes_line(root);
  plan.add_block(".gitattributes", attributes);
  if (request.quiet_search) plan.add_block(".ignore", search_ignore_line(root));
  return plan.take_files();
}

void remove_empty_layout(const Workspace& workspace) {
  const SessionLayout& layout = workspace.store().layout();
  const Directory& top = workspace.store().top_level();
  const auto remove = [&](const std::string& folder) {
    const size_t slash = folder.rfind('/');
    if (slash == folder.npos) return top.remove_directory(folder);
    const auto parent = top.open_directory(folder.substr(0, slash));
    return parent && parent->remove_directory(folder.substr(slash + 1));
  };
  for (const std::string& folder : {layout.sessions(), layout.archive(), layout.shared()})
    remove(folder);
  for (std::string folder = layout.root(); remove(folder) && folder.find('/') != folder.npos;)
    folder.resize(folder.rfind('/'));
}

std::set<std::string> unchanged_layout_files(const Workspace& workspace,
                                             const std::set<std::string>& paths) {
  const std::string& root = workspace.store().layout().root();
  const Directory& top = workspace.store().top_level();
  const auto is_unchanged = [&](const std::string& path) {
    std::string_view wanted;
    if (path == root + "/README.md") {
      wanted = layout_readme();
    } else if (path == root + "/.gitignore") {
      wanted = layout_gitignore();
    } else if (!path.starts_with(root + "/") || !path.ends_with("/.gitkeep")) {
      return false;
    }
    const auto status = top.status(path);
    return status && status->type == FileType::regular &&
           top.read_file(path, largest_file) == wanted;
  };
  std::set<std::string> unchanged;
  for (const std::string& path : paths)
    if (is_unchanged(path)) unchanged.insert(path);
  return unchanged;
}

LayoutReport init_layout(const Workspace& workspace, const LayoutRequest& request) {
  workspace.require_certain_top_level();
  const Directory& top = workspace.store().top_level();
  std::optional<DirectoryLock> lock;
  if (!request.dry_run) lock.emplace(DirectoryLock::acquire(top));
  LayoutReport report;
  for (const PlannedLayoutFile& planned : plan_layout(workspace, request)) {
    if (!request.dry_run) {
      record(workspace, planned);
      write(top, planned);
    }
    report.files.push_back(planned.file);
  }
  const SessionLayout& layout = workspace.store().layout();
  report.ignore_rule =
      workspace.repository().ignore_rule(layout.session("user", "2025-01-01_branch_000000").path +
                                         "/" + std::string(metadata_file_name));
  return report;
}

}  // namespace git_session
