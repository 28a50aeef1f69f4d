#include "base/error.h"
#include "base/text.h"
#include "cli/current_warning.h"
#include "cli/session_command.h"
#include "json/session_json.h"

namespace git_session {
namespace {

int drop(Invocation& invocation) {
  Workspace workspace = open_workspace(invocation);
  if (!forget_current_session(workspace)) {
    throw Error(ErrorKind::unavailable, "the git directory cannot be written",
                "git session --session ID names a session for one command");
  }
  if (invocation.wants_json()) {
    Json root = json_root();
    root["session_id"] = nullptr;
    invocation.console.print_json(root);
  } else {
    invocation.console.note("No session is set in this worktree");
  }
  return 0;
}

void require_open(const Workspace& workspace, const SessionLocation& location) {
  workspace.require_in_work_tree(location);
  if (location.in_archive) {
    throw Error(ErrorKind::refused, "session '" + location.id + "' is archived",
                "git session restore " + quote_for_shell(location.id))
        .with_reason("session-archived");
  }
  Session session = workspace.load(location, {});
  if (!session.is_readable() || session.is_open()) return;
  throw Error(ErrorKind::refused, "session '" + location.id + "' is closed",
              "git session reopen " + quote_for_shell(location.id))
      .with_reason("session-closed");
}

int use(Invocation& invocation, const std::string& name) {
  Workspace workspace = open_workspace(invocation);
  SessionLocation location = workspace.resolve(name);
  require_open(workspace, location);
  if (!set_current_session(workspace, location)) {
    throw Error(ErrorKind::unavailable, "the git directory cannot be written",
                "eval \"$(git session env --session " + quote_for_shell(location.id) + ")\"");
  }
  Console& console = invocation.console;
  warn_unless_current(invocation, workspace, location);
  if (invocation.wants_json()) {
    print_session_json(invocation, workspace.load(location));
  } else {
    console.note("Session in use on branch " + workspace.branch() + ": " + location.id);
  }
  return 0;
}

int run_use(Invocation& invocation) {
  bool drops = invocation.arguments.has("none");
  std::optional<std::string> name = invocation.named_session();
  if (drops && name) throw Error(ErrorKind::usage, "--none takes no session");
  if (drops) return drop(invocation);
  if (!name) throw Error(ErrorKind::usage, "which session?", "git session use ID, or --none");
  return use(invocation, *name);
}

}  // namespace

Command declare_use() {
  return {.name = "use",
          .summary = "Make another session the current one",
          .description =
              "Makes an open session the current one of this worktree, for as long as the present "
              "branch is checked out; inside an agent also of its chat. It goes before a "
              "CLAUDE_SESSION_DIR exported earlier, but not before GIT_SESSION.",
          .options = {{.name = "none", .help = "forget the session set in this worktree"}},
          .operands = {session_operand("the session to go on with")},
          .examples = {{"git session use a3f42c", "go on with the session whose id ends like this"},
                       {"git session use --none", "forget it again"}},
          .run = run_use};
}

}  // namespace git_session
