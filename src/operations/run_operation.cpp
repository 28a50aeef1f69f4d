#include "operations/run_operation.h"

#include <algorithm>
#include <map>

#include "base/error.h"
#include "base/file_copy.h"
#include "base/text.h"
#include "operations/plan_check.h"
#include "operations/step_maker.h"
#include "operations/submodules.h"

namespace git_session {
namespace {

using Kind = FileStep::Kind;
constexpr size_t most_named = 3;

Error not_as_planned(const std::vector<std::string>& paths) {
  return Error(ErrorKind::conflict,
               some_of(paths) + (paths.size() == 1 ? " was" : " were") +
                   " changed meanwhile; nothing was done",
               "repeat the command");
}

uint64_t device_of(const Directory& top_level, std::string path) {
  for (;;) {
    if (auto status = top_level.status(path)) return status->device;
    const size_t slash = path.rfind('/');
    if (slash == std::string::npos) break;
    path.resize(slash);
  }
  const auto status = top_level.own_status();
  return status ? status->device : 0;
}

/// A rename would not get there, and the operation would stop in its middle.
void require_one_device(const Directory& top_level, const FileStep& step) {
  if (step.kind != Kind::move && step.kind != Kind::move_folder) return;
  if (!top_level.status(step.source)) return;  // an earlier step brings it
  if (device_of(top_level, step.source) == device_of(top_level, step.path)) return;
  throw Error(ErrorKind::unavailable,
              "'" + escape_line(step.source) + "' lies on another file system than '" +
                  escape_line(step.path) + "'; nothing was done",
              "move it there by hand, then repeat the command");
}

std::string way_out(const Operation& operation) {
  if (operation.undoes)
    return "git session undo " + std::to_string(*operation.undoes) + " goes on where it stopped";
  return "git session undo " + std::to_string(operation.number) + " takes back what was done";
}

std::vector<std::string> moved_folders(const std::vector<FileStep>& steps) {
  std::vector<std::string> folders;
  for (const FileStep& step : steps) {
    if (step.kind == Kind::move_folder) folders.push_back(step.source);
  }
  return folders;
}

/// Keeps what the steps take away, with its permissions.
class OldContents {
 public:
  OldContents(const Workspace& workspace, int number)
      : log_(workspace.operation_log()),
        top_level_(workspace.store().top_level()),
        check_(top_level_),
        number_(number) {}

  void keep(FileStep& step) {
    auto place = check_.place_on_disk(step.path);
    if (step.kind == Kind::remove && !remember_mode(step, place.value_or("")))
      remember_mode(step, place_of(step.before, place));
    const bool takes_away = (step.kind == Kind::write && !step.before.empty()) ||
                            (step.kind == Kind::remove && step.source.empty());
    if (takes_away) keep_from(place_of(step.before, place), step);
    auto source = step.source.empty() ? std::nullopt : check_.place_on_disk(step.source);
    if (source && !step.after.empty()) places_.emplace(step.after, *source);
    check_.take(step);
  }

 private:
  bool remember_mode(FileStep& step, const std::string& place) const {
    auto file = place.empty() ? std::nullopt : top_level_.open_file(place);
    if (file) step.mode = status_of(*file).mode;
    return file.has_value();
  }

  /// What an earlier step brings to a file lies elsewhere until then.
  std::string place_of(const std::string& id, const std::optional<std::string>& place) const {
    auto brought = places_.find(id);
    return brought == places_.end() ? place.value_or("") : brought->second;
  }

  void keep_from(const std::string& place, const FileStep& step) const {
    auto file = place.empty() ? std::nullopt : top_level_.open_file(place);
    if (file) log_.keep(number_, step.before, *file);
    if (!log_.open_content(number_, step.before)) throw not_as_planned({step.path});
  }

  const OperationLog& log_;
  const Directory& top_level_;
  PlanCheck check_;
  int number_;
  std::map<std::string, std::string> places_;  ///< of contents that copies and moves bring
};

}  // namespace

std::string some_of(const std::vector<std::string>& paths) {
  std::string names;
  for (size_t i = 0; i < std::min(paths.size(), most_named); ++i)
    names += (i > 0 ? ", '" : "'") + escape_line(paths[i]) + "'";
  if (paths.size() > most_named)
    names += " and " + std::to_string(paths.size() - most_named) + " more";
  return names;
}

std::vector<FileStep> steps_to_make(const Workspace& workspace,
                                    const std::vector<FileStep>& steps) {
  PlanCheck check(workspace.store().top_level());
  std::vector<FileStep> wanted;
  std::vector<std::string> changed;
  for (const FileStep& step : steps) {
    const bool is_made = check.is_made(step);
    if (!is_made && !check.take(step)) changed.push_back(step.path);
    if (!is_made) wanted.push_back(step);
  }
  if (!changed.empty()) throw not_as_planned(changed);
  for (const FileStep& step : wanted) require_one_device(workspace.store().top_level(), step);
  return wanted;
}

std::optional<size_t> made_steps(const Workspace& workspace, const std::vector<FileStep>& steps) {
  const PlanCheck now(workspace.store().top_level());
  auto were_made = [&](size_t count) {
    // Cheap, and wrong nearly everywhere else than where it stopped.
    if (count > 0 && !now.is_made(steps[count - 1])) return false;
    if (count < steps.size() && now.is_made(steps[count])) return false;
    PlanCheck back = now;
    for (size_t i = count; i > 0; --i)
      if (!back.take_back(steps[i - 1])) return false;
    PlanCheck forth = now;
    return std::all_of(steps.begin() + static_cast<std::ptrdiff_t>(count), steps.end(),
                       [&](const FileStep& step) { return forth.take(step); });
  };
  for (size_t count = steps.size() + 1; count > 0; --count)
    if (were_made(count - 1)) return count - 1;
  return std::nullopt;
}

Error changed_since_stop(const Workspace& workspace, const Operation& operation) {
  try {
    steps_to_make(workspace, operation.steps);
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::conflict) throw;
    return Error(error.kind(), error.what(), way_out(operation));
  }
  return Error(ErrorKind::conflict,
               "a file of operation " + std::to_string(operation.number) +
                   " was changed after it had stopped; nothing was done",
               way_out(operation));
}

void make_steps(const Workspace& workspace, const Operation& operation, size_t made,
                const StepProgress& progress) {
  const OperationLog& log = workspace.operation_log();
  try {
    StepMaker maker(workspace, operation);
    size_t done = 0;
    for (const FileStep& step : operation.steps) {
      if (done < made) {
        maker.pass(step);
      } else {
        maker.make(step);
      }
      ++done;
      if (progress) progress(done, operation.steps.size());
    }
    maker.settle();
    log.finish(operation.number);
  } catch (const Error& error) {
    throw Error(error.kind(), error.what(), way_out(operation)).with_reason(error.reason());
  }
}

int run_operation(const Workspace& workspace, Operation operation, const KeepContents& keep,
                  const StepProgress& progress) {
  const OperationLog& log = workspace.operation_log();
  require_no_submodules(workspace, moved_folders(operation.steps));
  workspace.recorder().pause();
  operation.time = workspace.now();
  operation.planned = true;
  operation.number = log.reserve(operation.time);
  try {
    keep(operation.number);
    OldContents old_contents(workspace, operation.number);
    for (FileStep& step : operation.steps) old_contents.keep(step);
    log.begin(operation);
  } catch (const Error&) {
    log.discard(operation.number);
    throw;
  }
  make_steps(workspace, operation, 0, progress);
  return operation.number;
}

}  // namespace git_session
