#pragma once

#include <sys/types.h>

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "base/file.h"

namespace git_session {

/// Who holds a lock file: enough to tell, on the same machine, whether that process still lives.
/// A part that the system does not tell is empty.
struct LockHolder {
  std::string machine;            ///< host name and machine id
  std::string boot;               ///< id of the running kernel's start
  std::string process_namespace;  ///< process ids mean nothing outside of it
  pid_t process = 0;
  std::string start_time;  ///< of the process, in the system's own unit

  static LockHolder self();
  /// nullopt for text that format() did not make, such as a file not yet written.
  static std::optional<LockHolder> parse(std::string_view text);
  std::string format() const;
};

/// Whether the holder can be proven gone, seen from `self`; never true for other machines.
bool is_gone(const LockHolder& holder, const LockHolder& self);

/// A lock by a file's existence, for file systems without flock.
constexpr const char* lock_file_name = ".session-metadata.yaml.lock";
/// Exists while somebody removes a lock file whose holder is gone.
constexpr const char* lock_breaker_name = ".session-metadata.yaml.lock.break";

/// DirectoryLock::acquire() waits no longer than this, for the rest of the process: for whoever must
/// rather give up than hold somebody up.
void limit_lock_waiting(std::chrono::milliseconds longest);

/// Makes the lock file, after removing one whose holder is gone; false while somebody holds it.
bool try_lock_file(const Directory& directory, const LockHolder& self);

}  // namespace git_session
