#include "git/index_turn.h"

#include <fcntl.h>
#include <sys/file.h>

#include <algorithm>
#include <cerrno>
#include <thread>

namespace git_session {

bool Patience::wait() {
  if (std::chrono::steady_clock::now() >= end_) return false;
  std::uniform_int_distribution<int> pause(longest_pause_ / 2, longest_pause_);
  std::this_thread::sleep_for(std::chrono::milliseconds(pause(random_)));
  longest_pause_ = std::min(longest_pause_ * 2, 200);
  return true;
}

IndexTurn::IndexTurn(const std::string& git_directory)
    : directory_(::open(git_directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
  Patience patience;
  while (directory_ && flock(directory_.get(), LOCK_EX | LOCK_NB) != 0) {
    bool is_taken = errno == EWOULDBLOCK || errno == EINTR;
    if (!is_taken || !patience.wait()) return;
  }
}

}  // namespace git_session
