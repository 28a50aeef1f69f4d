#include "operations/update_sessions.h"

#include <algorithm>

#include "base/error.h"
#include "operations/find_sessions.h"
#include "operations/update_plan.h"

namespace git_session {
namespace {

Problem problem_of(const Error& error, const std::string& path) {
  return {.code = error.reason().empty() ? "unreadable" : error.reason(),
          .path = path,
          .line = error.line(),
          .message = error.what(),
          .hint = error.hint()};
}

void plan_one(const Workspace& workspace, const std::string& path, const SessionUpdate& update,
              UpdatePlan& plan) {
  const SessionLocation location = *workspace.store().layout().parse(path);
  workspace.require_in_work_tree(location);
  const SessionStore::PlannedEdit edit =
      workspace.store().plan_edit(location, [&](const Session& session, MetadataEditor& editor) {
        Update(workspace, session, editor).make(update);
      });
  std::vector<FieldChange> changes = changes_between(edit.session, edit.changed);
  if (changes.empty()) {
    ++plan.unchanged;
    return;
  }
  plan.files.write(path + "/" + std::string(metadata_file_name), edit.before, edit.after);
  plan.updates.push_back({location.id, path, std::move(changes)});
}

}  // namespace

UpdatePlan plan_updates(const Workspace& workspace, const Query& query, bool with_archived,
                        const SessionUpdate& update, const StepProgress& progress) {
  const SessionUpdate checked = checked_update(update);
  FindRequest request;
  request.query = query;
  request.with_archived = with_archived;
  request.detail.unknown_keys = true;
  FoundSessions found = find_sessions(workspace, request);
  std::vector<std::string> paths;
  for (const SessionRow& row : found.rows) paths.push_back(row.path);
  std::sort(paths.begin(), paths.end());
  UpdatePlan plan;
  plan.unreadable = std::move(found.unreadable);
  size_t done = 0;
  for (const std::string& path : paths) {
    try {
      plan_one(workspace, path, checked, plan);
    } catch (const Error& error) {
      if (error.kind() == ErrorKind::usage) throw;
      const bool is_refusal = error.kind() == ErrorKind::refused;
      (is_refusal ? plan.refused : plan.unreadable).push_back(problem_of(error, path));
    }
    if (progress) progress(++done, paths.size());
  }
  return plan;
}

}  // namespace git_session
