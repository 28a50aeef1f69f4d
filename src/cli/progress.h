#pragma once

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

}  // namespace git_session
