#include "base/text.h"
#include "cli/command_table.h"
#include "cli/session_command.h"
#include "json/session_json.h"
#include "operations/move_session.h"

namespace git_session {
namespace {

using Move = MoveReport (*)(const Workspace&, const SessionLocation&, const MoveOptions&);

Json move_to_json(const MoveReport& report, bool dry_run) {
  Json root = session_root(report.session);
  root["moved"] = report.moved && !dry_run;
  root["from"] = report.from;
  root["to"] = report.to;
  return root;
}

std::string describe(const MoveReport& report, const char* verb, const char* nothing) {
  if (!report.moved) return nothing + escape_line(report.session.id);
  return verb + folder_label(report.from) + " -> " + folder_label(report.to);
}

int run_move(Invocation& invocation, Move move, const char* done, const char* planned,
             const char* nothing) {
  Workspace workspace = open_workspace(invocation);
  SessionLocation location = session_of(invocation, workspace).location;
  MoveOptions options{invocation.arguments.has("dry-run"), invocation.arguments.has("force")};
  MoveReport report = move(workspace, location, options);
  Console& console = invocation.console;
  if (invocation.wants_json()) {
    console.print_json(move_to_json(report, options.dry_run));
  } else if (options.dry_run || !console.is_quiet()) {
    console.print_line(describe(report, options.dry_run ? planned : done, nothing));
  }
  if (report.moved && !options.dry_run) {
    console.note("git session commit " + quote_for_shell(location.id) + " records the move in git");
  }
  return 0;
}

int run_archive(Invocation& invocation) {
  return run_move(invocation, archive_session,
                  "Archived: ", "Would archive: ", "Archived already: ");
}

int run_restore(Invocation& invocation) {
  return run_move(invocation, restore_session, "Restored: ", "Would restore: ", "Not archived: ");
}

std::vector<Option> move_options() {
  return {{.name = "dry-run", .letter = 'n', .help = "say what would be moved, and move nothing"},
          {.name = "force", .help = "move also to where git ignores the files"}};
}

}  // namespace

Command declare_archive() {
  return {.name = "archive",
          .summary = "Move a session to the archive",
          .description =
              "Moves the session's folder to archive/USER/ and notes when. It stays listed with "
              "list --all, can be searched, shown and restored. What git tracks is moved with git "
              "mv, so that the history follows; sessions that are not committed or not closed are "
              "moved as they are.\n\nWhere git would ignore the files in the archive the move is "
              "refused and the rule named, because the session would vanish from git.",
          .options = move_options(),
          .operands = {session_operand("the session to archive; else the current one")},
          .examples = {{"git session archive a3f42c", "archive the session with that hex"},
                       {"git session archive --dry-run",
                        "say what archiving the current session "
                        "would move"}},
          .exit_codes = {{5, "git ignores the place in the archive"}},
          .run = run_archive};
}

Command declare_restore() {
  return {.name = "restore",
          .summary = "Bring a session back from the archive",
          .description =
              "Moves an archived session back to sessions/USER/. It is closed again when it had "
              "been closed before, else active.",
          .options = move_options(),
          .operands = {session_operand("the archived session")},
          .examples = {{"git session restore 2025-11-22_feature-x_a3f42c", "bring it back"}},
          .exit_codes = {{5, "git ignores the place under sessions"}},
          .run = run_restore};
}

}  // namespace git_session
