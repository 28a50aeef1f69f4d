#pragma once

#include <chrono>
#include <random>
#include <string>

#include "base/file.h"

namespace git_session {

/// Pauses between attempts at a lock, up to 5 s in all, longer each time, never the same in two
/// processes.
class Patience {
 public:
  /// False when there was enough waiting.
  bool wait();

 private:
  std::chrono::steady_clock::time_point end_ =
      std::chrono::steady_clock::now() + std::chrono::seconds(5);
  std::minstd_rand random_{std::random_device{}()};
  int longest_pause_ = 10;
};

/// A turn at writing the index among ourselves: git reads the index before it locks it, so two that
/// write at once can undo each other's entries. Best effort: after 5 s, or where the file system
/// has no locks, we go on without (a hook of a commit may be one of us).
class IndexTurn {
 public:
  explicit IndexTurn(const std::string& git_directory);

 private:
  FileDescriptor directory_;
};

}  // namespace git_session
