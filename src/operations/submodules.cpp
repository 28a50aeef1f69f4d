#include "operations/submodules.h"

#include "base/error.h"
#include "base/text.h"

namespace git_session {

bool require_no_submodules(const Workspace& workspace, const std::vector<std::string>& folders) {
  bool is_tracked = false;
  for (const std::string& folder : folders) {
    for (const IndexEntry& entry : workspace.repository().index_entries(folder)) {
      is_tracked = true;
      if (entry.mode != "160000") continue;
      throw Error(ErrorKind::refused,
                  "'" + escape_line(entry.path) + "' is a submodule, and cannot move with '" +
                      escape_line(folder) + "'",
                  "git mv " + quote_for_shell(entry.path) + " takes it elsewhere")
          .with_reason("submodule");
    }
  }
  return is_tracked;
}

}  // namespace git_session
