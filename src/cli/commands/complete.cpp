#include "cli/command.h"
#include "cli/completion.h"
#include "cli/completion_source.h"
#include "cli/console.h"

namespace git_session {
namespace {

int run_complete(Invocation& invocation) {
  const CompletionAnswer answer = complete_words(invocation.arguments.operands("WORD"),
                                                 invocation.environment, complete_from_repository);
  invocation.console.print_raw(print_completion(answer));
  return 0;
}

}  // namespace

Command declare_complete() {
  return {
      .name = "__complete",
      .summary = "Complete a command line for the shells",
      .description = "Prints what could replace the last word, a line each.",
      .operands = {{.name = "WORD", .help = "the words behind git session", .maximum = SIZE_MAX}},
      .trailing_operand = "WORD",
      .takes_session = false,
      .run = run_complete};
}

}  // namespace git_session
