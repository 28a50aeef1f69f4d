#pragma once

#include <optional>
#include <string>
#include <vector>

#include "operations/output_content.h"
#include "operations/workspace.h"

namespace git_session {

/// What a word such as `a3f4:review` names.
struct ShowTarget {
  SessionLocation location;
  std::optional<std::string> file = {};  ///< as it was typed; nullopt: the session itself
  std::vector<std::string> notes = {};   ///< how the current session was found: for stderr
};

/// `ID`, `ID:FILE`, `:FILE` or `FILE` in the current session, or a path in the work tree; nothing
/// is the current session. Throws as Workspace::resolve() and find_current_session() do.
ShowTarget find_show_target(const Workspace& workspace, const std::optional<std::string>& word,
                            const std::optional<std::string>& named_session);

/// The file of a session that a word means: its exact name, else the only output whose name
/// contains it, in any case. Throws `not_found`, `ambiguous` with the candidates, or `refused`
/// (reason "path-escapes") for a name that leaves the folder.
std::string find_file(const Workspace& workspace, const Session& session, const std::string& word);

}  // namespace git_session
