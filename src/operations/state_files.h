#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"

namespace git_session {

/// Small private files of one worktree in folders under its state directory, for whoever can do
/// without them: what cannot be read is not there, what cannot be written is told by false. Names
/// are plain words, folders relative to `directory` and may be empty.
class StateFiles {
 public:
  explicit StateFiles(std::string directory) : directory_(std::move(directory)) {}

  std::optional<std::string> read(const std::string& folder, const std::string& name) const;
  /// As a whole and durable.
  bool write(const std::string& folder, const std::string& name, const std::string& text) const;
  /// At the end and at once, without fsync: several may append at a time.
  bool append(const std::string& folder, const std::string& name, const std::string& text) const;
  /// Absent is as good as removed.
  bool remove(const std::string& folder, const std::string& name) const;

  /// Whether write() may be hoped to succeed.
  bool can_write() const;

  /// Files of the folder that were changed since, at most a few hundred.
  std::vector<std::string> changed_since(const std::string& folder, Instant time) const;
  /// Removes those that were not.
  void remove_older(const std::string& folder, Instant time) const;

 private:
  std::string path_of(const std::string& folder) const;
  std::string directory_;
};

}  // namespace git_session
