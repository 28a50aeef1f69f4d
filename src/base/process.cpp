#include "base/process.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <thread>
#include <utility>

#include "base/error.h"
#include "base/spawn.h"

namespace git_session {
namespace {

constexpr int exit_check_milliseconds = 100;

}  // namespace

ChildProcess ChildProcess::start(const std::vector<std::string>& arguments,
                                 ProcessOptions options) {
  Pipe input;
  Pipe output;
  Pipe error;
  StandardDescriptors standard;
  standard.null_input = options.input.empty() && !options.inherit_input;
  if (!options.input.empty()) input = make_pipe();
  if (!options.inherit_output && options.output_descriptor < 0) output = make_pipe();
  if (!options.inherit_error) error = make_pipe();
  standard.input = input.read_end.get();
  standard.output =
      options.output_descriptor >= 0 ? options.output_descriptor : output.write_end.get();
  standard.error = error.write_end.get();

  ChildProcess child;
  child.pid_ = spawn_program(arguments, options, standard);
  child.input_ = std::move(options.input);
  child.input_pipe_ = std::move(input.write_end);
  child.output_pipe_ = std::move(output.read_end);
  child.error_pipe_ = std::move(error.read_end);
  child.on_output_ = std::move(options.on_output);
  child.on_error_output_ = std::move(options.on_error_output);
  if (options.time_limit.count() > 0)
    child.end_ = std::chrono::steady_clock::now() + options.time_limit;
  if (child.input_pipe_) fcntl(child.input_pipe_.get(), F_SETFL, O_NONBLOCK);
  return child;
}

ChildProcess::ChildProcess(ChildProcess&& other) noexcept
    : pid_(std::exchange(other.pid_, -1)),
      exit_code_(other.exit_code_),
      input_(std::move(other.input_)),
      input_sent_(other.input_sent_),
      input_pipe_(std::move(other.input_pipe_)),
      output_pipe_(std::move(other.output_pipe_)),
      error_pipe_(std::move(other.error_pipe_)),
      on_output_(std::move(other.on_output_)),
      on_error_output_(std::move(other.on_error_output_)),
      end_(other.end_) {}

ChildProcess::~ChildProcess() {
  input_pipe_.reset();
  output_pipe_.reset();
  error_pipe_.reset();
  if (pid_ > 0) wait_for_exit();
}

bool ChildProcess::has_exited() {
  if (exit_code_) return true;
  int status = 0;
  if (waitpid(pid_, &status, WNOHANG) == pid_) exit_code_ = exit_code_of(status);
  return exit_code_.has_value();
}

int ChildProcess::wait_for_exit() {
  if (!exit_code_) exit_code_ = wait_for_child(pid_);
  pid_ = -1;
  return *exit_code_;
}

bool ChildProcess::is_late() const { return end_ && std::chrono::steady_clock::now() >= *end_; }

void ChildProcess::wait_within_limit(ProcessResult& result) {
  while (end_ && !has_exited()) {
    if (is_late()) {
      result.timed_out = true;
      kill(pid_, SIGKILL);
      break;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(exit_check_milliseconds / 10));
  }
  result.exit_code = wait_for_exit();
}

void ChildProcess::feed_input() {
  ssize_t size = write(input_pipe_.get(), input_.data() + input_sent_, input_.size() - input_sent_);
  if (size > 0) input_sent_ += static_cast<size_t>(size);
  const bool is_lost = size < 0 && errno != EINTR && errno != EAGAIN;
  // A child that wants no more is its own affair; what it did with half of the input is not.
  if (is_lost && errno != EPIPE) throw system_error("cannot write to a", "child process", errno);
  if (is_lost || input_sent_ == input_.size()) input_pipe_.reset();
}

ProcessResult ChildProcess::finish() {
  ProcessResult result;
  while (input_pipe_ || output_pipe_ || error_pipe_) {
    // poll() passes over the -1 of a closed one.
    std::array<pollfd, 3> watched{{{input_pipe_.get(), POLLOUT, 0},
                                   {output_pipe_.get(), POLLIN, 0},
                                   {error_pipe_.get(), POLLIN, 0}}};
    int ready = poll(watched.data(), watched.size(), exit_check_milliseconds);
    if (ready < 0 && errno != EINTR)
      throw system_error("cannot wait for a", "child process", errno);
    // A hook's background process may hold our pipes open for hours after the child is gone.
    if (ready == 0 && has_exited()) break;
    if (is_late()) break;
    if (ready <= 0) continue;
    if (watched[0].revents != 0) feed_input();
    if (watched[1].revents != 0 && !read_some(output_pipe_, result.output)) output_pipe_.reset();
    if (on_output_ && !result.output.empty()) on_output_(std::exchange(result.output, {}));
    if (watched[2].revents == 0) continue;
    size_t before = result.error_output.size();
    if (!read_some(error_pipe_, result.error_output)) error_pipe_.reset();
    if (on_error_output_ && result.error_output.size() > before)
      on_error_output_(std::string_view(result.error_output).substr(before));
  }
  wait_within_limit(result);
  return result;
}

ProcessResult run_process(const std::vector<std::string>& arguments, ProcessOptions options) {
  return ChildProcess::start(arguments, std::move(options)).finish();
}

}  // namespace git_session
