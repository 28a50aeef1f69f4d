#pragma once

#include <string>
#include <vector>

#include "base/environment.h"
#include "base/error.h"
#include "cli/console.h"

namespace git_session {

/// "git session", or the name of a script it replaces when the program was started under that one:
/// "session_manager", "promote_to_confluence", "migrate_outputs".
std::string program_name_from(const std::string& started_as);

/// Runs one command line, `words` without the program (and, as "promote_to_confluence" or
/// "migrate_outputs", without the verb), and gives the exit code; results are written when it
/// returns. Never throws: every error ends as a message and an exit code here.
int run_cli(const std::vector<std::string>& words, const Environment& environment,
            Console& console);

/// The exit code for a kind of error (docs/formats.md, "Exit codes").
int exit_code_for(ErrorKind kind);

}  // namespace git_session
