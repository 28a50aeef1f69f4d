#pragma once

#include <optional>
#include <string>

#include "confluence/site.h"
#include "operations/workspace.h"

namespace git_session {

/// The difference between two pages as a unified diff of lines that people can read.
std::string page_diff(const Workspace& workspace, const std::string& from_label,
                      const std::string& from_storage, const std::string& to_label,
                      const std::string& to_storage);

/// Keeps a page as it is on the server, and a diff, in the private folder `remote/PAGE/` as
/// `NAME.xml` and `NAME.diff`. Returns the absolute path of the copy; empty where the git directory
/// cannot be written.
std::string save_remote_copy(const Workspace& workspace, const std::string& page_id,
                             const std::string& name, const std::string& storage,
                             const std::string& diff);

/// The copy of that name that was kept before; nullopt when there is none.
std::optional<std::string> kept_copy(const Workspace& workspace, const std::string& page_id,
                                     const std::string& name);

}  // namespace git_session
