#include "operations/gc_execute.h"

#include <set>

#include "base/error.h"
#include "base/text.h"
#include "git/file_history.h"
#include "operations/current_session.h"
#include "operations/undo_operation.h"
#include "store/purged_sessions.h"

namespace git_session {
namespace {

const std::string verb = "gc";

class Planning {
 public:
  Planning(const Workspace& workspace, FilePlan& plan) : workspace_(workspace), plan_(plan) {}

  /// First the folder, then the note: lying in the archive means archived.
  void archive(const GcSession& found) {
    const SessionLocation target = archive_place(workspace_, found.location);
    plan_.move_folder(found.location.path, target.path);
    if (found.archived_metadata == found.metadata) return;
    plan_.write(target.path + "/" + std::string(metadata_file_name), found.metadata,
                found.archived_metadata);
  }

  void remove_drafts(const GcDrafts& drafts) {
    for (const std::string& file : drafts.files) remove(drafts.location.path + "/" + file);
  }

  /// The list of reserved ids comes first: no id may be free for a moment.
  void purge(const std::vector<const GcSession*>& sessions) {
    if (sessions.empty()) return;
    reserve(sessions);
    for (const GcSession* found : sessions) {
      const std::string prefix = found->location.path + "/";
      for (const std::string& file : found->files) {
        if (file != metadata_file_name) remove(prefix + file);
      }
      // Last, so that a session that is half removed still says what it is.
      remove(prefix + std::string(metadata_file_name));
    }
  }

 private:
  void remove(const std::string& path) {
    if (!removed_.insert(path).second) return;  // a draft of a session that goes as a whole
    auto content = content_id_of_file(workspace_.store().top_level(), path);
    if (content) plan_.remove(path, *content);
  }

  void reserve(const std::vector<const GcSession*>& sessions) {
    const SessionLayout& layout = workspace_.store().layout();
    const auto newest = newest_commits(workspace_.repository(), layout.archive(), History::all);
    std::vector<PurgedSession> purged;
    for (const GcSession* found : sessions) {
      const SessionLocation& location = found->location;
      PurgedSession entry{location.id, location.user, workspace_.now(), {}, location.path};
      const auto commit = newest.find(location.path + "/" + std::string(metadata_file_name));
      if (commit != newest.end()) entry.commit = commit->second;
      purged.push_back(std::move(entry));
    }
    auto before = read_purged_text(workspace_.store().top_level(), layout);
    plan_.write(purged_sessions_path(layout), before,
                with_purged_sessions(before.value_or(""), purged));
  }

  const Workspace& workspace_;
  FilePlan& plan_;
  std::set<std::string> removed_;
};

}  // namespace

GcWork work_of(const GcSurvey& survey, bool with_purge) {
  GcWork work;
  for (const GcSession& found : survey.sessions) {
    const GcVerdict verdict = found.decision.verdict;
    if (verdict == GcVerdict::archive) work.archived.push_back(&found);
    if (verdict == GcVerdict::purge && with_purge) work.purged.push_back(&found);
  }
  for (const GcDrafts& drafts : survey.drafts) work.drafts.push_back(&drafts);
  return work;
}

FilePlan plan_gc(const Workspace& workspace, const GcWork& work) {
  FilePlan plan;
  Planning planning(workspace, plan);
  // While their sessions are still where they were found.
  for (const GcDrafts* drafts : work.drafts) planning.remove_drafts(*drafts);
  for (const GcSession* found : work.archived) planning.archive(*found);
  planning.purge(work.purged);
  return plan;
}

int make_gc(const Workspace& workspace, const GcWork& work, const FilePlan& plan,
            const StepProgress& progress) {
  const int number = apply_plan(workspace, verb, plan, progress);
  for (const GcSession* found : work.archived) drop_current_session(workspace, found->location);
  return number;
}

void finish_gc(const Workspace& workspace, const Operation& operation) {
  finish_operation(workspace, operation);
  for (const FileStep& step : operation.steps) {
    const auto location = workspace.store().layout().parse(step.source);
    if (step.kind == FileStep::Kind::move_folder && location)
      drop_current_session(workspace, *location);
  }
}

std::string reserved_ids_path(const Workspace& workspace) {
  return purged_sessions_path(workspace.store().layout());
}

std::optional<int> last_gc(const Workspace& workspace) {
  const std::vector<Operation> operations = workspace.operation_log().operations();
  const std::set<int> undone = undone_operations(operations);
  for (const Operation& operation : operations) {
    const bool is_it = operation.verb == verb && !operation.undoes && !operation.is_unfinished();
    if (is_it && !undone.contains(operation.number)) return operation.number;
  }
  return std::nullopt;
}

}  // namespace git_session
