#pragma once

#include <vector>

#include "cli/completion.h"

namespace git_session {

/// The candidates that depend on the repository; a CompletionSource. Outside a repository there are
/// none.
std::vector<Candidate> complete_from_repository(Completion kind, const Environment& environment);

}  // namespace git_session
