#pragma once

#include "cli/command.h"
#include "operations/workspace.h"

namespace git_session {

/// After a session was made the current one: says so on stderr when another stays current here all
/// the same, because something stronger names it.
void warn_unless_current(Invocation& invocation, const Workspace& workspace,
                         const SessionLocation& location);

}  // namespace git_session
