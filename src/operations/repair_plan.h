#pragma once

#include <optional>
#include <string>
#include <vector>

#include "operations/check_sessions.h"
#include "operations/file_plan.h"
#include "operations/workspace.h"

namespace git_session {

/// What doctor would do to one file or folder.
struct Repair {
  std::string path;                   ///< of the file, relative to the top level
  std::vector<std::string> codes;     ///< of the findings that go with it, each once
  std::string what;                   ///< for people: "rewrite", "move to output/…"
  std::optional<std::string> before;  ///< the text, where the repair is one of text
  std::optional<std::string> after;
};

/// A finding that doctor would mend, and cannot here.
struct Unrepaired {
  Finding finding;
  std::string reason;
};

struct RepairPlan {
  std::vector<Repair> repairs;
  std::vector<Unrepaired> left;
  FilePlan files;  ///< what the repairs do, for apply_plan()
  /// Folders that hold no file then, each before those in it; they go last, as nothing is lost.
  std::vector<std::string> emptied;
  bool forgets_pointer = false;  ///< the worktree's pointer to the current session leads nowhere
};

/// Removes those of `folders` that are empty, the last first.
void remove_emptied(const Directory& top_level, const std::vector<std::string>& folders);

/// Plans the repairs of those findings whose code is one of `codes`; all that can be repaired when
/// it is empty. Reads only. Throws Error(usage) for a code that has no repair.
RepairPlan plan_repairs(const Workspace& workspace, const CheckReport& report,
                        const std::vector<std::string>& codes);

}  // namespace git_session
