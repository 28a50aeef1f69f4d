#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "operations/add_output.h"

namespace git_session {

struct RunRequest {
  std::vector<std::string> command;
  OutputDescription description;  ///< agent and topic are required
  /// Called a few times a second while the command runs.
  std::function<void(std::chrono::milliseconds elapsed, uint64_t bytes)> on_progress;
};

struct RunReport {
  std::string file;   ///< the output, relative to the session folder; empty when there is none
  int exit_code = 0;  ///< of the command; 128 + n when signal n ended it
  uint64_t bytes = 0;
  std::chrono::milliseconds duration{0};
  std::optional<Session> session;  ///< as it is afterwards; only when the output was recorded
  std::optional<Error> not_started;
  std::optional<Error> not_recorded;  ///< the command ran and its output is kept
  bool is_large = false;              ///< over session.maxOutputSize
  SecretReport secrets;               ///< in what the command printed
};

/// Runs a command with the session in its environment and its stdout in a new output, then records
/// that. The output of a command that fails is kept and marked with its exit code; one that fails
/// and writes nothing leaves nothing. Signals that would end this process wait for the command. No
/// lock is held meanwhile. Throws, before anything is started, as add_outputs() does.
RunReport run_command(const Workspace& workspace, const SessionLocation& location,
                      const RunRequest& request);

}  // namespace git_session
