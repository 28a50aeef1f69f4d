#pragma once

#include <map>
#include <set>
#include <string>

#include "agents/our_part.h"

namespace git_session {

/// What setup found and made in this worktree, kept under its git directory so that `--remove`
/// gives back even what no file tells: an object that was there, and empty. In another clone it is
/// not there, and is not needed.
struct SetupRecord {
  std::map<std::string, agents::EmptyPlaces> empty = {};  ///< of files that were there before us
  std::set<std::string> layout = {};                      ///< files of the layout that setup made
  bool was_asked = false;                                 ///< for team and project

  bool operator==(const SetupRecord&) const = default;
};

SetupRecord read_setup_record(const std::string& state_directory);
/// Without anything in it there is no file. Where the git directory cannot be written, nothing is.
void write_setup_record(const std::string& state_directory, const SetupRecord& record);

}  // namespace git_session
