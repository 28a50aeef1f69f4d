#include "operations/step_maker.h"

#include <algorithm>

#include "base/content_id.h"
#include "base/error.h"
#include "base/text.h"
#include "operations/apply_plan.h"
#include "operations/incoming_file.h"
#include "operations/plan_check.h"

namespace git_session {
namespace {

constexpr int most_levels = 32;

std::string parent_path(const std::string& path) {
  const size_t slash = path.rfind('/');
  return slash == std::string::npos ? std::string() : path.substr(0, slash);
}

void remove_empty_folders(const Directory& folder, int level) {
  if (level == most_levels) return;
  for (const DirectoryEntry& entry : folder.entries()) {
    if (entry.type != FileType::directory) continue;
    try {
      if (auto inner = folder.open_directory(entry.name)) remove_empty_folders(*inner, level + 1);
    } catch (const Error&) {
      // Closed to us: it stays, and so does what it lies in.
    }
    folder.remove_directory(entry.name);
  }
}

}  // namespace

std::optional<std::string> content_id_of_file(const Directory& top_level, const std::string& path) {
  auto file = top_level.open_file(path);
  if (!file) return std::nullopt;
  return content_id(*file, path);
}

void StepMaker::make(const FileStep& step) {
  require_no_git_path(step);
  lock_folders_of(step);
  switch (step.kind) {
    case FileStep::Kind::write:
      return write(step);
    case FileStep::Kind::copy:
      return copy(step);
    case FileStep::Kind::move:
      return move(step);
    case FileStep::Kind::move_folder:
      return move_folder(step);
    case FileStep::Kind::remove:
      return remove(step);
  }
}

void StepMaker::pass(const FileStep& step) {
  using Kind = FileStep::Kind;
  if (step.kind == Kind::move || step.kind == Kind::move_folder)
    moved_.emplace_back(step.source, step.path);
  if (step.kind == Kind::write || step.kind == Kind::copy) {
    // They may not be durable yet.
    changed_folders_.insert(parent_path(step.path));
    has_new_files_ = true;
  } else {
    remove_emptied_folders(step.kind == Kind::remove ? step.path : step.source);
  }
}

Directory StepMaker::parent_of(const std::string& path) {
  const std::string parent = parent_path(path);
  changed_folders_.insert(parent);
  if (!parent.empty()) return top_level_.make_directories(parent);
  auto top = open_folder(parent);
  if (!top) throw Error(ErrorKind::not_found, "no directory '" + top_level_.path() + "'");
  return std::move(*top);
}

std::optional<Directory> StepMaker::open_folder(const std::string& path) const {
  return path.empty() ? Directory::open(top_level_.path()) : top_level_.open_directory(path);
}

/// Sessions before pages, as everybody who holds both.
std::vector<std::string> StepMaker::folders_to_lock(const FileStep& step) const {
  const SessionLayout& layout = workspace_.store().layout();
  std::set<std::string> sessions;
  std::set<std::string> pages;
  auto add = [&](const std::string& path) {
    if (auto location = layout.parse(path)) sessions.insert(location->path);
    if (auto page = layout.page_folder_of(path)) pages.insert(*page);
  };
  add(step.path);
  const bool takes_source =
      step.kind == FileStep::Kind::move || step.kind == FileStep::Kind::move_folder;
  if (takes_source) add(step.source);
  std::vector<std::string> folders(sessions.begin(), sessions.end());
  folders.insert(folders.end(), pages.begin(), pages.end());
  return folders;
}

void StepMaker::lock_folders_of(const FileStep& step) {
  const std::vector<std::string> folders = folders_to_lock(step);
  const bool are_held = folders.size() == locks_.size() &&
                        std::all_of(folders.begin(), folders.end(), [&](const std::string& folder) {
                          return locks_.contains(folder);
                        });
  if (are_held) return;
  locks_.clear();
  for (const std::string& folder : folders) lock(folder);
}

void StepMaker::lock(const std::string& folder) {
  auto opened = top_level_.open_directory(folder);
  if (!opened) return;
  locks_.emplace(folder, DirectoryLock::acquire(*opened));
  auto locked = opened->own_status();
  auto named = top_level_.status(folder);
  if (!locked || !named || locked->inode != named->inode || locked->device != named->device)
    throw changed_meanwhile(folder);
}

void StepMaker::write(const FileStep& step) {
  const auto old = top_level_.open_file(step.path);
  const auto present = old ? std::optional(content_id(*old, step.path)) : std::nullopt;
  if (present == step.after) return;
  if (present.value_or("") != step.before) throw changed_meanwhile(step.path);
  auto content = log_.open_content(number_, step.after);
  if (!content) {
    throw Error(ErrorKind::not_found,
                "the content of '" + escape_line(step.path) + "' is not kept any more");
  }
  Attributes attributes{step.mode, std::nullopt};
  if (old) attributes.mode = attributes_of(*old, step.path).mode;
  Directory parent = parent_of(step.path);
  const std::string incoming = bring(parent, step.path, *content, step.after, attributes);
  if (old) {
    parent.rename_over(incoming, base_name(step.path));
  } else {
    parent.rename_unsynced(incoming, parent, base_name(step.path));
  }
  has_new_files_ = true;
}

void StepMaker::copy(const FileStep& step) {
  const auto present = content_id_of_file(top_level_, step.path);
  if (present == step.after) return;
  auto source = top_level_.open_file(step.source);
  if (present || !source) throw changed_meanwhile(present ? step.path : step.source);
  Attributes attributes = attributes_of(*source, step.source);
  if (step.mode != 0) attributes.mode = step.mode;
  Directory parent = parent_of(step.path);
  const std::string incoming = bring(parent, step.path, *source, step.after, attributes);
  parent.rename_unsynced(incoming, parent, base_name(step.path));
  has_new_files_ = true;
}

void StepMaker::move(const FileStep& step) {
  moved_.emplace_back(step.source, step.path);
  const auto present = content_id_of_file(top_level_, step.path);
  const auto source = content_id_of_file(top_level_, step.source);
  if (!source && present == step.after) return;
  if (present || source != step.after) throw changed_meanwhile(present ? step.path : step.source);
  Directory target = parent_of(step.path);
  Directory parent = parent_of(step.source);
  parent.rename_unsynced(base_name(step.source), target, base_name(step.path));
  remove_emptied_folders(step.source);
}

void StepMaker::move_folder(const FileStep& step) {
  moved_.emplace_back(step.source, step.path);
  const auto source = top_level_.status(step.source);
  const auto target = top_level_.status(step.path);
  if (!source && target) return;
  if (!source || target) throw changed_meanwhile(target ? step.path : step.source);
  Directory parent = parent_of(step.source);
  parent.rename_unsynced(base_name(step.source), parent_of(step.path), base_name(step.path));
  locks_.clear();
  remove_emptied_folders(step.source);
}

void StepMaker::remove(const FileStep& step) {
  clear_incoming(step.path);
  const auto present = content_id_of_file(top_level_, step.path);
  if (!present) return;
  if (present != step.before) throw changed_meanwhile(step.path);
  bool is_elsewhere = step.source.empty()
                          ? log_.open_content(number_, step.before).has_value()
                          : content_id_of_file(top_level_, step.source) == step.before;
  if (!is_elsewhere) throw changed_meanwhile(step.source.empty() ? step.path : step.source);
  // No original goes before its copy would survive a power cut.
  if (has_new_files_) sync_folders();
  parent_of(step.path).remove_file(base_name(step.path));
  remove_emptied_folders(step.path);
}

void StepMaker::clear_incoming(const std::string& path) {
  if (auto parent = open_folder(parent_path(path))) parent->remove_file(incoming_name(path));
}

void StepMaker::clear_leftovers(const std::string& path) {
  clear_incoming(path);
  remove_emptied_folders(path);
}

/// The folders that everybody expects stay, unless what made them is undone.
bool StepMaker::may_be_removed(const std::string& folder) const {
  const SessionLayout& layout = workspace_.store().layout();
  const bool is_expected = folder == layout.root() || folder == layout.sessions() ||
                           folder == layout.archive() || folder == layout.shared();
  return !folder.empty() && (is_undo_ || !is_expected);
}

/// As git does with what it removes: a folder that held nothing else goes along. One that holds
/// only folders without files does when it is no session any more.
void StepMaker::remove_emptied_folders(const std::string& removed) {
  if (base_name(removed) == metadata_file_name) {
    if (auto session = open_folder(parent_path(removed))) remove_empty_folders(*session, 0);
  }
  for (std::string folder = parent_path(removed); may_be_removed(folder);
       folder = parent_path(folder)) {
    locks_.erase(folder);
    const std::string parent = parent_path(folder);
    auto opened = open_folder(parent);
    if (!opened || !opened->remove_directory(base_name(folder))) return;
    changed_folders_.erase(folder);
    changed_folders_.insert(parent);
  }
}

void StepMaker::sync_folders() {
  for (const std::string& folder : changed_folders_)
    if (auto opened = open_folder(folder)) opened->sync();
  changed_folders_.clear();
  has_new_files_ = false;
}

void StepMaker::settle() {
  locks_.clear();
  sync_folders();
  workspace_.repository().move_in_index(moved_);
  moved_.clear();
}

}  // namespace git_session
