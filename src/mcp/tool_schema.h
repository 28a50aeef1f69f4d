#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/retention.h"
#include "json/json.h"
#include "mcp/tool.h"
#include "operations/current_session.h"
#include "operations/workspace.h"

/// What the declarations and calls of several tools share.
namespace git_session::mcp {

/// A text of one line, at most 500 characters.
Json line_argument(std::string_view description);
/// The same, and it may be empty: that clears.
Json value_argument(std::string_view description);
/// A list of lines, at most 100.
Json lines_argument(std::string_view description);
/// An integer from `least` to `most`.
Json number_argument(uint64_t least, uint64_t most, std::string_view description);
/// The argument `session` of nearly every tool.
Json session_argument();
/// How long a session is kept, and what the call says of it.
Json retention_argument(const std::string& description);
RetentionChoice retention_of(const ToolArguments& arguments);
/// A closed object of `required` and `optional` arguments.
Json input_schema(const Json& required, const Json& optional);
/// A root around one session in a few words, with what a tool adds to it.
Json brief_schema(const Json& additions = Json::object());

/// The session that `session` names, else the current one.
CurrentSession session_of(const ToolCall& call);
/// A resource link to an output of the session that `resource_name()` names so.
Json link_to(const std::string& session, const Output& output);
/// Links to the outputs of these names, where they can be read.
std::vector<Json> links_to(const Workspace& workspace, const Session& session,
                           const std::vector<std::string>& files);

}  // namespace git_session::mcp
