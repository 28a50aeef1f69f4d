#include "cli/session_command.h"

#include "base/error.h"
#include "base/text.h"
#include "json/session_json.h"
#include "operations/close_session.h"

namespace git_session {

Workspace open_workspace(Invocation& invocation) {
  Workspace workspace = Workspace::open(invocation.environment);
  workspace.recorder().begin(std::string(invocation.verb), workspace.now());
  const Settings& settings = workspace.settings();
  if (!settings.ignored_file_reason().empty()) {
    invocation.console.warn(".gitsession is ignored: " + settings.ignored_file_reason());
  }
  if (!settings.ignored_keys().empty()) {
    invocation.console.warn(".gitsession may not set " + join(settings.ignored_keys(), ", "));
  }
  return workspace;
}

namespace {

/// Who has just closed the session is told which that was, not only to start anew.
[[noreturn]] void throw_with_closed(const Workspace& workspace, const Error& error) {
  if (!open_sessions(workspace, workspace.user(), workspace.branch()).empty()) throw error;
  std::optional<Session> closed = last_closed_session(workspace);
  if (!closed) throw error;
  throw Error(ErrorKind::no_session,
              std::string(error.what()) + "; " + closed->id + " was closed at " +
                  format_rfc3339(*closed->status.closed_at),
              "git session reopen " + quote_for_shell(closed->id) +
                  " goes on with it; name it to work on it as it is")
      .with_candidates(error.candidates());
}

}  // namespace

CurrentSession session_of(Invocation& invocation, const Workspace& workspace) {
  CurrentSession current = [&] {
    try {
      return find_current_session(workspace, invocation.named_session());
    } catch (const Error& error) {
      if (error.kind() != ErrorKind::no_session) throw;
      throw_with_closed(workspace, error);
    }
  }();
  for (const std::string& note : current.notes) invocation.console.note(note);
  return current;
}

void print_session_json(Invocation& invocation, const Session& session) {
  if (invocation.wants_json()) invocation.console.print_json(session_root(session));
}

void print_error(Invocation& invocation, const Error& error) {
  if (invocation.wants_json()) {
    Json root = json_root();
    root["error"] = to_json(error);
    invocation.console.print_json(root);
  } else {
    invocation.console.error(error.what(), error.hint());
  }
}

std::string folder_label(const std::string& path) { return escape_line(path) + "/"; }

}  // namespace git_session
