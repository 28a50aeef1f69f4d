#pragma once

#include <chrono>
#include <functional>
#include <mutex>

namespace git_session {

/// What several clients of one site share, each on a thread of its own: when the site tells one of
/// them to wait, all do.
class RatePause {
 public:
  using Moment = std::chrono::steady_clock::time_point;
  struct Clock {
    std::function<Moment()> now;
    std::function<void(std::chrono::milliseconds)> sleep;
  };

  RatePause();  ///< by the system's clock
  explicit RatePause(Clock clock);

  /// From now on nobody passes wait() for that long.
  void pause_for(std::chrono::milliseconds duration);
  /// Returns when no pause is left.
  void wait();
  /// Sleeps, for the caller alone.
  void sleep(std::chrono::milliseconds duration) const;

 private:
  std::chrono::milliseconds left() const;

  Clock clock_;
  mutable std::mutex mutex_;
  Moment end_{};
};

}  // namespace git_session
