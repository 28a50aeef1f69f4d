#pragma once

#include <string>
#include <vector>

#include "core/query.h"
#include "operations/apply_plan.h"
#include "operations/update_session.h"

namespace git_session {

/// What an update would do to one of many sessions.
struct PlannedUpdate {
  std::string id;
  std::string path;
  std::vector<FieldChange> changes;
};

/// One update of many sessions, before anything is written.
struct UpdatePlan {
  std::vector<PlannedUpdate> updates;  ///< those that change, by path
  size_t unchanged = 0;                ///< fit the query and are so already
  std::vector<Problem> unreadable;     ///< fit or not: nobody can tell, or nothing can be written
  std::vector<Problem> refused;        ///< fit, and are protected: held, not in the work tree
  FilePlan files;
};

/// Plans `update` of every session that fits; archived ones only `with_archived`. Throws
/// Error(usage) as update_session() does. What cannot be read or changed is named, and the others
/// are planned. `progress` is called after each.
UpdatePlan plan_updates(const Workspace& workspace, const Query& query, bool with_archived,
                        const SessionUpdate& update, const StepProgress& progress = {});

}  // namespace git_session
