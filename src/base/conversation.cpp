#include "base/conversation.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <thread>

#include "base/spawn.h"
#include "base/text.h"

namespace git_session {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr milliseconds time_to_end{1000};
constexpr milliseconds longest_poll{60000};

/// False when `end` is past before the descriptor is ready.
bool wait_until_ready(const FileDescriptor& descriptor, short events, Conversation::Moment end) {
  while (true) {
    const auto left = std::chrono::ceil<milliseconds>(end - steady_clock::now());
    if (left.count() <= 0) return false;
    pollfd watched{descriptor.get(), events, 0};
    if (poll(&watched, 1, static_cast<int>(std::min(left, longest_poll).count())) > 0) return true;
  }
}

bool ends_within(pid_t child, milliseconds limit) {
  const auto end = steady_clock::now() + limit;
  while (waitpid(child, nullptr, WNOHANG) == 0) {
    if (steady_clock::now() >= end) return false;
    std::this_thread::sleep_for(milliseconds(1));
  }
  return true;
}

}  // namespace

Conversation::Conversation(const std::vector<std::string>& arguments,
                           const ProcessOptions& options) {
  Pipe input = make_pipe();
  Pipe output = make_pipe();
  Pipe error = make_pipe();
  pid_ = spawn_program(arguments, options,
                       {input.read_end.get(), output.write_end.get(), error.write_end.get()});
  input_ = std::move(input.write_end);
  output_ = std::move(output.read_end);
  error_ = std::move(error.read_end);
  fcntl(input_.get(), F_SETFL, O_NONBLOCK);
  fcntl(error_.get(), F_SETFL, O_NONBLOCK);
}

Conversation::~Conversation() {
  input_.reset();
  output_.reset();
  error_.reset();
  if (ends_within(pid_, time_to_end)) return;
  kill(pid_, SIGKILL);
  wait_for_child(pid_);
}

bool Conversation::say(std::string_view bytes, Moment end) {
  while (!bytes.empty()) {
    if (!wait_until_ready(input_, POLLOUT, end)) return false;
    const ssize_t size = write(input_.get(), bytes.data(), bytes.size());
    if (size > 0) bytes.remove_prefix(static_cast<size_t>(size));
    if (size < 0 && errno != EINTR && errno != EAGAIN) return false;
  }
  return true;
}

Conversation::Heard Conversation::hear(std::string& text, Moment end) {
  if (!wait_until_ready(output_, POLLIN, end)) return Heard::nothing_in_time;
  return read_some(output_, text) ? Heard::something : Heard::end;
}

std::string Conversation::complaints() {
  std::string text;
  for (size_t before = text.size() + 1; before != text.size();) {
    before = text.size();
    read_some(error_, text);
  }
  return std::string(trim(text));
}

}  // namespace git_session
