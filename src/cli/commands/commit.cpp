#include "base/text.h"
#include "cli/command_table.h"
#include "cli/session_command.h"
#include "json/session_json.h"
#include "operations/commit_session.h"

namespace git_session {
namespace {

int run_commit(Invocation& invocation) {
  Workspace workspace = open_workspace(invocation);
  SessionLocation location = session_of(invocation, workspace).location;
  CommitReport report = commit_session(workspace, location, invocation.arguments.value("message"));
  Console& console = invocation.console;
  if (invocation.wants_json()) {
    Json root = session_root(report.session);
    root["commit"] = text_or_null(report.commit);
    root["files"] = report.files;
    console.print_json(root);
  } else if (console.is_quiet()) {
    return 0;
  } else if (report.commit.empty()) {
    console.print_line("Nothing to commit in " + escape_line(location.id));
  } else {
    console.print_line("[" + workspace.branch() + " " + report.commit.substr(0, 7) + "] " +
                       report.subject);
    console.print_line(count_of(report.files, "file") + " of session " + escape_line(location.id));
  }
  return 0;
}

}  // namespace

Command declare_commit() {
  return {.name = "commit",
          .summary = "Commit the files of a session, and nothing else",
          .description =
              "Commits what changed in the session's folder: outputs, metadata, and what archive "
              "or restore moved. Whatever else is staged stays staged and is not committed. Hooks "
              "and signing apply as in git commit.\n\nWithout -m the message says what was added "
              "and names the session. In either case it ends with a line 'Git-Session: ID', which "
              "git log --grep finds again.",
          .options = {{.name = "message",
                       .letter = 'm',
                       .value = "TEXT",
                       .help = "the commit message instead of ours"}},
          .operands = {session_operand("the session to commit; else the current one")},
          .examples = {{"git session commit", "commit the current session"},
                       {"git session commit a3f42c -m 'docs: invoice analysis'",
                        "with a message of your own"}},
          .run = run_commit};
}

}  // namespace git_session
