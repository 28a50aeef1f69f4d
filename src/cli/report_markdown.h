#pragma once

#include <string>
#include <vector>

#include "operations/find_sessions.h"
#include "operations/report_session.h"

namespace git_session {

/// One session for people: who, what, when, outputs in order, links, notes, problems. `level` is
/// the level of its heading, 1 or 2.
std::string report_markdown(const SessionReport& report, Date today, int level = 1);

/// The heading and the overview of a report over many sessions, in the order of the rows; each
/// session follows with report_markdown() at level 2. `about` says what they have in common.
std::string overview_markdown(const std::vector<SessionRow>& rows, const std::string& about,
                              Date today);

/// What a branch adds, short enough for a pull request.
std::string branch_markdown(const BranchReport& report, Date today);

}  // namespace git_session
