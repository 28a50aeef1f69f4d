#pragma once

#include <vector>

#include "operations/gc_git_facts.h"
#include "operations/gc_survey.h"

namespace git_session {

/// Names in `found` what of the session is nowhere else. `old_drafts` of it, or nullptr, are named
/// as drafts; younger ones are work that git does not have.
void name_risks(GcSession& found, const GcDrafts* old_drafts, const GcGitFacts& git);

/// What was named so, and keeps a session from being purged.
std::vector<GcReason> risks_of_purging(const GcSession& found);

}  // namespace git_session
