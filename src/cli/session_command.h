#pragma once

#include "base/error.h"
#include "cli/command.h"
#include "cli/console.h"
#include "operations/current_session.h"
#include "operations/workspace.h"

namespace git_session {

/// The workspace of a command; says on stderr what the committed settings were not allowed to say.
Workspace open_workspace(Invocation& invocation);

/// The session the command line names, else the current one; notes go to stderr.
CurrentSession session_of(Invocation& invocation, const Workspace& workspace);

/// The session as it is after a change: JSON with --json, else nothing.
void print_session_json(Invocation& invocation, const Session& session);

/// As every error is shown, for verbs whose exit code is not the error's.
void print_error(Invocation& invocation, const Error& error);

/// `path` for people: relative to the top level, on one line, with a slash at its end.
std::string folder_label(const std::string& path);

}  // namespace git_session
