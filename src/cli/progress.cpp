#include "cli/progress.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>

namespace git_session {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr milliseconds quiet_time{1000};
constexpr milliseconds interval{200};

void tell(Console& console, const std::string& what, const std::stop_token& end) {
  const auto begin = steady_clock::now();
  std::mutex mutex;
  std::unique_lock lock(mutex);
  std::condition_variable_any waiting;
  auto is_over = [&] { return end.stop_requested(); };
  for (milliseconds pause = quiet_time; !waiting.wait_for(lock, end, pause, is_over);
       pause = interval) {
    auto elapsed = std::chrono::duration_cast<std::chrono::seconds>(steady_clock::now() - begin);
    console.show_progress(what + ": " + std::to_string(elapsed.count()) + " s");
  }
}

}  // namespace

Progress::Progress(Console& console, std::string what) : console_(console) {
  if (!console.can_show_progress()) return;
  thread_ = std::jthread(
      [&console, what = std::move(what)](const std::stop_token& end) { tell(console, what, end); });
}

Progress::~Progress() {
  if (!thread_.joinable()) return;
  thread_.request_stop();
  thread_.join();
  console_.clear_progress();
}

std::string progress_bar(const std::string& what, size_t done, size_t all, size_t width) {
  constexpr size_t widest = 40;
  const std::string total = std::to_string(all);
  std::string count = std::to_string(done);
  count.insert(0, total.size() - std::min(total.size(), count.size()), ' ');
  count += "/" + total;
  const size_t taken = what.size() + count.size() + 5;  // blanks, brackets, the last column
  const size_t room = width > taken ? std::min(width - taken, widest) : 0;
  if (room == 0) return what + " " + count;
  const size_t full = all == 0 ? room : room * std::min(done, all) / all;
  return what + " [" + std::string(full, '#') + std::string(room - full, ' ') + "] " + count;
}

void ProgressBar::show(size_t done, size_t all) {
  if (!console_.can_show_progress()) return;
  const auto now = steady_clock::now();
  if (now < next_) return;
  next_ = now + interval / 2;
  console_.show_progress(progress_bar(what_, done, all, console_.width()));
}

}  // namespace git_session
