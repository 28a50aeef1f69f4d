#include "operations/apply_plan.h"

#include <algorithm>
#include <set>

#include "base/content_id.h"
#include "base/error.h"
#include "base/text.h"
#include "operations/plan_check.h"
#include "operations/run_operation.h"
#include "operations/step_maker.h"
#include "operations/undo_operation.h"

namespace git_session {
namespace {

constexpr size_t most_named = 3;

Error not_as_planned(const std::vector<std::string>& paths) {
  std::string names;
  for (size_t i = 0; i < std::min(paths.size(), most_named); ++i)
    names += (i > 0 ? ", '" : "'") + escape_line(paths[i]) + "'";
  if (paths.size() > most_named)
    names += " and " + std::to_string(paths.size() - most_named) + " more";
  return Error(
      ErrorKind::conflict,
      names + (paths.size() == 1 ? " was" : " were") + " changed meanwhile; nothing was done",
      "repeat the command");
}

std::string way_out(const Operation& operation) {
  const std::string undo = "git session undo " + std::to_string(operation.number);
  if (operation.undoes) return undo + " --resume goes on";
  return undo + " takes back what was done";
}

void make_steps(const Workspace& workspace, const Operation& operation,
                const StepProgress& progress) {
  const OperationLog& log = workspace.operation_log();
  StepMaker maker(workspace, log, operation.number);
  size_t done = 0;
  for (const FileStep& step : operation.steps) {
    maker.make(step);
    if (progress) progress(++done, operation.steps.size());
  }
  maker.settle();
  log.finish(operation.number);
}

/// Keeps what a step takes away, or throws when it is no longer what it was.
void keep_old_content(const Workspace& workspace, int number, const FileStep& step) {
  using Kind = FileStep::Kind;
  const bool takes_away = (step.kind == Kind::write && !step.before.empty()) ||
                          (step.kind == Kind::remove && step.source.empty());
  if (!takes_away) return;
  const OperationLog& log = workspace.operation_log();
  auto file = workspace.store().top_level().open_file(step.path);
  if (!file) return;  // made already, or the step will say so
  log.keep(number, step.before, *file);
  auto kept = log.open_content(number, step.before);
  if (!kept || content_id(*kept, step.path) != step.before) throw not_as_planned({step.path});
}

}  // namespace

void check_steps(const Workspace& workspace, const std::vector<FileStep>& steps) {
  PlanCheck check(workspace.store().top_level());
  std::vector<std::string> changed;
  for (const FileStep& step : steps)
    if (!check.is_possible(step)) changed.push_back(step.path);
  if (!changed.empty()) throw not_as_planned(changed);
}

int run_operation(const Workspace& workspace, Operation operation, const KeepContents& keep,
                  const StepProgress& progress) {
  const OperationLog& log = workspace.operation_log();
  workspace.recorder().pause();
  operation.time = workspace.now();
  operation.planned = true;
  operation.number = log.reserve(operation.time);
  keep(operation.number);
  for (const FileStep& step : operation.steps) keep_old_content(workspace, operation.number, step);
  log.begin(operation);
  finish_operation(workspace, operation, progress);
  return operation.number;
}

int apply_plan(const Workspace& workspace, const std::string& verb, const FilePlan& plan,
               const StepProgress& progress) {
  if (plan.is_empty()) return 0;
  check_steps(workspace, plan.steps());
  Operation operation;
  operation.verb = verb;
  operation.steps = plan.steps();
  auto keep = [&](int number) {
    for (const auto& [id, bytes] : plan.contents())
      workspace.operation_log().keep(number, id, bytes);
  };
  return run_operation(workspace, std::move(operation), keep, progress);
}

void finish_operation(const Workspace& workspace, const Operation& operation,
                      const StepProgress& progress) {
  try {
    make_steps(workspace, operation, progress);
  } catch (const Error& error) {
    throw Error(error.kind(), error.what(), way_out(operation)).with_reason(error.reason());
  }
}

std::optional<Operation> unfinished_operation(const Workspace& workspace, const std::string& verb) {
  const std::vector<Operation> operations = workspace.operation_log().operations();
  const std::set<int> undone = undone_operations(operations);
  for (const Operation& operation : operations) {
    if (operation.verb == verb && operation.is_unfinished() && !undone.contains(operation.number))
      return operation;
  }
  return std::nullopt;
}

}  // namespace git_session
