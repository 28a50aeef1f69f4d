#include "cli/progress.h"

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

}  // namespace git_session
