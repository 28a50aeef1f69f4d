#pragma once

#include "base/environment.h"
#include "mcp/dialect.h"
#include "mcp/failure.h"
#include "operations/session_cache.h"

namespace git_session::mcp {

/// `tools/list`: all of them on one page.
Json list_tools(const Dialect& dialect);

/// `tools/call` with these params. What a tool cannot do is a result that says so, for the model to
/// read; a Failure only where no tool is called.
Outcome call_tool(const Json& params, const Dialect& dialect, const Environment& environment,
                  SessionCache& cache);

}  // namespace git_session::mcp
