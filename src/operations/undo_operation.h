#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "operations/apply_plan.h"

namespace git_session {

/// Those of `operations` that a later one took back, unless that one was taken back itself.
std::set<int> undone_operations(const std::vector<Operation>& operations);

/// The operation that `undo` without a number means: the newest that changed something, is no undo
/// and is not undone. nullopt when there is none. Throws `invalid_data` when a newer one cannot be
/// read.
std::optional<Operation> last_operation_to_undo(const Workspace& workspace);

struct UndoReport {
  Operation operation;          ///< that was taken back
  int number = 0;               ///< of the undo itself; 0 when nothing was done
  std::vector<FileStep> steps;  ///< those that were made, or would be
};

struct UndoOptions {
  bool dry_run = false;
  bool force = false;  ///< also where a file has changed since; its content is kept in the log
};

/// Gives back every file as it was before the operation, byte for byte, or throws `refused` (reason
/// "changed-since") with the names of those that were changed after it, and does nothing. Of an
/// unfinished operation what was made is taken back. `not_found` when there is no such operation,
/// `refused` when it is undone or all is as it was before (reason "already-undone"), and when a
/// later one moved what it wrote (reason "changed-since").
UndoReport undo_operation(const Workspace& workspace, int number, const UndoOptions& options = {},
                          const StepProgress& progress = {});

}  // namespace git_session
