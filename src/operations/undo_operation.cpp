#include "operations/undo_operation.h"

#include <algorithm>

#include "base/error.h"
#include "base/text.h"
#include "operations/plan_check.h"
#include "operations/run_operation.h"
#include "operations/step_maker.h"

namespace git_session {
namespace {

using Kind = FileStep::Kind;

/// The step from what lies there now. What must lie elsewhere then need not: it is kept in the log.
FileStep from_present(const PlanCheck& check, FileStep step) {
  switch (step.kind) {
    case Kind::remove:
      step.source.clear();
      [[fallthrough]];
    case Kind::write:
      step.before = check.content_at(step.path).value_or("");
      break;
    case Kind::copy:
    case Kind::move:
      step.after = check.content_at(step.source).value_or(step.after);
      break;
    case Kind::move_folder:
      break;
  }
  return step;
}

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

/// What somebody changed: where the step looks for something and finds another thing, or none.
const std::string& culprit(const PlanCheck& check, const FileStep& step) {
  if (step.kind == Kind::write || step.kind == Kind::remove) return step.path;
  const bool is_path_free = step.kind != Kind::move_folder && !check.content_at(step.path);
  return is_path_free ? step.source : step.path;
}

bool is_metadata(const std::string& path) {
  return path.ends_with("/" + std::string(metadata_file_name));
}

/// The files that came into a folder that the operation made, and would be left in one that is no
/// session any more.
std::vector<std::string> orphans(const PlanCheck& check, const Operation& operation,
                                 const std::vector<FileStep>& steps) {
  std::vector<std::string> files;
  if (operation.verb != "create") return files;
  for (const FileStep& step : steps) {
    if (step.kind != Kind::remove || !is_metadata(step.path)) continue;
    if (auto left = check.file_left_in(step.path.substr(0, step.path.rfind('/'))))
      files.push_back(std::move(*left));
  }
  return files;
}

/// What is still to be made of the way back.
std::vector<FileStep> steps_back(const Workspace& workspace, const Operation& operation,
                                 bool force) {
  PlanCheck check(workspace.store().top_level());
  std::vector<FileStep> steps = operation.steps;
  if (operation.is_unfinished()) steps.resize(made_steps(workspace, steps).value_or(steps.size()));
  std::vector<FileStep> wanted;
  std::vector<std::string> changed;
  for (const FileStep& step : inverse_of(steps)) {
    if (check.is_made(step)) continue;
    FileStep present = force ? from_present(check, step) : step;
    if (check.take(present)) {
      wanted.push_back(std::move(present));
    } else {
      changed.push_back(culprit(check, step));
    }
  }
  if (changed.empty() && !force) changed = orphans(check, operation, wanted);
  if (!changed.empty()) throw changed_since(operation, changed, force);
  return joined_writes(wanted);
}

/// Throws unless every content that the steps give back was kept.
void require_contents(const Workspace& workspace, int number, const std::vector<FileStep>& steps) {
  for (const FileStep& step : steps) {
    if (step.kind != Kind::write || workspace.operation_log().open_content(number, step.after))
      continue;
    throw Error(ErrorKind::unavailable,
                "the old content of '" + escape_line(step.path) + "' is not kept any more");
  }
}

void keep_contents(const OperationLog& log, int from, int to, const std::vector<FileStep>& steps) {
  for (const FileStep& step : steps) {
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

void remove_leftovers(const Workspace& workspace, const Operation& operation) {
  StepMaker maker(workspace, operation);
  for (const FileStep& step : operation.steps) maker.clear_incoming(step.path);
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
    return report;
  }
  report.steps = steps_back(workspace, report.operation, options.force);
  require_contents(workspace, number, report.steps);
  if (options.dry_run) return report;
  Operation undo;
  undo.verb = "undo";
  undo.undoes = number;
  undo.steps = report.steps;
  auto keep = [&](int to) { keep_contents(log, number, to, report.steps); };
  report.number = run_operation(workspace, std::move(undo), keep, progress);
  // Of both it is known now how far they came.
  if (begun) log.finish(begun->number);
  if (report.operation.is_unfinished()) remove_leftovers(workspace, report.operation);
  return report;
}

}  // namespace git_session
