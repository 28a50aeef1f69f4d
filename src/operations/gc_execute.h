#pragma once

#include <optional>
#include <string>
#include <vector>

#include "operations/apply_plan.h"
#include "operations/file_plan.h"
#include "operations/gc_survey.h"

namespace git_session {

/// What is to be done of what a survey found; points into it.
struct GcWork {
  std::vector<const GcSession*> archived;
  std::vector<const GcSession*> purged;
  std::vector<const GcDrafts*> drafts;

  bool is_empty() const { return archived.empty() && purged.empty() && drafts.empty(); }
};
/// Without `with_purge` nothing leaves the archive.
GcWork work_of(const GcSurvey& survey, bool with_purge);

/// The steps of it. The contents of what is to be removed are read for it.
FilePlan plan_gc(const Workspace& workspace, const GcWork& work);

/// Makes the plan of that work as one operation of the log, and returns its number; 0 when there
/// was nothing to do. Throws as apply_plan() does.
int make_gc(const Workspace& workspace, const GcWork& work, const FilePlan& plan,
            const StepProgress& progress = {});

/// The file that lists what was purged.
std::string reserved_ids_path(const Workspace& workspace);

struct GcCommit {
  std::string commit;  ///< its id; empty when there was nothing to commit
  std::string subject;
  size_t files = 0;
};

/// Makes what was left of a run that was stopped, as finish_operation() does.
void finish_gc(const Workspace& workspace, const Operation& operation);

/// Commits what these operations moved and removed of what git tracks, and the list of purged
/// sessions; nothing else that is staged. The message names each session, and each has its trailer
/// `Git-Session: ID`. Hooks and signing apply.
GcCommit commit_gc(const Workspace& workspace, const std::vector<int>& numbers);

/// The last run of gc that was finished and not undone: what a commit that was not reached is
/// about.
std::optional<int> last_gc(const Workspace& workspace);

}  // namespace git_session
