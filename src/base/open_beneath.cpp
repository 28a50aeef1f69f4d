#include "base/open_beneath.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "base/file.h"

#if defined(__linux__) && !defined(GIT_SESSION_PORTABLE)
#include <linux/openat2.h>
#include <sys/syscall.h>
#endif

namespace git_session {
namespace {

bool is_link(int directory, const std::string& name) {
  struct stat status;
  return fstatat(directory, name.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0 &&
         S_ISLNK(status.st_mode);
}

int open_component(int directory, const std::string& name, int flags) {
  int opened = -1;
  do {
    opened = openat(directory, name.c_str(), flags | O_NOFOLLOW | O_CLOEXEC);
  } while (opened < 0 && errno == EINTR);
  if (opened >= 0) return opened;
  // Systems disagree: ENOTDIR with O_DIRECTORY on Linux, EMLINK on FreeBSD, ELOOP elsewhere.
  const int reason = errno;
  errno = is_link(directory, name) ? ELOOP : reason;
  return -1;
}

int walk_beneath(int directory, const std::string& relative, int flags) {
  FileDescriptor parent;
  size_t start = 0;
  for (size_t end; (end = relative.find('/', start)) != std::string::npos; start = end + 1) {
    const int from = parent ? parent.get() : directory;
    const int opened =
        open_component(from, relative.substr(start, end - start), O_RDONLY | O_DIRECTORY);
    if (opened < 0) return -1;
    parent = FileDescriptor(opened);
  }
  return open_component(parent ? parent.get() : directory, relative.substr(start), flags);
}

}  // namespace

bool stays_beneath(std::string_view relative) {
  if (relative.find('\0') != std::string_view::npos) return false;
  for (size_t start = 0;;) {
    const size_t end = relative.find('/', start);
    const std::string_view part = relative.substr(start, end - start);
    if (part.empty() || part == "." || part == "..") return false;
    if (end == std::string_view::npos) return true;
    start = end + 1;
  }
}

int open_beneath(int directory, const std::string& relative, int flags) {
  if (!stays_beneath(relative)) {
    errno = EXDEV;
    return -1;
  }
#if defined(__linux__) && !defined(GIT_SESSION_PORTABLE)
  open_how how = {};
  how.flags = static_cast<unsigned>(flags) | O_CLOEXEC;
  how.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS;
  long opened = -1;
  do {
    opened = syscall(SYS_openat2, directory, relative.c_str(), &how, sizeof(how));
  } while (opened < 0 && errno == EINTR);
  if (opened >= 0) return static_cast<int>(opened);
  // Old kernels and containers do not have the call; a filter may say EPERM for "unknown".
  if (errno != ENOSYS && errno != EPERM && errno != EAGAIN) return -1;
#endif
  return walk_beneath(directory, relative, flags);
}

}  // namespace git_session
