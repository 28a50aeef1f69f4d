#pragma once

#include <set>
#include <string>

#include "operations/workspace.h"

namespace git_session {

/// Six random hex digits for the end of a new id. Where tests pin GIT_SESSION_TEST_RANDOM, the
/// first six of its digits that no session here has yet, then random ones again. Throws
/// `unavailable` when the system has no random bytes. None of `taken` is returned.
std::string new_session_hex(const Workspace& workspace, const std::set<std::string>& taken = {});

}  // namespace git_session
