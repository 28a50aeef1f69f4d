#pragma once

#include <array>
#include <csignal>
#include <optional>
#include <vector>

namespace git_session {

/// While this lives, the signals that end a program do not end this one: Ctrl-C and Ctrl-\ reach a
/// child from the terminal itself, SIGTERM and SIGHUP are noted to be passed on. What was ignored
/// already stays ignored. Children start with the signals as they were before. One at a time.
class SignalWatch {
 public:
  SignalWatch();
  SignalWatch(const SignalWatch&) = delete;
  SignalWatch& operator=(const SignalWatch&) = delete;
  ~SignalWatch();

  /// A signal to pass on that came since this was last asked.
  std::optional<int> take_signal();

 private:
  struct Replaced {
    int signal_number;
    struct sigaction action;
  };
  std::vector<Replaced> replaced_;
};

}  // namespace git_session
