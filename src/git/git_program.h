#pragma once

#include <string>
#include <vector>

#include "base/error.h"
#include "base/process.h"

namespace git_session {

/// The `git` program, and the environment in which calls of it run.
class GitProgram {
 public:
  /// Throws `unavailable` when PATH holds no git.
  static GitProgram find();

  const std::string& path() const { return path_; }

  /// Sets a variable for every later call.
  void set_environment(const std::string& name, const std::string& value);

  /// Starts git in `directory`, with what `options` adds, under our rules: literal pathspecs,
  /// English, no prompts, no optional locks, no file system monitor.
  ChildProcess start(const std::string& directory, const std::vector<std::string>& arguments,
                     ProcessOptions options = {}) const;
  /// For commands that run hooks: these see the caller's environment, without our rules, so
  /// pathspecs need `:(literal)`.
  ChildProcess start_with_hooks(const std::string& directory,
                                const std::vector<std::string>& arguments,
                                ProcessOptions options = {}) const;

 private:
  ChildProcess start_in(const std::string& directory, std::vector<std::string> arguments,
                        ProcessOptions options) const;

  std::string path_;
  std::vector<std::pair<std::string, std::string>> rules_;
  std::vector<std::pair<std::string, std::string>> place_;
};

/// What git said on stderr, on one line without its "fatal: "; `command` names the call when it
/// said nothing.
std::string words_of_git(const ProcessResult& result, const std::string& command);

/// An Error of kind `unavailable` with git's own words.
Error git_error(const ProcessResult& result, const std::string& command);

/// The parts of `list`, each ended by a NUL.
std::vector<std::string> split_at_nul(std::string_view list);

}  // namespace git_session
