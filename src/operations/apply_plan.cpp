#include "operations/apply_plan.h"

#include <set>

#include "operations/run_operation.h"
#include "operations/undo_operation.h"

namespace git_session {

int apply_plan(const Workspace& workspace, const std::string& verb, const FilePlan& plan,
               const StepProgress& progress) {
  if (plan.is_empty()) return 0;
  const OperationLog& log = workspace.operation_log();
  const DirectoryLock lock = log.lock();
  Operation operation;
  operation.verb = verb;
  operation.steps = steps_to_make(workspace, plan.steps());
  if (operation.steps.empty()) return 0;
  auto keep = [&](int number) {
    for (const auto& [id, bytes] : plan.contents()) log.keep(number, id, bytes);
  };
  return run_operation(workspace, std::move(operation), keep, progress);
}

namespace {

bool is_left(const Operation& operation, const std::set<int>& undone) {
  return operation.is_unfinished() && !undone.contains(operation.number);
}

}  // namespace

void finish_operation(const Workspace& workspace, const Operation& operation,
                      const StepProgress& progress) {
  const DirectoryLock lock = workspace.operation_log().lock();
  // While we waited, whoever makes it may have come to its end, or it was taken back.
  const auto now = workspace.operation_log().find(operation.number);
  if (!now || !is_left(*now, undone_operations(workspace.operation_log().operations()))) return;
  auto made = made_steps(workspace, operation.steps);
  if (!made) throw changed_since_stop(workspace, operation);
  make_steps(workspace, operation, *made, progress);
}

std::optional<Operation> unfinished_operation(const Workspace& workspace, const std::string& verb) {
  const std::vector<Operation> operations = workspace.operation_log().operations();
  const std::set<int> undone = undone_operations(operations);
  for (const Operation& operation : operations) {
    if (operation.verb == verb && is_left(operation, undone)) return operation;
  }
  return std::nullopt;
}

}  // namespace git_session
