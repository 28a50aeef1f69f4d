#pragma once

#include <vector>

#include "cli/command.h"
#include "cli/console.h"
#include "operations/find_sessions.h"

namespace git_session {

/// How `list` and `search` sort, limit and write what they find.
std::vector<Option> listing_options();

/// What those options and `--session` ask for. `keep` is set when the answer is JSON.
FindRequest listing_request(const Invocation& invocation, const Workspace& workspace);

/// Prints the answer in the format asked for and says on stderr what else there is to know: what
/// could not be read, what the limit left out, that nothing was found. Gives the exit code.
int print_listing(Invocation& invocation, const Workspace& workspace, const FindRequest& request,
                  const FoundSessions& found);

}  // namespace git_session
