#include <algorithm>

#include "cli/command.h"
#include "cli/find_command.h"
#include "cli/query_options.h"
#include "cli/session_command.h"

namespace git_session {
namespace {

bool asks_for_archived(const FindRequest& request) {
  const std::vector<State>& states = request.query.states;
  return request.only || std::find(states.begin(), states.end(), State::archived) != states.end();
}

int run_list(Invocation& invocation) {
  const Workspace workspace = open_workspace(invocation);
  FindRequest request = listing_request(invocation, workspace);
  request.with_archived = invocation.arguments.has("all") || asks_for_archived(request);
  return print_listing(invocation, workspace, request, find_sessions(workspace, request));
}

}  // namespace

Command declare_list() {
  Command command{
      .name = "list",
      .summary = "List sessions, one line each",
      .description =
          "Lists the sessions of this repository, newest first: id, user, status, team, ticket, "
          "sprint, project, number of outputs and the day each may go. Archived sessions are "
          "listed only when asked for, with --all or --status archived.\n\nOn a terminal this is "
          "a table that fits the window. On a pipe it is one line for each session, the id first, "
          "its fields parted by tabs and written in full.\n\nOf several values of one filter any "
          "will do, but every tag must be there; of several filters all must fit. Values are globs "
          "over the whole value, in any case; --project is content with a part.\n\nA folder "
          "without metadata has the status 'no metadata'. A session whose metadata cannot be read "
          "has the status 'unreadable'; file, line and reason are said on stderr, whatever the "
          "filters, and the exit code is 4.",
      .options = {{.name = "all", .letter = 'a', .help = "list archived sessions too"}},
      .examples = {{"git session list --status active --team engineering", "what my team works on"},
                   {"git session list --user @me --sort expires", "mine, the next to go first"},
                   {"git session list | grep Sprint-3 | awk '{print $1}'", "the ids of a sprint"},
                   {"git session list --format csv >sessions.csv", "for a spreadsheet"},
                   {"git session list --json | jq '.sessions[].path'", "for a program"}},
      .exit_codes = {{4, "done, but some sessions could not be read"}},
      .run = run_list};
  for (auto options : {query_options(), listing_options()}) {
    command.options.insert(command.options.end(), options.begin(), options.end());
  }
  return command;
}

}  // namespace git_session
