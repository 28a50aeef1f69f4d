#pragma once

#include <chrono>
#include <string>
#include <thread>

#include "cli/console.h"

namespace git_session {

/// Says on a terminal what goes on, and for how long, once it has taken a second; nothing elsewhere
/// or with -q. While it lives the console belongs to it: for work that prints only when it is done.
class Progress {
 public:
  Progress(Console& console, std::string what);
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress();

 private:
  Console& console_;
  std::jthread thread_;
};

/// A bar on a terminal that grows with what is done, from half a second on; nothing elsewhere or
/// with -q.
class ProgressBar {
 public:
  ProgressBar(Console& console, std::string what) : console_(console), what_(std::move(what)) {}
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;
  ~ProgressBar() { console_.clear_progress(); }

  void show(size_t done, size_t all);

 private:
  Console& console_;
  std::string what_;
  std::chrono::steady_clock::time_point next_ =
      std::chrono::steady_clock::now() + std::chrono::milliseconds(500);
};

/// `What [#####     ]  512/1024`, as wide as `width` allows.
std::string progress_bar(const std::string& what, size_t done, size_t all, size_t width);

}  // namespace git_session
