#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace git_session {

/// Where HEAD points.
struct Head {
  std::optional<std::string> branch;  ///< short name; nullopt when detached
};

/// HEAD as its file in the git directory tells it; nullopt when only git can say: with reftable, a
/// link, or bytes that no reference has.
std::optional<Head> read_head_file(const std::string& git_directory);

/// `reference` without `refs/heads/`.
std::string short_branch_name(std::string_view reference);

}  // namespace git_session
