#pragma once

#include <string>
#include <vector>

#include "json/json.h"
#include "mcp/tool_arguments.h"
#include "operations/session_cache.h"
#include "operations/workspace.h"

namespace git_session::mcp {

/// What a tool is called with.
struct ToolCall {
  const ToolArguments& arguments;
  const Workspace& workspace;
  SessionCache& cache;  ///< of this process
};

/// What a tool answers.
struct ToolAnswer {
  Json content;                  ///< as the tool's output schema has it
  std::vector<Json> links = {};  ///< resource links to the outputs that it is about
};

/// What a call may do; clients ask people before some of it.
struct ToolEffects {
  bool read_only = false;
  bool destructive = false;  ///< may replace or take away what was there
  bool idempotent = false;   ///< again with the same arguments, it changes nothing more
};

/// One thing that agents can do: a row that calls what a command calls. It works on this machine
/// only, and never shares anything with anybody.
struct Tool {
  std::string name;
  std::string title;
  std::string description;  ///< under 2 KB: clients cut what is longer
  ToolEffects effects = {};
  Json input;   ///< JSON Schema of the arguments, closed
  Json output;  ///< JSON Schema of the answer, closed
  /// Throws Error for what it cannot do.
  ToolAnswer (*call)(const ToolCall& call) = nullptr;
};

/// A tool as `tools/list` shows it.
Json to_json(const Tool& tool, bool with_output);

}  // namespace git_session::mcp
