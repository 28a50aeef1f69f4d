#include "base/file_stamp.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <chrono>

namespace git_session {
namespace {

constexpr int64_t second = 1'000'000'000;
/// The coarsest clock of a file system that is in use (FAT), and a little more.
constexpr int64_t time_to_settle = 3 * second;

int64_t nanoseconds(const timespec& time) {
  return static_cast<int64_t>(time.tv_sec) * second + time.tv_nsec;
}

}  // namespace

bool FileStamp::is_settled(int64_t now) const {
  return changed + time_to_settle < now && modified + time_to_settle < now;
}

std::optional<FileStamp> stamp_of(const Directory& directory, const std::string& relative) {
  struct stat status;
  if (fstatat(directory.descriptor(), relative.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) {
    return std::nullopt;
  }
  FileStamp stamp;
  stamp.device = status.st_dev;
  stamp.inode = status.st_ino;
  stamp.links = status.st_nlink;
  stamp.size = static_cast<uint64_t>(status.st_size);
  stamp.mode = status.st_mode;
#ifdef __APPLE__
  stamp.modified = nanoseconds(status.st_mtimespec);
  stamp.changed = nanoseconds(status.st_ctimespec);
#else
  stamp.modified = nanoseconds(status.st_mtim);
  stamp.changed = nanoseconds(status.st_ctim);
#endif
  return stamp;
}

int64_t nanoseconds_since_epoch() {
  return std::chrono::duration_cast<std::chrono::nanoseconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

}  // namespace git_session
