#include "operations/state_files.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

#include "base/error.h"
#include "base/file.h"

namespace git_session {
namespace {

constexpr uint64_t most_bytes = uint64_t{8} << 20;
constexpr size_t most_listed = 300;
constexpr mode_t private_mode = 0600;

/// The folder, made where it is missing.
Directory made_folder(const std::string& directory, const std::string& folder) {
  const size_t slash = directory.rfind('/');
  auto parent = Directory::open(directory.substr(0, slash));
  if (!parent) throw system_error("cannot open", directory.substr(0, slash), ENOENT);
  const std::string name = directory.substr(slash + 1);
  return parent->make_directories(folder.empty() ? name : name + "/" + folder);
}

Instant time_of(const FileStatus& status) { return Instant(std::chrono::seconds(status.modified)); }

}  // namespace

std::string StateFiles::path_of(const std::string& folder) const {
  return folder.empty() ? directory_ : directory_ + "/" + folder;
}

std::optional<std::string> StateFiles::read(const std::string& folder,
                                            const std::string& name) const {
  try {
    auto opened = Directory::open(path_of(folder));
    return opened ? opened->read_file(name, most_bytes) : std::nullopt;
  } catch (const Error&) {
    return std::nullopt;
  }
}

bool StateFiles::write(const std::string& folder, const std::string& name,
                       const std::string& text) const {
  try {
    const Directory opened = made_folder(directory_, folder);
    // replace_file() wants one writer; agents start several at once.
    const DirectoryLock lock = DirectoryLock::acquire(opened);
    opened.replace_file(name, text);
    return true;
  } catch (const Error&) {
    return false;
  }
}

bool StateFiles::append(const std::string& folder, const std::string& name,
                        const std::string& text) const {
  try {
    const Directory opened = made_folder(directory_, folder);
    const int flags = O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK;
    const FileDescriptor file(openat(opened.descriptor(), name.c_str(), flags, private_mode));
    if (!file) return false;
    write_all(file, text, opened.path_of(name));
    return true;
  } catch (const Error&) {
    return false;
  }
}

bool StateFiles::remove(const std::string& folder, const std::string& name) const {
  try {
    if (auto opened = Directory::open(path_of(folder))) opened->remove_file(name);
    return true;
  } catch (const Error&) {
    return false;
  }
}

bool StateFiles::can_write() const {
  try {
    const Directory opened = made_folder(directory_, {});
    return faccessat(opened.descriptor(), ".", W_OK, AT_EACCESS) == 0;
  } catch (const Error&) {
    return false;
  }
}

std::vector<std::string> StateFiles::changed_since(const std::string& folder, Instant time) const {
  std::vector<std::string> names;
  try {
    auto opened = Directory::open(path_of(folder));
    if (!opened) return names;
    for (const DirectoryEntry& entry : opened->entries()) {
      if (names.size() == most_listed) break;
      const auto status = opened->status(entry.name);
      if (status && status->type == FileType::regular && time_of(*status) >= time)
        names.push_back(entry.name);
    }
  } catch (const Error&) {
    // As good as none.
  }
  return names;
}

void StateFiles::remove_older(const std::string& folder, Instant time) const {
  try {
    auto opened = Directory::open(path_of(folder));
    if (!opened) return;
    for (const DirectoryEntry& entry : opened->entries()) {
      const auto status = opened->status(entry.name);
      if (status && status->type == FileType::regular && time_of(*status) < time)
        opened->remove_file(entry.name);
    }
  } catch (const Error&) {
    // They do no harm.
  }
}

}  // namespace git_session
