#pragma once

#include <string>

#include "json/json.h"
#include "operations/workspace.h"

namespace git_session::mcp {

/// `{"resources": […], "nextCursor": …}`: the sessions that are not archived, the newest id first,
/// each followed by its outputs; 100 of them from where `cursor` says, or from the start where that
/// is empty. Only the sessions of the page are read. A session that goes meanwhile does not disturb
/// the others. Throws Error(usage) for a cursor that is none of ours.
Json list_page(const Workspace& workspace, const std::string& cursor);

}  // namespace git_session::mcp
