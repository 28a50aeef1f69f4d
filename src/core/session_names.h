#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace git_session {

/// Names of files that come into one session folder from several places. Names that differ only by
/// case are taken for the same: on some disks they are.
class SessionNames {
 public:
  explicit SessionNames(std::vector<std::string> known_agents)
      : known_agents_(std::move(known_agents)) {}

  /// `name` is there already.
  void take(std::string_view name);
  /// `name` where it is free, else with `-2`, `-3` behind the topic, or in a folder `folder-2`
  /// where that cannot help; the name is taken then. What would lie in `drafts/`, and so be no
  /// output, comes under `folder`.
  std::string add(const std::string& name, const std::string& folder);

 private:
  bool is_free(std::string_view name) const;
  std::string numbered(const std::string& name, int number) const;

  std::vector<std::string> known_agents_;
  std::set<std::string> files_;    ///< in lower case
  std::set<std::string> folders_;  ///< in lower case
};

}  // namespace git_session
