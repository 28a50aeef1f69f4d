#pragma once

#include <vector>

#include "cli/command.h"
#include "core/query.h"
#include "operations/workspace.h"

namespace git_session {

/// The filters that `list`, `search` and `report` share.
std::vector<Option> query_options();

/// The query those options ask for; empty when none was given. Throws Error(usage) for a value that
/// cannot be meant: an empty one, a moment that is none, days that are no number.
Query query_from(const Arguments& arguments, const Workspace& workspace);

/// `--where` alone, for verbs over many sessions whose other filters would read as values to set.
Option where_option();
/// The query of `--where` alone. Throws as query_from() does.
Query where_query(const Arguments& arguments);

/// The filters as they were typed, for headings: "sprint 2025-Q4-Sprint-3, team product".
std::string describe_query(const Arguments& arguments);

}  // namespace git_session
