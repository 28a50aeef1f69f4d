#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/environment.h"
#include "core/retention.h"
#include "git/repository.h"

namespace git_session {

/// One setting as `config` shows it.
struct Setting {
  std::string name;   ///< "session.maxOutputSize"
  std::string value;  ///< lists joined by commas; empty when nothing sets it
  std::string
      source;  ///< environment, command, worktree, local, global, system, committed, default
  std::string origin;  ///< the variable or the file; empty for defaults
};

/// What `session.*` says, the first of: GIT_SESSION_* variables, git's configuration (command line,
/// worktree, local, global, system), the committed `.gitsession`, our defaults. Options of a
/// command come before all of them and are the command's business.
class Settings {
 public:
  /// Throws `invalid_data` for a root that leaves the repository and for a size that is none.
  static Settings read(const Repository& repository, const Environment& environment);

  /// As written; empty when unset. The user's folder name is made from it elsewhere.
  const std::string& user() const { return value_of("session.user"); }
  const std::string& team() const { return value_of("session.team"); }
  const std::string& project() const { return value_of("session.project"); }
  /// Where sessions live, relative to the top level: no `..`, no empty part, no slash at the end.
  const std::string& root() const { return value_of("session.root"); }
  /// Teams a session may belong to; what is configured replaces the default list.
  const std::vector<std::string>& teams() const { return teams_; }
  /// Agents whose names do not start with `cs-`.
  const std::vector<std::string>& agents() const { return agents_; }
  /// Bytes; 5 MiB (5,242,880) unless set.
  uint64_t max_output_size() const { return max_output_size_; }
  /// session.retention.*: how long the policies with a date keep a session. Throws `invalid_data`
  /// for what is no length: then, and not before, so that it hinders nothing else.
  RetentionLengths retention_lengths() const;
  /// How long a session stays in the archive before `gc --purge` may remove it; nullopt for never.
  /// Throws as retention_lengths() does.
  std::optional<Length> purge_after() const;

  /// What is declared, then session.confluence.team.NAME.space and its like as far as they are set.
  const std::vector<Setting>& all() const { return settings_; }
  const Setting& find(std::string_view name) const;

  /// Keys of `.gitsession` that a committed file may not set; to be named once, never with values.
  /// They are foreign bytes.
  const std::vector<std::string>& ignored_keys() const { return ignored_keys_; }
  /// Why `.gitsession` was ignored as a whole; empty when it was not.
  const std::string& ignored_file_reason() const { return ignored_file_reason_; }

 private:
  const std::string& value_of(std::string_view name) const { return find(name).value; }
  Length length_of(std::string_view name) const;

  std::vector<Setting> settings_;
  std::vector<std::string> teams_;
  std::vector<std::string> agents_;
  uint64_t max_output_size_ = 0;
  std::vector<std::string> ignored_keys_;
  std::string ignored_file_reason_;
};

/// `root` without a slash at its end; throws `invalid_data`, naming `origin`, unless it is a
/// relative path that stays inside the repository.
std::string checked_session_root(std::string root, const std::string& origin);

/// Bytes of a size as git writes it: `5m`, `512k`, `1g`, `1000`; nullopt for anything else.
std::optional<uint64_t> parse_size(std::string_view text);

}  // namespace git_session
