#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace git_session {

/// One value of git's configuration and where it comes from.
struct ConfigurationEntry {
  std::string key;  ///< section and name in lower case: "session.maxoutputsize"
  std::string value;
  std::string scope;      ///< system, global, local, worktree, command
  std::string origin;     ///< "file:/home/x/.gitconfig", "command line:"
  bool has_value = true;  ///< false for a key without `=`, which means true
};

/// `key` as git compares it: section and name in lower case, a subsection between them as it is.
std::string normalized_key(std::string_view key);

/// One setting of `git config --list -z`: the key, and after a line break the value.
ConfigurationEntry parse_listed_entry(std::string_view setting);

/// All of git's configuration, read once.
class Configuration {
 public:
  Configuration() = default;
  explicit Configuration(std::vector<ConfigurationEntry> entries) : entries_(std::move(entries)) {}
  /// What `git config --list -z --show-scope --show-origin` prints.
  static Configuration parse(std::string_view list);

  /// The last value of `key` (any case), as git itself takes it.
  const ConfigurationEntry* find(std::string_view key) const;
  std::vector<const ConfigurationEntry*> find_all(std::string_view key) const;
  std::optional<std::string> get(std::string_view key) const;
  /// As git reads a boolean; throws `invalid_data` for a value that is none.
  bool get_bool(std::string_view key, bool fallback) const;
  const std::vector<ConfigurationEntry>& entries() const { return entries_; }

 private:
  std::vector<ConfigurationEntry> entries_;
};

}  // namespace git_session
