#include "http/rate_pause.h"

#include <algorithm>
#include <thread>

namespace git_session {

using std::chrono::milliseconds;

RatePause::RatePause()
    : RatePause({[] { return std::chrono::steady_clock::now(); },
                 [](milliseconds duration) { std::this_thread::sleep_for(duration); }}) {}

RatePause::RatePause(Clock clock) : clock_(std::move(clock)) {}

void RatePause::pause_for(milliseconds duration) {
  const Moment end = clock_.now() + duration;
  const std::lock_guard<std::mutex> lock(mutex_);
  end_ = std::max(end_, end);
}

milliseconds RatePause::left() const {
  const Moment now = clock_.now();
  const std::lock_guard<std::mutex> lock(mutex_);
  return end_ <= now ? milliseconds(0) : std::chrono::ceil<milliseconds>(end_ - now);
}

void RatePause::wait() {
  // Another one may have been told to wait while we slept.
  for (milliseconds rest = left(); rest.count() > 0; rest = left()) clock_.sleep(rest);
}

void RatePause::sleep(milliseconds duration) const { clock_.sleep(duration); }

}  // namespace git_session
