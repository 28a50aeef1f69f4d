#include "base/error.h"
#include "cli/command.h"
#include "cli/find_command.h"
#include "cli/query_options.h"
#include "cli/session_command.h"

namespace git_session {
namespace {

int run_search(Invocation& invocation) {
  const Workspace workspace = open_workspace(invocation);
  FindRequest request = listing_request(invocation, workspace);
  request.with_archived = true;
  if (request.query.is_empty() && !request.only) {
    throw Error(ErrorKind::usage, "search needs to know what for",
                "git session search --ticket PROJ-123; git session list --all shows everything");
  }
  return print_listing(invocation, workspace, request, find_sessions(workspace, request));
}

}  // namespace

Command declare_search() {
  Command command{
      .name = "search",
      .summary = "Find sessions by ticket, project, agent, date and more",
      .description =
          "Finds sessions, archived ones too, and shows them as list does. With --agent, --type or "
          "--promoted a terminal shows the outputs that fit below each session.\n\nValues are "
          "globs over the whole value, in any case: --ticket proj-123 finds PROJ-123 and not "
          "PROJ-1234, --ticket 'PROJ-*' finds both. Only --project is content with a part. Of "
          "several values of one filter any will do, but all tags must be there; of several "
          "filters all must fit, --agent, --type and --promoted in one and the same "
          "output.\n\n--expiring-within DAYS finds active and closed sessions dated on or before "
          "today + DAYS, those already expired first; sessions without a date never expire.\n\n"
          "--since and --until are compared with the time a session was made.",
      .options = query_options(),
      .examples = {{"git session search --ticket PROJ-123", "every session of a ticket"},
                   {"git session search --project 'Invoice Automation'", "by a part of the name"},
                   {"git session search --agent cs-architect --since '2 weeks ago'",
                    "what an agent made lately"},
                   {"git session search --expiring-within 30", "what to look at before it may go"},
                   {"git session search --where links.jira='*PROJ-123'", "by any other key"}},
      .exit_codes = {{4, "done, but some sessions could not be read"}},
      .run = run_search};
  const std::vector<Option> options = listing_options();
  command.options.insert(command.options.end(), options.begin(), options.end());
  return command;
}

}  // namespace git_session
