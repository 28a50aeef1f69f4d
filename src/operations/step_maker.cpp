#include "operations/step_maker.h"

#include <sys/stat.h>

#include <cerrno>

#include "base/content_id.h"
#include "base/error.h"
#include "base/file_copy.h"
#include "base/text.h"
#include "operations/apply_plan.h"

namespace git_session {
namespace {

constexpr uint64_t no_limit = UINT64_MAX;
constexpr mode_t permission_bits = 0777;

std::string parent_path(const std::string& path) {
  const size_t slash = path.rfind('/');
  return slash == std::string::npos ? std::string() : path.substr(0, slash);
}

std::string base_name(const std::string& path) { return path.substr(path.rfind('/') + 1); }

Error changed_meanwhile(const std::string& path) {
  return Error(ErrorKind::conflict, "'" + escape_line(path) + "' was changed meanwhile");
}

/// The name under which a file grows until it is whole. Long names are cut: both must fit.
std::string incoming_name(const std::string& name) { return ".incoming-" + short_digest(name); }

/// Permissions and time of the original: a copy that takes its place shall be no newer.
void take_attributes(const FileDescriptor& from, const FileDescriptor& to) {
  struct stat status;
  if (fstat(from.get(), &status) != 0) return;
  fchmod(to.get(), status.st_mode & permission_bits);
  const timespec times[2] = {{0, UTIME_OMIT}, status.st_mtim};
  futimens(to.get(), times);
}

}  // namespace

std::optional<std::string> content_id_of_file(const Directory& top_level, const std::string& path) {
  auto file = top_level.open_file(path);
  if (!file) return std::nullopt;
  return content_id(*file, path);
}

void StepMaker::make(const FileStep& step) {
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

void StepMaker::lock_session_of(const std::string& path) {
  auto location = workspace_.store().layout().parse(path);
  const std::string folder = location ? location->path : std::string();
  if (folder == locked_path_) return;
  lock_.reset();
  locked_path_.clear();
  auto opened = location ? top_level_.open_directory(folder) : std::nullopt;
  if (!opened) return;
  lock_.emplace(DirectoryLock::acquire(*opened));
  locked_path_ = folder;
}

void StepMaker::write(const FileStep& step) {
  Directory parent = parent_of(step.path);
  lock_session_of(step.path);
  const auto present = content_id_of_file(top_level_, step.path);
  if (present == step.after) return;
  if (present.value_or("") != step.before) throw changed_meanwhile(step.path);
  auto content = log_.open_content(number_, step.after);
  if (!content) {
    throw Error(ErrorKind::not_found,
                "the content of '" + escape_line(step.path) + "' is not kept any more");
  }
  if (!present) return place(step.path, *content, step.after);
  parent.replace_file(base_name(step.path), read_all(*content, no_limit, step.path));
}

/// Under a hidden name until it is whole, durable and has been read back.
void StepMaker::place(const std::string& path, const FileDescriptor& content,
                      const std::string& id) {
  Directory parent = parent_of(path);
  const std::string incoming = incoming_name(base_name(path));
  parent.remove_file(incoming);
  auto file = parent.create_file(incoming);
  if (!file) throw changed_meanwhile(path);
  try {
    copy_rest(content, *file, no_limit, path, path);
    sync_file(*file, path);
    auto written = parent.open_file(incoming);
    if (!written || content_id(*written, path) != id) throw changed_meanwhile(path);
  } catch (...) {
    parent.remove_file(incoming);
    throw;
  }
  parent.rename_unsynced(incoming, parent, base_name(path));
  has_new_copies_ = true;
}

void StepMaker::copy(const FileStep& step) {
  const auto present = content_id_of_file(top_level_, step.path);
  if (present == step.after) return;
  auto source = top_level_.open_file(step.source);
  if (present || !source) throw changed_meanwhile(present ? step.path : step.source);
  place(step.path, *source, step.after);
  auto made = top_level_.open_file(step.path);
  if (made) take_attributes(*source, *made);
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
  lock_.reset();
  locked_path_.clear();
  remove_emptied_folders(step.source);
}

void StepMaker::remove(const FileStep& step) {
  const auto present = content_id_of_file(top_level_, step.path);
  if (!present) return;
  if (present != step.before) throw changed_meanwhile(step.path);
  bool is_elsewhere = step.source.empty()
                          ? log_.open_content(number_, step.before).has_value()
                          : content_id_of_file(top_level_, step.source) == step.before;
  if (!is_elsewhere) throw changed_meanwhile(step.source.empty() ? step.path : step.source);
  // No original goes before its copy would survive a power cut.
  if (has_new_copies_) sync_folders();
  parent_of(step.path).remove_file(base_name(step.path));
  remove_emptied_folders(step.path);
}

bool StepMaker::may_be_removed(const std::string& folder) const {
  const SessionLayout& layout = workspace_.store().layout();
  return !folder.empty() && folder != layout.root() && folder != layout.sessions() &&
         folder != layout.archive() && folder != layout.shared();
}

/// As git does with what it removes: a folder that held nothing else goes along.
void StepMaker::remove_emptied_folders(const std::string& removed) {
  for (std::string folder = parent_path(removed); may_be_removed(folder);
       folder = parent_path(folder)) {
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
  has_new_copies_ = false;
}

void StepMaker::settle() {
  lock_.reset();
  locked_path_.clear();
  sync_folders();
  workspace_.repository().move_in_index(moved_);
  moved_.clear();
}

}  // namespace git_session
