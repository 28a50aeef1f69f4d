#pragma once

#include <sys/types.h>

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/file.h"

namespace git_session {

/// How to start a program. No shell is ever involved.
struct ProcessOptions {
  std::string working_directory;                                 ///< empty: this process's own
  std::vector<std::pair<std::string, std::string>> environment;  ///< added to or replacing ours
  std::vector<std::string> removed_environment;                  ///< taken out of ours
  std::string input;            ///< given on stdin; else stdin is /dev/null
  bool inherit_input = false;   ///< stdin is ours
  bool inherit_error = false;   ///< stderr goes where ours goes; else it is captured
  bool inherit_output = false;  ///< stdout goes where ours goes; else it is captured
  int output_descriptor = -1;   ///< stdout goes to this open descriptor and is not captured
  std::chrono::milliseconds time_limit{0};  ///< finish() kills a child that runs longer; 0: none
  /// Called by finish() with each piece of stdout as it arrives, which is not captured then.
  std::function<void(std::string_view)> on_output;
  /// Called by finish() with each piece of captured stderr as it arrives.
  std::function<void(std::string_view)> on_error_output;
};

struct ProcessResult {
  int exit_code = 0;  ///< 128 + n when killed by signal n
  std::string output;
  std::string error_output;
  bool timed_out = false;  ///< it was killed because its time was over
  bool ok() const { return exit_code == 0; }
};

/// The program `name` in the absolute entries of PATH (empty and relative entries are passed over);
/// a name with a slash is taken as it is. nullopt when there is none.
std::optional<std::string> find_program(std::string_view name);

/// Whether `path` is a file that may be started.
bool is_program(const std::string& path);

/// A started child whose output is collected by finish(). Start several, then finish each: they run
/// side by side. A program that gives children input must ignore SIGPIPE; they get it back, and
/// SIGXFSZ as well.
class ChildProcess {
 public:
  /// `arguments[0]` is a program path. Throws `unavailable` when it cannot be started.
  static ChildProcess start(const std::vector<std::string>& arguments, ProcessOptions options = {});
  ChildProcess(ChildProcess&& other) noexcept;
  ChildProcess& operator=(ChildProcess&&) = delete;
  /// Waits for the child when finish() was not called.
  ~ChildProcess();
  pid_t id() const { return pid_; }
  /// Without waiting; finish() is called all the same.
  bool has_exited();
  /// Feeds stdin, reads both outputs to their end, waits. Call once. Processes that the child left
  /// behind with our pipes open are not waited for.
  ProcessResult finish();

 private:
  ChildProcess() = default;
  int wait_for_exit();
  void wait_within_limit(ProcessResult& result);
  bool is_late() const;
  void feed_input();

  pid_t pid_ = -1;
  std::optional<int> exit_code_;
  std::string input_;
  size_t input_sent_ = 0;
  FileDescriptor input_pipe_;
  FileDescriptor output_pipe_;
  FileDescriptor error_pipe_;
  std::function<void(std::string_view)> on_output_;
  std::function<void(std::string_view)> on_error_output_;
  std::optional<std::chrono::steady_clock::time_point> end_;
};

ProcessResult run_process(const std::vector<std::string>& arguments, ProcessOptions options = {});

}  // namespace git_session
