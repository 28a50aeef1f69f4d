#include "base/error.h"
#include "base/text.h"
#include "cli/session_command.h"
#include "json/session_json.h"

namespace git_session {
namespace {

bool has_blank(const std::string& path) { return path.find_first_of(" \t\n") != path.npos; }

/// Scripts cut this line at its blanks, and use the path without quotes.
std::string path_without_blanks(const Workspace& workspace, const SessionLocation& location) {
  std::string absolute = workspace.absolute_path(location);
  return has_blank(absolute) ? workspace.path_from_here(location) : absolute;
}

std::string summary_of(const Session& session) {
  if (!session.is_readable()) return "cannot be read";
  std::vector<std::string> parts = {name_of(session.status.current)};
  for (const std::string& part : {session.context.ticket, session.context.project}) {
    if (!part.empty()) parts.push_back(part);
  }
  return join(parts, ", ");
}

void print_current(Console& console, const Workspace& workspace, const CurrentSession& current) {
  console.print_line("Path: " + escape_line(path_without_blanks(workspace, current.location)));
  console.print_line("Session ID: " + escape_line(current.location.id));
  console.print_line(std::string("Source: ") + name_of(current.source) + " (" +
                     describe(current.source, workspace) + ")");
  std::string summary = escape_line(summary_of(workspace.load(current.location, {})));
  // Only one line may hold the word that scripts look for.
  if (summary.find("Path:") == summary.npos) console.print_line("Session: " + summary);
}

int run_current(Invocation& invocation) {
  const Arguments& arguments = invocation.arguments;
  if (arguments.has("path") && arguments.has("id")) {
    throw Error(ErrorKind::usage, "--path and --id cannot both be printed alone");
  }
  Workspace workspace = open_workspace(invocation);
  CurrentSession current = session_of(invocation, workspace);
  Console& console = invocation.console;
  if (invocation.wants_json()) {
    Json root = session_root(workspace.load(current.location));
    root["source"] = name_of(current.source);
    console.print_json(root);
  } else if (arguments.has("path")) {
    console.print_line(workspace.absolute_path(current.location));
  } else if (arguments.has("id")) {
    console.print_line(current.location.id);
  } else {
    print_current(console, workspace, current);
  }
  return 0;
}

}  // namespace

Command declare_current() {
  return {
      .name = "current",
      .summary = "Show the current session and how it was found",
      .description =
          "The current session is the one that other verbs work on when no session is named. It is "
          "the first of:\n\n"
          "1. the one named by --session;\n\n"
          "2. the one in GIT_SESSION; an unknown one is an error;\n\n"
          "3. the folder in CLAUDE_SESSION_DIR, unless `create` or `use` came later or the session "
          "there is over;\n\n"
          "4. the one that the agent's chat (CLAUDE_CODE_SESSION_ID) created or used last;\n\n"
          "5. the one whose folder the working directory lies in;\n\n"
          "6. the one that `create` or `use` set in this worktree, while its branch is checked "
          "out;\n\n"
          "7. your only open session of the branch.\n\n"
          "It is never just the latest. When none of these holds, the exit status is 3 and the "
          "candidates are listed.\n\n"
          "The line `Path: DIR` is for scripts that cut it at the blank: when the absolute path "
          "holds one, the path is given relative to the working directory. `--path` is always "
          "absolute.",
      .options = {{.name = "path", .help = "print only the absolute path of its folder"},
                  {.name = "id", .help = "print only its id"}},
      .operands = {session_operand("a session to show as if it were the current one")},
      .examples = {{"git session current", "which session am I in, and why"},
                   {"cd \"$(git session current --path)\"", "go to its folder"},
                   {"git session current --json",
                    "the session and how it was found, for programs"}},
      .run = run_current};
}

}  // namespace git_session
