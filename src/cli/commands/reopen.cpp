#include "base/text.h"
#include "cli/session_command.h"
#include "operations/close_session.h"

namespace git_session {
namespace {

int run_reopen(Invocation& invocation) {
  Workspace workspace = open_workspace(invocation);
  SessionLocation location = session_of(invocation, workspace).location;
  ReopenReport report = reopen_session(workspace, location);
  Console& console = invocation.console;
  if (invocation.wants_json()) {
    print_session_json(invocation, report.session);
  } else if (!console.is_quiet()) {
    console.print_line((report.was_open ? "Open already: " : "Reopened: ") +
                       escape_line(report.session.id));
  }
  return 0;
}

}  // namespace

Command declare_reopen() {
  return {
      .name = "reopen",
      .summary = "Go on with a closed session",
      .description =
          "Marks a closed session active again. It does not become the current one: git "
          "session use does that. For one in the archive, git session restore comes first.",
      .operands = {session_operand("the session; the current one unless given")},
      .examples = {{"git session reopen a3f42c && git session use a3f42c", "go on where it ended"}},
      .run = run_reopen};
}

}  // namespace git_session
