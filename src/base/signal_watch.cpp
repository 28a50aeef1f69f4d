#include "base/signal_watch.h"

namespace git_session {
namespace {

// A handler has no other place to leave a note.
volatile std::sig_atomic_t noted_signal = 0;

void note_signal(int signal_number) { noted_signal = signal_number; }
void do_nothing(int) {}

}  // namespace

SignalWatch::SignalWatch() {
  noted_signal = 0;
  for (int signal_number : {SIGINT, SIGQUIT, SIGTERM, SIGHUP}) {
    Replaced old{signal_number, {}};
    if (sigaction(signal_number, nullptr, &old.action) != 0) continue;
    if (old.action.sa_handler == SIG_IGN) continue;
    // A handler, not SIG_IGN: a child would inherit that.
    struct sigaction action {};
    bool comes_from_terminal = signal_number == SIGINT || signal_number == SIGQUIT;
    action.sa_handler = comes_from_terminal ? do_nothing : note_signal;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    if (sigaction(signal_number, &action, nullptr) == 0) replaced_.push_back(old);
  }
}

SignalWatch::~SignalWatch() {
  for (const Replaced& old : replaced_) sigaction(old.signal_number, &old.action, nullptr);
}

std::optional<int> SignalWatch::take_signal() {
  int signal_number = noted_signal;
  if (signal_number == 0) return std::nullopt;
  noted_signal = 0;
  return signal_number;
}

}  // namespace git_session
