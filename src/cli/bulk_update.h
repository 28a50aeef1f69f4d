#pragma once

#include <vector>

#include "cli/command.h"
#include "operations/update_session.h"

namespace git_session {

/// The options that make `update` one of many sessions.
std::vector<Option> bulk_update_options();

/// Throws Error(usage) for options that need `--where`, or do not go with it.
void check_bulk_options(const Invocation& invocation);

/// Shows what `update` would change in every session that `--where` finds, and makes the changes as
/// one operation of the log when that is agreed to. Returns the exit status.
int run_bulk_update(Invocation& invocation, const SessionUpdate& update);

/// "context.ticket: (none) -> PROJ-200"
std::string describe(const FieldChange& change);

}  // namespace git_session
