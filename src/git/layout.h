#pragma once

#include <optional>
#include <string>

#include "base/process.h"
#include "git/configuration.h"

namespace git_session {

/// Where the parts of a checkout are; all absolute but `prefix`.
struct Layout {
  std::string top_level;
  std::string prefix;  ///< start directory seen from the top level: empty, or ending in a slash
  std::string git_directory;
  std::string common_directory;
  std::string state_directory;
};

/// The layout around `start_directory` where it is the everyday one, which needs no git to see: a
/// real directory `.git` in this directory or above, and nothing on the way or in the environment
/// that could make git decide otherwise. nullopt in all other cases: ask git. Ownership and the
/// repository's configuration are not looked at; is_confirmed_by() does that.
std::optional<Layout> find_everyday_layout(const std::string& start_directory);

/// Whether the configuration read in an everyday layout holds that of this repository, so that it
/// was taken for its own, and no setting moves the work tree.
bool is_confirmed_by(const Configuration& configuration);

/// What `git rev-parse` is asked for parse_layout().
std::vector<std::string> layout_arguments();
/// Throws as Repository::open() promises.
Layout parse_layout(const ProcessResult& result, const std::string& start_directory);

}  // namespace git_session
