#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "git/repository.h"
#include "support/temporary_directory.h"

namespace git_session {

/// An environment variable set (or, without a value, taken out) until this goes.
class ScopedVariable {
 public:
  ScopedVariable(std::string name, const std::optional<std::string>& value);
  ScopedVariable(ScopedVariable&& other) noexcept;
  ScopedVariable& operator=(ScopedVariable&&) = delete;
  ~ScopedVariable();

 private:
  std::string name_;
  std::optional<std::string> previous_;
};

/// A git repository of its own for one test, on branch `main`, unborn. HOME, git's configuration,
/// identity and dates are pinned, and no GIT_* of the caller is left.
class GitFixture {
 public:
  GitFixture();

  const std::string& path() const { return top_; }  ///< the top level
  std::string path_of(std::string_view relative) const;
  /// The folder around the repository, for worktrees, clones and canaries.
  const TemporaryDirectory& outside() const { return directory_; }

  std::string write(std::string_view relative, std::string_view bytes) const;
  std::string read(std::string_view relative) const;
  bool exists(std::string_view relative) const;

  /// Runs git in the top level; its stdout without the final line break. Throws when git fails.
  std::string git(const std::vector<std::string>& arguments) const;
  std::string git_in(const std::string& directory, const std::vector<std::string>& arguments) const;
  /// Adds everything and commits it; returns the commit's id.
  std::string commit_all(const std::string& message = "Add files") const;
  Repository open() const { return Repository::open(top_); }

 private:
  TemporaryDirectory directory_;
  std::vector<ScopedVariable> variables_;
  std::string top_;
};

}  // namespace git_session
