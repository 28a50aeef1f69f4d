#pragma once

#include <map>
#include <string>

namespace git_session {

/// Every file beneath a folder by its path, git's own apart: permissions and bytes. Empty folders
/// do not count, as for git.
std::map<std::string, std::string> files_of_tree(const std::string& top_level);

}  // namespace git_session
