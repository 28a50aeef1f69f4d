#pragma once

#include "json/json.h"
#include "operations/workspace_status.h"

namespace git_session {

/// What `status --json` prints; docs/formats.md has every field.
Json status_root(const WorkspaceStatus& status, const Workspace& workspace);

/// [{file, reason}], as status and commit print it.
Json to_json(const std::vector<LeftOut>& left_out);

}  // namespace git_session
