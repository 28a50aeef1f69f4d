#include "operations/way_back.h"

#include <algorithm>

#include "base/content_id.h"
#include "base/error.h"
#include "base/text.h"
#include "operations/plan_check.h"
#include "operations/run_operation.h"
#include "operations/undo_operation.h"
#include "store/purged_sessions.h"

namespace git_session {
namespace {

using Kind = FileStep::Kind;
constexpr uint64_t most_list_bytes = uint64_t{16} * 1024 * 1024;

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

/// A copy goes although its original is another now: its content is kept in the log instead.
FileStep without_edited_original(const PlanCheck& check, FileStep step) {
  const bool has_original = step.kind == Kind::remove && !step.source.empty();
  if (has_original && check.content_at(step.source) != step.before) step.source.clear();
  return step;
}

/// What somebody changed: where the step looks for something and finds another thing, or none.
const std::string& culprit(const PlanCheck& check, const FileStep& step) {
  if (step.kind == Kind::write || step.kind == Kind::remove) return step.path;
  const bool is_path_free = step.kind != Kind::move_folder && !check.content_at(step.path);
  return is_path_free ? step.source : step.path;
}

/// The files that came into a folder that the operation made, and would be left in one that is no
/// session any more. (Where adopt and doctor write metadata, the folder was there before.)
std::vector<std::string> orphans(const PlanCheck& check, const Operation& operation,
                                 const std::vector<FileStep>& steps) {
  std::vector<std::string> files;
  if (operation.verb != "create" && operation.verb != "migrate") return files;
  for (const FileStep& step : steps) {
    const bool is_metadata = step.path.ends_with("/" + std::string(metadata_file_name));
    if (step.kind != Kind::remove || !is_metadata) continue;
    if (auto left = check.file_left_in(step.path.substr(0, step.path.rfind('/'))))
      files.push_back(std::move(*left));
  }
  return files;
}

class Search {
 public:
  Search(const Workspace& workspace, const Operation& operation, bool force)
      : workspace_(workspace),
        operation_(operation),
        force_(force),
        check_(workspace.store().top_level()),
        reserved_(purged_sessions_path(workspace.store().layout())) {}

  WayBack make() {
    std::vector<FileStep> steps = operation_.steps;
    // Of one that was stopped nobody noted how far it came.
    if (operation_.planned && !operation_.finished)
      steps.resize(made_steps(workspace_, steps).value_or(steps.size()));
    for (const FileStep& step : inverse_of(steps)) add(without_edited_original(check_, step));
    if (way_.changed.empty() && !force_) way_.changed = orphans(check_, operation_, way_.steps);
    way_.steps = joined_writes(way_.steps);
    return std::move(way_);
  }

 private:
  void add(const FileStep& step) {
    if (check_.is_made(step)) return;
    // The list of purged sessions is one of lines: others are no reason to refuse, nor to go.
    const bool is_list = step.path == reserved_;
    FileStep present = force_ && !is_list ? from_present(check_, step) : step;
    bool can_be = check_.take(present);
    if (!can_be && is_list) {
      present = change_of_lines(step);
      if (present.before == present.after) return;
      can_be = check_.take(present);
    }
    if (can_be) {
      way_.steps.push_back(std::move(present));
    } else {
      way_.changed.push_back(culprit(check_, step));
    }
  }

  FileStep change_of_lines(const FileStep& step) {
    const std::string now =
        workspace_.store().top_level().read_file(reserved_, most_list_bytes).value_or("");
    std::string text = with_purged_lines_changed(now, kept(step.before), kept(step.after));
    FileStep change{Kind::write, reserved_, {}, {}, content_id(text)};
    change.before = check_.content_at(reserved_).value_or("");
    way_.contents.emplace(change.after, std::move(text));
    return change;
  }

  std::string kept(const std::string& id) const {
    const auto file =
        id.empty() ? std::nullopt : workspace_.operation_log().open_content(operation_.number, id);
    return file ? read_all(*file, most_list_bytes, reserved_) : std::string();
  }

  const Workspace& workspace_;
  const Operation& operation_;
  const bool force_;
  PlanCheck check_;
  const std::string reserved_;
  WayBack way_;
};

/// Where what lay at `path` lies after these steps, from the one numbered `first` on.
std::string place_after(std::string path, const Operation& operation, size_t first) {
  for (size_t i = first; i < operation.steps.size(); ++i) {
    const FileStep& step = operation.steps[i];
    if (step.kind == Kind::move_folder && path.starts_with(step.source + "/"))
      path = step.path + path.substr(step.source.size());
  }
  return path;
}

/// Those after `number` that count: an undo and what it took back are as if they had not been,
/// oldest first.
std::vector<const Operation*> standing_after(int number, const std::vector<Operation>& operations) {
  const std::set<int> undone = undone_operations(operations);
  std::vector<const Operation*> standing;
  for (const Operation& operation : operations) {
    const bool cancels_later = operation.undoes && *operation.undoes > number;
    const bool counts =
        operation.number > number && !cancels_later && !undone.contains(operation.number);
    if (counts) standing.insert(standing.begin(), &operation);
  }
  return standing;
}

}  // namespace

WayBack find_way_back(const Workspace& workspace, const Operation& operation, bool force) {
  return Search(workspace, operation, force).make();
}

void require_not_moved_since(const Operation& operation, const std::vector<Operation>& operations) {
  const std::vector<const Operation*> later = standing_after(operation.number, operations);
  for (size_t i = 0; i < operation.steps.size(); ++i) {
    const std::string then = place_after(operation.steps[i].path, operation, i + 1);
    std::string place = then;
    const Operation* mover = nullptr;
    for (const Operation* each : later) {
      std::string next = place_after(place, *each, 0);
      if (next != place) mover = each;
      place = std::move(next);
    }
    if (place == then) continue;
    const std::string number = std::to_string(mover->number);
    throw Error(ErrorKind::refused,
                "operation " + number + " (" + escape_line(mover->verb) + ") moved '" +
                    escape_line(then) + "' after operation " + std::to_string(operation.number) +
                    " (" + escape_line(operation.verb) + "); nothing was done",
                "git session undo " + number + " first")
        .with_reason("changed-since");
  }
}

}  // namespace git_session
