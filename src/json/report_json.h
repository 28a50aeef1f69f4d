#pragma once

#include "json/json.h"
#include "operations/report_session.h"

namespace git_session {

/// The shape of a list; each session has in addition `new`, `moved_from` (a
/// path, or null), `metadata_changed` and `changes`:
/// `[{"file", "change"}]`, `change` being added, changed or removed. `removed` (`[{"path"}]`) has
/// the sessions that are no longer there, `against` the revision.
Json branch_report_root(const BranchReport& report);

}  // namespace git_session
