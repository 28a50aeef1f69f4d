#include "cli/help.h"

#include "base/error.h"
#include "cli/command.h"
#include "cli/command_json.h"
#include "cli/command_table.h"
#include "cli/console.h"
#include "cli/unknown_verb.h"

namespace git_session {
namespace {

int run_help(Invocation& invocation) {
  Console& console = invocation.console;
  const std::optional<std::string> verb = invocation.arguments.operand("VERB");
  if (!verb) {
    if (invocation.wants_json()) {
      console.print_json(commands_to_json());
    } else {
      console.print(overview_help(invocation.program, invocation.arguments.has("all")));
    }
    return 0;
  }
  const CommandEntry* entry = find_command(*verb);
  if (entry == nullptr) throw unknown_verb(*verb, invocation.program);
  const Command command = entry->declare();
  if (invocation.wants_json()) {
    console.print_json(command_to_json(command));
  } else {
    console.print(command_help(command, invocation.program, console.width()));
  }
  return 0;
}

}  // namespace

Command declare_help() {
  return {
      .name = "help",
      .summary = "Explain the verbs",
      .description =
          "Lists the verbs of every day, or explains one verb as its -h does. With "
          "--json it gives every declaration, for programs that build command "
          "lines.\n\nThe manual pages say the same: git session --help, git help "
          "session.",
      .options = {{.name = "all", .letter = 'a', .help = "list the rarer verbs too"}},
      .operands = {{.name = "VERB", .help = "the verb to explain", .completion = Completion::verb}},
      .examples = {{"git session help --all", "every verb with a line each"},
                   {"git session help create", "everything about one verb"}},
      .takes_session = false,
      .run = run_help};
}

}  // namespace git_session
