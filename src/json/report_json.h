#pragma once

#include "json/json.h"
#include "operations/report_session.h"

namespace git_session {

/// A session, and what Jira says of its ticket: `ticket_summary` and `ticket_state`, null where
/// that is not known.
Json report_root(const SessionReport& report);

/// The shape of a list; each session has in addition those two, `new`, `moved_from` (a
/// path, or null), `metadata_changed` and `changes`:
/// `[{"file", "change"}]`, `change` being added, changed or removed. `removed` (`[{"path"}]`) has
/// the sessions that are no longer there, `against` the revision.
Json branch_report_root(const BranchReport& report);

}  // namespace git_session
