#pragma once

#include "cli/command.h"
#include "json/json.h"

namespace git_session {

/// `{"schema": 1, "command": {…}}`: one declaration.
Json command_to_json(const Command& command);
/// `{"schema": 1, "commands": [{…}]}`: every verb that is not hidden.
Json commands_to_json();

}  // namespace git_session
