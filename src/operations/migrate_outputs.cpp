#include "operations/migrate_outputs.h"

#include "base/error.h"
#include "operations/undo_operation.h"

namespace git_session {

Rollback roll_back_migration(const Workspace& workspace, const StepProgress& progress) {
  const std::vector<Operation> operations = workspace.operation_log().operations();
  const std::set<int> undone = undone_operations(operations);
  for (const Operation& operation : operations) {  // the newest first
    if (operation.verb != migrate_verb || operation.undoes || undone.contains(operation.number))
      continue;
    const UndoReport report = undo_operation(workspace, operation.number, {}, progress);
    return {operation.number, report.steps.size()};
  }
  throw Error(ErrorKind::not_found, "there is no migration to take back",
              "git session undo --list shows what there is");
}

}  // namespace git_session
