#include "base/error.h"
#include "base/text.h"
#include "cli/command_table.h"
#include "cli/session_command.h"
#include "json/briefing_json.h"
#include "operations/briefing.h"

namespace git_session {
namespace {

constexpr int64_t most_tokens = 100000;

size_t budget_of(const Arguments& arguments) {
  const auto text = arguments.value("budget");
  if (!text) return usual_briefing_tokens;
  const auto tokens = parse_integer(*text);
  if (tokens && *tokens > 0 && *tokens <= most_tokens) return static_cast<size_t>(*tokens);
  throw Error(ErrorKind::usage, "'" + *text + "' is no number of tokens",
              "git session prime --budget 800");
}

/// Nobody being at work is no error: then it tells how to begin.
std::optional<SessionLocation> session_to_tell(Invocation& invocation, const Workspace& workspace) {
  try {
    return session_of(invocation, workspace).location;
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::no_session) throw;
    return std::nullopt;
  }
}

int run_prime(Invocation& invocation) {
  const size_t budget = budget_of(invocation.arguments);
  const Workspace workspace = open_workspace(invocation);
  const auto location = session_to_tell(invocation, workspace);
  const std::string text = briefing(workspace, location, budget);
  if (!invocation.wants_json()) {
    invocation.console.print(text);
    return 0;
  }
  invocation.console.print_json(briefing_root(location, text, budget));
  return 0;
}

}  // namespace

Command declare_prime() {
  return {
      .name = "prime",
      .summary = "Brief an agent: which session this is, where to write, what is there",
      .description =
          "Prints what an agent needs to know before it starts: the current session, where its "
          "documents go and how they are named, the latest of them, earlier sessions of the same "
          "branch and ticket, and when the session expires. Hooks give it to an agent at the start "
          "of a chat and before its context is shortened; it reads well for people too.\n\n"
          "The same files give the same text, the most important lines first, and no more than "
          "the budget: a token is taken for four bytes. Without a current session it says how to "
          "start one.",
      .options = {{.name = "budget",
                   .value = "TOKENS",
                   .help = "how long it may be; 800 unless given"}},
      .operands = {session_operand("the session to tell of; else the current one")},
      .examples = {{"git session prime", "what an agent is told"},
                   {"git session prime --budget 200", "the most important lines only"}},
      .run = run_prime};
}

}  // namespace git_session
