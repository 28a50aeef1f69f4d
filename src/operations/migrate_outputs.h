#pragma once

#include "operations/apply_plan.h"
#include "operations/migration_plan.h"

namespace git_session {

struct Rollback {
  int operation = 0;  ///< that was taken back
  size_t steps = 0;   ///< that this took
};

/// Takes back the newest operation of `migrate` that is not undone, finished or not. Throws
/// `not_found` when there is none, and as undo_operation() does.
Rollback roll_back_migration(const Workspace& workspace, const StepProgress& progress);

}  // namespace git_session
