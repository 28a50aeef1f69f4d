#include "operations/step_maker.h"

#include <sys/stat.h>

#include <cerrno>

#include "base/content_id.h"
#include "base/error.h"
#include "base/file_copy.h"
#include "base/text.h"
#include "operations/apply_plan.h"
#include "operations/plan_check.h"

namespace git_session {
namespace {

constexpr uint64_t no_limit = UINT64_MAX;
constexpr mode_t permission_bits = 0777;
constexpr unsigned plain_mode = 0666;
constexpr unsigned private_mode = 0600;

std::string parent_path(const std::string& path) {
  const size_t slash = path.rfind('/');
  return slash == std::string::npos ? std::string() : path.substr(0, slash);
}

std::string base_name(const std::string& path) { return path.substr(path.rfind('/') + 1); }

Error changed_meanwhile(const std::string& path) {
  return Error(ErrorKind::conflict, "'" + escape_line(path) + "' was changed meanwhile");
}

/// The name under which a file grows until it is whole; as long for the longest names.
std::string incoming_name(const std::string& name) { return ".incoming-" + short_digest(name); }

/// What a file is to be like that takes a place.
struct Attributes {
  unsigned mode = 0;                 ///< 0: as new files get
  std::optional<timespec> modified;  ///< now unless given
};

void give(const FileDescriptor& file, const Attributes& attributes, const std::string& path) {
  struct stat status;
  if (fstat(file.get(), &status) != 0) throw system_error("cannot look at", path, errno);
  const bool is_so = attributes.mode == 0 || (status.st_mode & permission_bits) == attributes.mode;
  if (!is_so && fchmod(file.get(), attributes.mode) != 0)
    throw system_error("cannot set the permissions of", path, errno);
  if (!attributes.modified) return;
  const timespec times[2] = {{0, UTIME_OMIT}, *attributes.modified};
  futimens(file.get(), times);
}

/// A copy that takes the place of its original shall be no newer.
Attributes attributes_of(const FileDescriptor& file, const std::string& path) {
  struct stat status;
  if (fstat(file.get(), &status) != 0) throw system_error("cannot look at", path, errno);
  return {static_cast<unsigned>(status.st_mode & permission_bits), status.st_mtim};
}

/// Writes a file under its hidden name: whole, durable, read back. Returns that name.
std::string bring(const Directory& parent, const std::string& path, const FileDescriptor& content,
                  const std::string& id, const Attributes& attributes) {
  const std::string incoming = incoming_name(base_name(path));
  parent.remove_file(incoming);
  // Closed to others until it has the permissions it is to have.
  auto file = parent.create_file(incoming, attributes.mode == 0 ? plain_mode : private_mode);
  if (!file) throw changed_meanwhile(path);
  try {
    copy_rest(content, *file, no_limit, path, path);
    give(*file, attributes, path);
    sync_file(*file, path);
    auto written = parent.open_file(incoming);
    if (!written || content_id(*written, path) != id) throw changed_meanwhile(path);
  } catch (...) {
    parent.remove_file(incoming);
    throw;
  }
  return incoming;
}

}  // namespace

std::optional<std::string> content_id_of_file(const Directory& top_level, const std::string& path) {
  auto file = top_level.open_file(path);
  if (!file) return std::nullopt;
  return content_id(*file, path);
}

void StepMaker::make(const FileStep& step) {
  require_no_git_path(step);
  lock_session_of(step.path);
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

void StepMaker::unlock() {
  lock_.reset();
  locked_path_.clear();
}

void StepMaker::lock_session_of(const std::string& path) {
  auto location = workspace_.store().layout().parse(path);
  const std::string folder = location ? location->path : std::string();
  if (folder == locked_path_) return;
  unlock();
  auto opened = location ? top_level_.open_directory(folder) : std::nullopt;
  if (!opened) return;
  lock_.emplace(DirectoryLock::acquire(*opened));
  auto locked = opened->own_status();
  auto named = top_level_.status(folder);
  if (!locked || !named || locked->inode != named->inode || locked->device != named->device)
    throw changed_meanwhile(folder);
  locked_path_ = folder;
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
  lock_session_of(step.source);
  Directory parent = parent_of(step.source);
  parent.rename_unsynced(base_name(step.source), parent_of(step.path), base_name(step.path));
  unlock();
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
  if (auto parent = open_folder(parent_path(path)))
    parent->remove_file(incoming_name(base_name(path)));
}

/// The folders that everybody expects stay, unless what made them is undone.
bool StepMaker::may_be_removed(const std::string& folder) const {
  const SessionLayout& layout = workspace_.store().layout();
  const bool is_expected = folder == layout.root() || folder == layout.sessions() ||
                           folder == layout.archive() || folder == layout.shared();
  return !folder.empty() && (is_undo_ || !is_expected);
}

/// As git does with what it removes: a folder that held nothing else goes along.
void StepMaker::remove_emptied_folders(const std::string& removed) {
  for (std::string folder = parent_path(removed); may_be_removed(folder);
       folder = parent_path(folder)) {
    if (folder == locked_path_) unlock();
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
  unlock();
  sync_folders();
  workspace_.repository().move_in_index(moved_);
  moved_.clear();
}

}  // namespace git_session
