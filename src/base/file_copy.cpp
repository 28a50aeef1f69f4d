#include "base/file_copy.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <iterator>

#include "base/error.h"

#if defined(__linux__) && !defined(GIT_SESSION_PORTABLE)
#include <linux/magic.h>
#include <sys/vfs.h>
#endif

namespace git_session {
namespace {

#if !defined(__linux__) || defined(GIT_SESSION_PORTABLE)
/// An ordinary folder of that name lies on the file system of everything else.
bool is_of_root(const struct stat& folder) {
  struct stat root {};
  return stat("/", &root) == 0 && root.st_dev == folder.st_dev;
}
#endif

constexpr mode_t permission_bits = 0777;
constexpr size_t piece_size = size_t{64} * 1024;
using Piece = std::array<char, piece_size>;

size_t read_piece(const FileDescriptor& file, Piece& piece, const std::string& name) {
  for (;;) {
    ssize_t size = read(file.get(), piece.data(), piece.size());
    if (size >= 0) return static_cast<size_t>(size);
    if (errno != EINTR) throw system_error("cannot read", name, errno);
  }
}

/// As much of a piece as the file has from `offset` on.
size_t read_piece_at(const FileDescriptor& file, Piece& piece, uint64_t offset) {
  size_t filled = 0;
  while (filled < piece.size()) {
    ssize_t size = pread(file.get(), piece.data() + filled, piece.size() - filled,
                         static_cast<off_t>(offset + filled));
    if (size == 0) break;
    if (size < 0 && errno == EINTR) continue;
    if (size < 0) throw system_error("cannot read", "a file to compare", errno);
    filled += static_cast<size_t>(size);
  }
  return filled;
}

}  // namespace

std::optional<FileDescriptor> open_named_file(const std::string& path) {
  // O_NONBLOCK: a pipe must not hold us up before it is seen to be one.
  FileDescriptor file(
      open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
  if (!file && (errno == ENOENT || errno == ENOTDIR)) return std::nullopt;
  bool is_regular = false;
  if (file) {
    struct stat status;
    if (fstat(file.get(), &status) != 0) throw system_error("cannot look at", path, errno);
    is_regular = S_ISREG(status.st_mode);
  } else if (errno != ELOOP && errno != ENXIO && errno != ENODEV) {
    throw system_error("cannot open", path, errno);
  }
  if (is_regular) return file;
  throw Error(ErrorKind::refused, "'" + path + "' is not a regular file")
      .with_reason("not-a-regular-file");
}

bool is_made_up(const FileDescriptor& file) {
#if defined(__linux__) && !defined(GIT_SESSION_PORTABLE)
  constexpr uint64_t made_up[] = {PROC_SUPER_MAGIC,    SYSFS_MAGIC,      DEBUGFS_MAGIC,
                                  TRACEFS_MAGIC,       SECURITYFS_MAGIC, CGROUP_SUPER_MAGIC,
                                  CGROUP2_SUPER_MAGIC, PSTOREFS_MAGIC,   BPF_FS_MAGIC};
  struct statfs status;
  if (fstatfs(file.get(), &status) != 0) return false;
  const auto type = static_cast<uint64_t>(status.f_type);
  return std::find(std::begin(made_up), std::end(made_up), type) != std::end(made_up);
#else
  struct stat status {};
  if (fstat(file.get(), &status) != 0) return false;
  for (const char* place : {"/proc", "/sys"}) {
    struct stat made_up {};
    if (stat(place, &made_up) == 0 && made_up.st_dev == status.st_dev) return !is_of_root(made_up);
  }
  return false;
#endif
}

uint64_t copy_rest(const FileDescriptor& source, const FileDescriptor& target, uint64_t limit,
                   const std::string& source_name, const std::string& target_name) {
  Piece piece;
  uint64_t copied = 0;
  while (size_t size = read_piece(source, piece, source_name)) {
    if (size > limit - copied) {
      throw Error(ErrorKind::refused,
                  "'" + source_name + "' is larger than " + std::to_string(limit) + " bytes")
          .with_reason("too-large");
    }
    write_all(target, {piece.data(), size}, target_name);
    copied += size;
  }
  return copied;
}

bool have_equal_contents(const FileDescriptor& left, const FileDescriptor& right) {
  Piece left_piece;
  Piece right_piece;
  for (uint64_t offset = 0;;) {
    size_t left_size = read_piece_at(left, left_piece, offset);
    size_t right_size = read_piece_at(right, right_piece, offset);
    if (left_size != right_size) return false;
    if (std::memcmp(left_piece.data(), right_piece.data(), left_size) != 0) return false;
    if (left_size < piece_size) return true;
    offset += left_size;
  }
}

FileDescriptor make_nameless_file() {
  const char* folder = getenv("TMPDIR");
  bool is_usable = folder != nullptr && *folder == '/';
  std::string path = std::string(is_usable ? folder : "/tmp") + "/git-session-XXXXXX";
  FileDescriptor file(mkostemp(path.data(), O_CLOEXEC));
  if (!file) throw system_error("cannot make a temporary file", path, errno);
  unlink(path.c_str());
  return file;
}

void rewind_file(const FileDescriptor& file) {
  if (lseek(file.get(), 0, SEEK_SET) != 0) throw system_error("cannot rewind", "a file", errno);
}

FileStatus status_of(const FileDescriptor& file) {
  struct stat status;
  if (fstat(file.get(), &status) != 0) throw system_error("cannot look at", "a file", errno);
  FileStatus found;
  found.type = S_ISREG(status.st_mode)   ? FileType::regular
               : S_ISDIR(status.st_mode) ? FileType::directory
                                         : FileType::other;
  found.size = static_cast<uint64_t>(status.st_size);
  found.modified = status.st_mtime;
  found.inode = status.st_ino;
  found.device = status.st_dev;
  found.mode = static_cast<unsigned>(status.st_mode & permission_bits);
  return found;
}

}  // namespace git_session
