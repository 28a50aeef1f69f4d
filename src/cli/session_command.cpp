#include "cli/session_command.h"

#include "base/text.h"
#include "json/session_json.h"

namespace git_session {

Workspace open_workspace(Invocation& invocation) {
  Workspace workspace = Workspace::open(invocation.environment);
  const Settings& settings = workspace.settings();
  if (!settings.ignored_file_reason().empty()) {
    invocation.console.warn(".gitsession is ignored: " + settings.ignored_file_reason());
  }
  if (!settings.ignored_keys().empty()) {
    invocation.console.warn(".gitsession may not set " + join(settings.ignored_keys(), ", "));
  }
  return workspace;
}

CurrentSession session_of(Invocation& invocation, const Workspace& workspace) {
  CurrentSession current = find_current_session(workspace, invocation.named_session());
  for (const std::string& note : current.notes) invocation.console.note(note);
  return current;
}

void print_session_json(Invocation& invocation, const Session& session) {
  if (invocation.wants_json()) invocation.console.print_json(session_root(session));
}

std::string folder_label(const std::string& path) { return escape_line(path) + "/"; }

}  // namespace git_session
