#include "operations/undo_operation.h"

#include <algorithm>

#include "base/error.h"
#include "base/text.h"
#include "operations/run_operation.h"
#include "operations/step_maker.h"
#include "operations/way_back.h"

namespace git_session {
namespace {

using Kind = FileStep::Kind;

Error changed_since(const Operation& operation, const std::vector<std::string>& paths, bool force) {
  const std::string number = std::to_string(operation.number);
  const std::string undo = "git session undo " + number;
  return Error(ErrorKind::refused,
               some_of(paths) + " changed after operation " + number + " (" +
                   escape_line(operation.verb) + "); nothing was done",
               force ? "move away what is in its place, then repeat the command"
                     : undo + " --force undoes it all the same, and can be undone")
      .with_reason("changed-since");
}

/// Throws unless every content that the steps give back was kept.
void require_contents(const Workspace& workspace, int number, const WayBack& way) {
  for (const FileStep& step : way.steps) {
    if (step.kind != Kind::write || way.contents.contains(step.after) ||
        workspace.operation_log().open_content(number, step.after))
      continue;
    throw Error(ErrorKind::unavailable,
                "the old content of '" + escape_line(step.path) + "' is not kept any more");
  }
}

void keep_contents(const OperationLog& log, int from, int to, const WayBack& way) {
  for (const auto& [id, bytes] : way.contents) log.keep(to, id, bytes);
  for (const FileStep& step : way.steps) {
    auto content = step.kind == Kind::write ? log.open_content(from, step.after) : std::nullopt;
    if (content) log.keep(to, step.after, *content);
  }
}

Operation operation_to_undo(const OperationLog& log, int number,
                            const std::vector<Operation>& operations) {
  auto operation = log.find(number);
  if (!operation) {
    throw Error(ErrorKind::not_found, "there is no operation " + std::to_string(number),
                "git session undo --list");
  }
  if (!undone_operations(operations).contains(number)) return std::move(*operation);
  throw Error(ErrorKind::refused, "operation " + std::to_string(number) + " is undone already",
              "git session undo --list")
      .with_reason("already-undone");
}

/// An undo of `number` that was stopped in the middle.
const Operation* undo_begun(const std::vector<Operation>& operations, int number) {
  const std::set<int> undone = undone_operations(operations);
  auto begun = std::find_if(operations.begin(), operations.end(), [&](const Operation& each) {
    return each.undoes == number && each.is_unfinished() && !undone.contains(each.number);
  });
  return begun == operations.end() ? nullptr : &*begun;
}

/// An operation that was stopped was taken back by the undo `number`: what its last step left goes,
/// and it is never to be gone on with, even when that undo is forgotten.
void end_stopped(const Workspace& workspace, const Operation& operation, int number) {
  if (!operation.is_unfinished()) return;
  Operation undo;
  undo.number = number;
  undo.undoes = operation.number;
  StepMaker maker(workspace, undo);
  for (const FileStep& step : operation.steps) maker.clear_leftovers(step.path);
  workspace.operation_log().abandon(operation.number);
}

/// An everyday verb notes a step before it makes it, and may have come no further.
bool did_something(const Workspace& workspace, const Operation& operation) {
  if (operation.planned) return true;
  const WayBack way = find_way_back(workspace, operation, false);
  return !way.steps.empty() || !way.changed.empty();
}

Error is_unreadable(const OperationLog& log, int number, int before) {
  return Error(ErrorKind::invalid_data,
               "the last operation, " + std::to_string(number) + ", cannot be read: '" +
                   log.path_of(number) + "' is damaged, or was written by a newer git-session",
               before > 0 ? "git session undo " + std::to_string(before) + " undoes the one before"
                          : "git session undo --list");
}

/// Throws unless there is something to take back; of what was stopped there may be none.
void require_something(const Operation& operation, const WayBack& way) {
  if (!way.steps.empty() || (operation.planned && !operation.finished)) return;
  throw Error(ErrorKind::refused,
              "all is as it was before operation " + std::to_string(operation.number) + " (" +
                  escape_line(operation.verb) + ")",
              "git session undo --list")
      .with_reason("already-undone");
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
  std::vector<int> unreadable;
  const std::vector<Operation> operations = workspace.operation_log().operations(&unreadable);
  const std::set<int> undone = undone_operations(operations);
  auto is_wanted = [&](const Operation& operation) {
    const bool is_one = !operation.undoes && !operation.steps.empty();
    return is_one && !undone.contains(operation.number) && did_something(workspace, operation);
  };
  auto last = std::find_if(operations.begin(), operations.end(), is_wanted);
  const int number = last == operations.end() ? 0 : last->number;
  if (!unreadable.empty() && unreadable.front() > number)
    throw is_unreadable(workspace.operation_log(), unreadable.front(), number);
  return number > 0 ? std::optional(*last) : std::nullopt;
}

UndoReport undo_operation(const Workspace& workspace, int number, const UndoOptions& options,
                          const StepProgress& progress) {
  const OperationLog& log = workspace.operation_log();
  std::optional<DirectoryLock> lock;
  if (!options.dry_run) lock.emplace(log.lock());
  const std::vector<Operation> operations = log.operations();
  UndoReport report;
  report.operation = operation_to_undo(log, number, operations);
  const Operation* begun = undo_begun(operations, number);
  if (auto made = begun ? made_steps(workspace, begun->steps) : std::nullopt) {
    report.steps.assign(begun->steps.begin() + static_cast<std::ptrdiff_t>(*made),
                        begun->steps.end());
    if (options.dry_run) return report;
    workspace.recorder().pause();
    make_steps(workspace, *begun, *made, progress);
    report.number = begun->number;
    end_stopped(workspace, report.operation, report.number);
    return report;
  }
  require_not_moved_since(report.operation, operations);
  const WayBack way = find_way_back(workspace, report.operation, options.force);
  if (!way.changed.empty()) throw changed_since(report.operation, way.changed, options.force);
  require_something(report.operation, way);
  require_contents(workspace, number, way);
  report.steps = way.steps;
  if (options.dry_run) return report;
  Operation undo;
  undo.verb = "undo";
  undo.undoes = number;
  undo.steps = report.steps;
  auto keep = [&](int to) { keep_contents(log, number, to, way); };
  report.number = run_operation(workspace, std::move(undo), keep, progress);
  // The rest of it was made by the new one, which alone is to count, and to be taken back.
  if (begun) log.abandon(begun->number);
  end_stopped(workspace, report.operation, report.number);
  return report;
}

}  // namespace git_session
