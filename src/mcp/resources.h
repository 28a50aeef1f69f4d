#pragma once

#include "base/environment.h"
#include "mcp/dialect.h"
#include "mcp/failure.h"

namespace git_session::mcp {

/// `resources/list`: a page of the sessions that are not archived, the newest first, each followed
/// by its outputs.
Outcome list_resources(const Json& params, const Environment& environment);
/// `resources/templates/list`.
Json list_resource_templates();
/// `resources/read`: a session as its report's JSON, or an output; what is no text as base64. At
/// most 256 KiB at once; `_meta` of the contents then says what the rest is called.
Outcome read_resource(const Json& params, const Dialect& dialect, const Environment& environment);

}  // namespace git_session::mcp
