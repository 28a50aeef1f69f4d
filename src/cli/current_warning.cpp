#include "cli/current_warning.h"

#include "base/error.h"
#include "cli/console.h"
#include "operations/current_session.h"

namespace git_session {

void warn_unless_current(Invocation& invocation, const Workspace& workspace,
                         const SessionLocation& location) {
  try {
    CurrentSession current = find_current_session(workspace, std::nullopt);
    if (current.location == location) return;
    invocation.console.warn(current.location.id +
                            " stays current here: " + describe(current.source, workspace));
  } catch (const Error& error) {
    invocation.console.warn(error.what());
  }
}

}  // namespace git_session
