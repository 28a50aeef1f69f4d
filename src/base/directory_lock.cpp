#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <chrono>
#include <random>
#include <thread>

#include "base/error.h"
#include "base/file.h"
#include "base/lock_file.h"

namespace git_session {
namespace {

using Clock = std::chrono::steady_clock;
std::atomic<std::chrono::milliseconds> longest_wait(std::chrono::seconds(30));

enum class Attempt { taken, held_by_another, not_supported };

Attempt try_flock(const FileDescriptor& directory, const std::string& path) {
  while (flock(directory.get(), LOCK_EX | LOCK_NB) != 0) {
    if (errno == EINTR) continue;
    if (errno == EWOULDBLOCK) return Attempt::held_by_another;
    // NFS locks only what is open for writing, which no directory can be: EBADF.
    if (errno == ENOLCK || errno == EOPNOTSUPP || errno == ENOTSUP || errno == EBADF ||
        errno == ENOSYS || errno == EINVAL)
      return Attempt::not_supported;
    throw system_error("cannot lock", path, errno);
  }
  return Attempt::taken;
}

/// Short and uneven, so that waiters do not meet again and again.
class Patience {
 public:
  bool is_over() const { return Clock::now() >= end_; }
  void sleep() {
    std::uniform_int_distribution<int> microseconds(1000, 10000);
    std::this_thread::sleep_for(std::chrono::microseconds(microseconds(random_)));
  }

 private:
  Clock::time_point end_ = Clock::now() + longest_wait.load();
  std::minstd_rand random_{static_cast<unsigned>(getpid()) ^
                           static_cast<unsigned>(Clock::now().time_since_epoch().count())};
};

std::string waited() {
  return std::to_string(std::chrono::ceil<std::chrono::seconds>(longest_wait.load()).count()) +
         " s";
}

Error still_locked(const Directory& directory) {
  return Error(ErrorKind::unavailable,
               "another program has held the lock of '" + directory.path() + "' for " + waited(),
               "wait until it is done, then try again");
}

Error still_locked_by_file(const Directory& directory) {
  return Error(ErrorKind::unavailable,
               "'" + directory.path_of(lock_file_name) + "' has been in the way for " + waited(),
               "when no other program works on it, remove " + directory.path_of(lock_file_name) +
                   " and " + directory.path_of(lock_breaker_name));
}

void wait_for_lock_file(const Directory& directory) {
  const LockHolder self = LockHolder::self();
  for (Patience patience; !try_lock_file(directory, self); patience.sleep())
    if (patience.is_over()) throw still_locked_by_file(directory);
}

}  // namespace

void limit_lock_waiting(std::chrono::milliseconds longest) { longest_wait = longest; }

DirectoryLock DirectoryLock::acquire(const Directory& directory) {
  // An own open: flock belongs to the open file, and a shared one could not be held twice apart.
  FileDescriptor own(openat(directory.descriptor(), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!own) throw system_error("cannot lock", directory.path(), errno);
  for (Patience patience;; patience.sleep()) {
    const Attempt attempt = try_flock(own, directory.path());
    if (attempt == Attempt::taken) return {std::move(own), false};
    if (attempt == Attempt::not_supported) break;
    if (patience.is_over()) throw still_locked(directory);
  }
  wait_for_lock_file(directory);
  return {std::move(own), true};
}

DirectoryLock::DirectoryLock(DirectoryLock&& other) noexcept
    : directory_(std::move(other.directory_)),
      has_lock_file_(std::exchange(other.has_lock_file_, false)) {}

DirectoryLock::~DirectoryLock() {
  if (!directory_) return;
  if (has_lock_file_) {
    // Through the descriptor: the directory may have been moved while it was locked.
    unlinkat(directory_.get(), lock_file_name, 0);
  } else {
    // Closing alone would leave the lock with a child that was forked but did not yet exec.
    flock(directory_.get(), LOCK_UN);
  }
}

}  // namespace git_session
