#include <algorithm>

#include "base/text.h"
#include "cli/command_table.h"
#include "cli/output_options.h"
#include "cli/secret_messages.h"
#include "cli/session_command.h"
#include "json/secret_json.h"
#include "json/session_json.h"
#include "json/status_json.h"
#include "operations/commit_session.h"

namespace git_session {
namespace {

constexpr size_t most_lines = 6;

void warn_about(Console& console, const CommitReport& report) {
  for (const LargeFile& file : report.large) warn_of_size(console, file.path, file.bytes);
  tell_secrets(console, report.secrets);
  const std::vector<LeftOut>& left_out = report.left_out;
  const size_t shown = std::min(left_out.size(), most_lines);
  for (size_t i = 0; i < shown; ++i) {
    console.warn("not committed: " + left_out[i].file + ": " + describe(left_out[i].reason));
  }
  if (shown == left_out.size()) return;
  console.warn("not committed: " + std::to_string(left_out.size() - shown) +
               " more, named by git session status --json");
}

/// Allowed, and now and then meant; but who forgot to switch back should hear of it. What is over
/// is committed wherever people are by then.
void warn_of_other_branch(Console& console, const Workspace& workspace, const Session& session) {
  const std::string& branch = session.context.branch;
  if (branch.empty() || branch == replace_invalid_utf8(workspace.branch())) return;
  if (session.in_archive || !session.is_open()) return;
  console.warn("the session was made on branch '" + branch + "', and this commit went to '" +
               workspace.branch() + "'");
}

int run_commit(Invocation& invocation) {
  Workspace workspace = open_workspace(invocation);
  SessionLocation location = session_of(invocation, workspace).location;
  CommitReport report = commit_session(workspace, location, invocation.arguments.value("message"));
  Console& console = invocation.console;
  warn_about(console, report);
  if (!report.commit.empty()) warn_of_other_branch(console, workspace, report.session);
  if (invocation.wants_json()) {
    Json root = session_root(report.session);
    root["commit"] = text_or_null(report.commit);
    root["files"] = report.files;
    root["left_out"] = to_json(report.left_out);
    root["secrets"] = secrets_to_json(report.secrets);
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
  return {
      .name = "commit",
      .summary = "Commit the files of a session, and nothing else",
      .description =
          "Commits what changed in the session's folder: outputs, metadata, what archive or "
          "restore moved; and what promote wrote for it. Whatever else is staged stays staged and "
          "is not committed. Hooks "
          "and signing apply as in git commit.\n\nLinks, hidden names, drafts and repositories are "
          "no outputs: they are left out and named. A file over session.maxOutputSize that "
          "nobody listed is refused, and nothing committed, until git session add --large "
          "lists it. What looks like a secret is refused too, and nothing committed; "
          "git session check-secrets says more.\n\nWithout -m the message says what was added "
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
      .exit_codes = {{5,
                      "a file is over session.maxOutputSize, and not listed; or something looks "
                      "like a secret"}},
      .run = run_commit};
}

}  // namespace git_session
