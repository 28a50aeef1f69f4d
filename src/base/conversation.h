#pragma once

#include <sys/types.h>

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "base/file.h"
#include "base/process.h"

namespace git_session {

/// A child that is talked to for as long as this lives: it is given bytes on stdin and answers on
/// stdout. A program that talks to children must ignore SIGPIPE.
class Conversation {
 public:
  using Moment = std::chrono::steady_clock::time_point;
  enum class Heard { something, nothing_in_time, end };

  /// Of the options, the environment and the directory count. Throws `unavailable` when
  /// `arguments[0]` cannot be started.
  explicit Conversation(const std::vector<std::string>& arguments,
                        const ProcessOptions& options = {});
  Conversation(const Conversation&) = delete;
  Conversation& operator=(const Conversation&) = delete;
  /// Closes the pipes, which tells the child to end; one that has not ended a second later is
  /// killed.
  ~Conversation();

  pid_t id() const { return pid_; }
  /// False when the child does not take all of it before `end`: it never has the last byte then,
  /// once this is gone.
  bool say(std::string_view bytes, Moment end);
  /// Waits for something to read until `end`, and appends it to `text`.
  Heard hear(std::string& text, Moment end);
  /// What it has written to stderr by now.
  std::string complaints();

 private:
  pid_t pid_ = -1;
  FileDescriptor input_;
  FileDescriptor output_;
  FileDescriptor error_;
};

}  // namespace git_session
