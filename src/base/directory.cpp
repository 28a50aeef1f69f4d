#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>

#include "base/error.h"
#include "base/file.h"
#include "base/open_beneath.h"

namespace git_session {
namespace {

constexpr mode_t permission_bits = 0777;
constexpr int directory_flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC;

struct StreamCloser {
  void operator()(DIR* stream) const { closedir(stream); }
};
using DirectoryStream = std::unique_ptr<DIR, StreamCloser>;

bool is_absent(int error_number) { return error_number == ENOENT || error_number == ENOTDIR; }

Error link_error(const std::string& path) {
  return Error(ErrorKind::refused, "'" + path + "' is or passes through a symbolic link")
      .with_reason("symbolic-link");
}

Error escape_error(const std::string& path) {
  return Error(ErrorKind::refused, "'" + path + "' is not a plain path inside its directory")
      .with_reason("path-escapes");
}

Error not_a_file_error(const std::string& path) {
  return Error(ErrorKind::refused, "'" + path + "' is not a regular file")
      .with_reason("not-a-regular-file");
}

Error not_a_directory_error(const std::string& path) {
  return Error(ErrorKind::refused, "'" + path + "' is not a directory")
      .with_reason("not-a-directory");
}

Error open_error(const std::string& path, int error_number) {
  if (error_number == ELOOP) return link_error(path);
  if (error_number == EXDEV) return escape_error(path);
  return system_error("cannot open", path, error_number);
}

FileType type_of(mode_t mode) {
  if (S_ISREG(mode)) return FileType::regular;
  if (S_ISDIR(mode)) return FileType::directory;
  return S_ISLNK(mode) ? FileType::symbolic_link : FileType::other;
}

FileType type_of_entry(const dirent& entry) {
  switch (entry.d_type) {
    case DT_REG:
      return FileType::regular;
    case DT_DIR:
      return FileType::directory;
    case DT_LNK:
      return FileType::symbolic_link;
    default:
      return FileType::other;
  }
}

FileStatus status_from(const struct stat& status) {
  return {type_of(status.st_mode),
          static_cast<uint64_t>(status.st_size),
          status.st_mtime,
          static_cast<uint64_t>(status.st_ino),
          static_cast<uint64_t>(status.st_dev),
          static_cast<unsigned>(status.st_mode & permission_bits)};
}

std::optional<struct stat> link_status(int directory, const std::string& name,
                                       const std::string& path) {
  struct stat status;
  if (fstatat(directory, name.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0) return status;
  if (!is_absent(errno)) throw system_error("cannot look at", path, errno);
  return std::nullopt;
}

}  // namespace

std::optional<Directory> Directory::open(const std::string& path) {
  FileDescriptor opened(::open(path.c_str(), directory_flags));
  if (opened) return Directory(std::move(opened), path);
  if (errno != ENOENT) throw system_error("cannot open the directory", path, errno);
  return std::nullopt;
}

std::string Directory::path_of(std::string_view relative) const {
  std::string path = path_;
  if (!path.ends_with('/')) path += '/';
  return path.append(relative);
}

void Directory::check_name(const std::string& name) const {
  if (!stays_beneath(name) || name.find('/') != std::string::npos)
    throw escape_error(path_of(name));
}

std::optional<Directory> Directory::open_directory(std::string_view relative) const {
  FileDescriptor opened(
      open_beneath(descriptor_.get(), std::string(relative), O_RDONLY | O_DIRECTORY));
  const int reason = errno;
  std::string path = path_of(relative);
  if (opened) return Directory(std::move(opened), std::move(path));
  if (reason == ENOENT) return std::nullopt;
  if (reason == ENOTDIR) throw not_a_directory_error(path);
  throw open_error(path, reason);
}

Directory Directory::make_directories(std::string_view relative) const {
  if (auto existing = open_directory(relative)) return std::move(*existing);
  const size_t slash = relative.rfind('/');
  const std::string name(relative.substr(slash + 1));  // npos + 1 is the start
  if (slash != std::string_view::npos)
    return make_directories(relative.substr(0, slash)).make_directories(name);
  if (make_directory(name)) sync();
  auto made = open_directory(name);
  if (!made) throw system_error("cannot open", path_of(name), ENOENT);
  return std::move(*made);
}

bool Directory::make_directory(const std::string& name) const {
  check_name(name);
  if (mkdirat(descriptor_.get(), name.c_str(), 0777) == 0) return true;
  if (errno != EEXIST) throw system_error("cannot make the directory", path_of(name), errno);
  return false;
}

std::optional<FileStatus> Directory::status(std::string_view relative) const {
  if (!stays_beneath(relative)) throw escape_error(path_of(relative));
  const size_t slash = relative.rfind('/');
  FileDescriptor parent;
  if (slash != std::string_view::npos) {
    const std::string folder(relative.substr(0, slash));
    parent = FileDescriptor(open_beneath(descriptor_.get(), folder, O_RDONLY | O_DIRECTORY));
    if (!parent && is_absent(errno)) return std::nullopt;
    if (!parent) throw open_error(path_of(relative), errno);
  }
  const auto status = link_status(parent ? parent.get() : descriptor_.get(),
                                  std::string(relative.substr(slash + 1)), path_of(relative));
  if (!status) return std::nullopt;
  return status_from(*status);
}

std::optional<FileStatus> Directory::own_status() const {
  struct stat status;
  if (fstat(descriptor_.get(), &status) != 0) throw system_error("cannot look at", path_, errno);
  if (status.st_nlink == 0) return std::nullopt;
  return status_from(status);
}

std::vector<DirectoryEntry> Directory::entries() const {
  // An own open, because a duplicate would share the reading position with other users.
  FileDescriptor own(openat(descriptor_.get(), ".", directory_flags));
  if (!own) throw system_error("cannot read the directory", path_, errno);
  DirectoryStream stream(fdopendir(own.get()));
  if (!stream) throw system_error("cannot read the directory", path_, errno);
  own.release();
  std::vector<DirectoryEntry> found;
  for (;;) {
    errno = 0;
    const dirent* entry = readdir(stream.get());
    if (entry == nullptr && errno != 0)
      throw system_error("cannot read the directory", path_, errno);
    if (entry == nullptr) return found;
    const std::string_view name = entry->d_name;
    if (name == "." || name == "..") continue;
    DirectoryEntry listed{std::string(name), type_of_entry(*entry)};
    if (entry->d_type == DT_UNKNOWN) {
      const auto status = link_status(descriptor_.get(), listed.name, path_of(listed.name));
      if (!status) continue;  // removed since it was listed
      listed.type = type_of(status->st_mode);
    }
    found.push_back(std::move(listed));
  }
}

std::optional<Directory::SizedFile> Directory::open_sized(std::string_view relative) const {
  // O_NONBLOCK: a pipe put where a file belongs must not hold us up.
  FileDescriptor file(open_beneath(descriptor_.get(), std::string(relative),
                                   O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_NOCTTY));
  if (!file && is_absent(errno)) return std::nullopt;
  if (!file && (errno == ENXIO || errno == ENODEV)) throw not_a_file_error(path_of(relative));
  if (!file) throw open_error(path_of(relative), errno);
  struct stat status;
  if (fstat(file.get(), &status) != 0)
    throw system_error("cannot look at", path_of(relative), errno);
  if (!S_ISREG(status.st_mode)) throw not_a_file_error(path_of(relative));
  return SizedFile{std::move(file), static_cast<uint64_t>(status.st_size)};
}

std::optional<FileDescriptor> Directory::open_file(std::string_view relative) const {
  auto opened = open_sized(relative);
  if (!opened) return std::nullopt;
  return std::move(opened->file);
}

std::optional<std::string> Directory::read_file(std::string_view relative, uint64_t limit) const {
  const auto opened = open_sized(relative);
  if (!opened) return std::nullopt;
  return read_sized(opened->file, opened->size, limit, path_of(relative));
}

std::optional<FileDescriptor> Directory::create_file(const std::string& name, unsigned mode) const {
  check_name(name);
  const int flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
  FileDescriptor file(openat(descriptor_.get(), name.c_str(), flags, mode));
  if (file) return file;
  if (errno != EEXIST) throw system_error("cannot make the file", path_of(name), errno);
  return std::nullopt;
}

void Directory::remove_file(const std::string& name) const {
  check_name(name);
  if (unlinkat(descriptor_.get(), name.c_str(), 0) != 0 && errno != ENOENT)
    throw system_error("cannot remove", path_of(name), errno);
}

bool Directory::remove_directory(const std::string& name) const {
  check_name(name);
  if (unlinkat(descriptor_.get(), name.c_str(), AT_REMOVEDIR) == 0) return true;
  // Whoever asks does without: another's mount point or folder stays.
  constexpr std::array staying = {ENOTEMPTY, EEXIST, ENOENT, EBUSY, EACCES, EPERM, EROFS};
  if (std::find(staying.begin(), staying.end(), errno) == staying.end())
    throw system_error("cannot remove", path_of(name), errno);
  return false;
}

void Directory::sync() const { sync_file(descriptor_, path_); }

}  // namespace git_session
