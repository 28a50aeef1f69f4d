#pragma once

#include "core/capture_rules.h"
#include "operations/workspace.h"

namespace git_session {

/// Whether sessions are used here, so that a hook may do anything at all: somebody has set
/// session.capture, there is a `.gitsession`, or the folder of the sessions is there.
bool is_set_up(const Workspace& workspace);

/// session.capture; a committed file has no say in it. Throws `invalid_data` for another word.
CaptureMode capture_mode(const Workspace& workspace);
CaptureRules capture_rules(const Workspace& workspace);

}  // namespace git_session
