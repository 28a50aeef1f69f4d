#include "operations/undo_operation.h"

#include <algorithm>

#include "base/error.h"
#include "base/text.h"
#include "operations/plan_check.h"
#include "operations/run_operation.h"

namespace git_session {
namespace {

constexpr size_t most_named = 5;
using Kind = FileStep::Kind;

bool is_made(const PlanCheck& check, const Directory& top_level, const FileStep& step) {
  if (step.kind == Kind::move_folder)
    return !top_level.status(step.source) && top_level.status(step.path);
  const auto present = check.content_at(step.path);
  if (present.value_or("") != step.after) return false;
  return step.kind != Kind::move || !check.content_at(step.source);
}

/// The step from what lies there now. What must lie elsewhere then need not: it is kept in the log.
FileStep from_present(const PlanCheck& check, FileStep step) {
  if (step.kind == Kind::write || step.kind == Kind::remove) {
    step.before = check.content_at(step.path).value_or("");
    if (step.kind == Kind::remove) step.source.clear();
  }
  if (step.kind == Kind::move) step.after = check.content_at(step.source).value_or(step.after);
  return step;
}

Error changed_since(const Operation& operation, const std::vector<std::string>& paths) {
  std::string names;
  for (size_t i = 0; i < std::min(paths.size(), most_named); ++i)
    names += (i > 0 ? ", '" : "'") + escape_line(paths[i]) + "'";
  if (paths.size() > most_named)
    names += " and " + std::to_string(paths.size() - most_named) + " more";
  const std::string number = std::to_string(operation.number);
  return Error(ErrorKind::refused,
               names + " changed after operation " + number + " (" + operation.verb +
                   "); nothing was done",
               "git session undo " + number + " --force undoes it all the same, and can be undone")
      .with_reason("changed-since");
}

/// What is still to be made of the way back.
std::vector<FileStep> steps_back(const Workspace& workspace, const Operation& operation,
                                 bool force) {
  const Directory& top_level = workspace.store().top_level();
  PlanCheck check(top_level);
  std::vector<FileStep> wanted;
  std::vector<std::string> changed;
  for (FileStep& step : inverse_of(operation.steps)) {
    if (is_made(check, top_level, step)) continue;
    FileStep present = force ? from_present(check, step) : step;
    if (check.is_possible(present)) {
      wanted.push_back(std::move(present));
    } else {
      changed.push_back(step.path);
    }
  }
  if (!changed.empty()) throw changed_since(operation, changed);
  return wanted;
}

Error not_kept(const FileStep& step) {
  return Error(ErrorKind::unavailable,
               "the old content of '" + escape_line(step.path) + "' is not kept any more");
}

void keep_contents(const Workspace& workspace, int from, int to,
                   const std::vector<FileStep>& steps) {
  const OperationLog& log = workspace.operation_log();
  for (const FileStep& step : steps) {
    if (step.kind != Kind::write) continue;
    auto content = log.open_content(from, step.after);
    if (!content) throw not_kept(step);
    log.keep(to, step.after, *content);
  }
}

}  // namespace

std::set<int> undone_operations(const std::vector<Operation>& operations) {
  std::set<int> undone;
  // Newest first: whether an undo counts is known before what it undid is looked at.
  for (const Operation& operation : operations) {
    bool counts = operation.undoes && operation.finished && !undone.contains(operation.number);
    if (counts) undone.insert(*operation.undoes);
  }
  return undone;
}

std::optional<Operation> last_operation_to_undo(const Workspace& workspace) {
  const std::vector<Operation> operations = workspace.operation_log().operations();
  const std::set<int> undone = undone_operations(operations);
  for (const Operation& operation : operations) {
    bool is_wanted = !operation.undoes && !operation.steps.empty();
    if (is_wanted && !undone.contains(operation.number)) return operation;
  }
  return std::nullopt;
}

UndoReport undo_operation(const Workspace& workspace, int number, const UndoOptions& options,
                          const StepProgress& progress) {
  const OperationLog& log = workspace.operation_log();
  auto operation = log.find(number);
  if (!operation) {
    throw Error(ErrorKind::not_found, "there is no operation " + std::to_string(number),
                "git session undo --list");
  }
  if (undone_operations(log.operations()).contains(number)) {
    throw Error(ErrorKind::refused, "operation " + std::to_string(number) + " is undone already",
                "git session undo --list")
        .with_reason("already-undone");
  }
  UndoReport report;
  report.steps = steps_back(workspace, *operation, options.force);
  report.operation = std::move(*operation);
  if (options.dry_run) return report;
  Operation undo;
  undo.verb = "undo";
  undo.undoes = number;
  undo.steps = report.steps;
  auto keep = [&](int to) { keep_contents(workspace, number, to, report.steps); };
  report.number = run_operation(workspace, std::move(undo), keep, progress);
  return report;
}

}  // namespace git_session
