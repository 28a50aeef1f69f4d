#include "cli/session_command.h"
#include "cli/shell_lines.h"
#include "json/session_json.h"

namespace git_session {
namespace {

int run_env(Invocation& invocation) {
  Workspace workspace = open_workspace(invocation);
  CurrentSession current = session_of(invocation, workspace);
  workspace.require_in_work_tree(current.location);
  std::string directory = workspace.absolute_path(current.location);
  std::string shell =
      invocation.arguments.value_or("shell", invocation.environment.value_or_empty("SHELL"));
  if (invocation.wants_json()) {
    Json root = session_root(workspace.load(current.location));
    root["environment"]["CLAUDE_SESSION_DIR"] = directory;
    invocation.console.print_json(root);
  } else {
    invocation.console.print_line(export_line(shell_named(shell), directory));
  }
  return 0;
}

}  // namespace

Command declare_env() {
  return {
      .name = "env",
      .summary = "Print shell lines that export the current session",
      .description =
          "Prints the line that sets CLAUDE_SESSION_DIR, for eval. Programs then write outputs to "
          "$CLAUDE_SESSION_DIR/FILE, and git session in that shell works on this session.\n\n"
          "A later `create` or `use` goes before the variable, and a closed session is passed "
          "over, so it need not be unset. To pin a shell to one session whatever happens, set "
          "GIT_SESSION to its id instead.\n\n"
          "Without a current session nothing is printed and the exit status is 3.",
      .options = {{.name = "shell",
                   .value = "SHELL",
                   .help = "whose lines to print; else that of $SHELL",
                   .choices = {"bash", "zsh", "fish", "sh"}}},
      .operands = {session_operand("the session; else the current one")},
      .examples = {{"eval \"$(git session env)\"", "in bash and zsh"},
                   {"git session env --shell fish | source", "in fish"}},
      .run = run_env};
}

}  // namespace git_session
