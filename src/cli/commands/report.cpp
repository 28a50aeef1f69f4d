#include "base/error.h"
#include "cli/command.h"
#include "cli/find_command.h"
#include "cli/query_options.h"
#include "cli/report_markdown.h"
#include "cli/session_command.h"
#include "cli/session_table.h"
#include "json/report_json.h"
#include "json/session_json.h"

namespace git_session {
namespace {

bool is_json(const Invocation& invocation) {
  return invocation.wants_json() || invocation.arguments.value("format") == "json";
}

/// What Jira does not tell is no reason to tell the rest not.
void tell_of_tickets(Console& console, const Workspace& workspace,
                     const std::vector<SessionReport*>& reports) {
  const std::string failure = add_tickets(workspace, reports);
  if (!failure.empty()) console.note("Without what Jira says: " + failure);
}

int report_one(Invocation& invocation, const Workspace& workspace) {
  const CurrentSession current = session_of(invocation, workspace);
  SessionReport report = report_session(workspace, current.location);
  if (invocation.arguments.has("promoted-only")) keep_promoted(report);
  tell_of_tickets(invocation.console, workspace, {&report});
  if (is_json(invocation)) {
    invocation.console.print_json(report_root(report));
  } else {
    invocation.console.print_raw(report_markdown(report, workspace.today()));
  }
  return 0;
}

/// Each session is read a second time, when its turn comes: only one is in memory.
void print_sessions(Invocation& invocation, const Workspace& workspace,
                    const FoundSessions& found) {
  Console& console = invocation.console;
  const std::string about = describe_query(invocation.arguments);
  console.print_raw(overview_markdown(found.rows, about, workspace.today()));
  for (const SessionRow& row : found.rows) {
    auto location = workspace.store().layout().parse(row.path);
    if (!location || row.shape == Shape::unreadable) continue;
    SessionReport report = report_session(workspace, *location);
    if (invocation.arguments.has("promoted-only")) keep_promoted(report);
    console.print_raw("\n" + report_markdown(report, workspace.today(), 2));
  }
}

int report_many(Invocation& invocation, const Workspace& workspace, FindRequest request) {
  const bool only_promoted = invocation.arguments.has("promoted-only");
  request.with_archived = true;
  request.reverse = true;  // a report tells its story from the beginning
  if (only_promoted) request.query.promoted = true;
  if (is_json(invocation)) {
    request.detail = LoadDetail::full();
    request.keep = [only_promoted](const Session& session) {
      if (!only_promoted) return json_of_session(session);
      SessionReport report{session, std::vector<std::string>(session.outputs.size())};
      keep_promoted(report);
      return json_of_session(report.session);
    };
  }
  const FoundSessions found = find_sessions(workspace, request);
  if (is_json(invocation)) {
    print_sessions_json(invocation.console, found);
  } else {
    print_sessions(invocation, workspace, found);
  }
  if (found.rows.empty()) invocation.console.note("no session fits");
  tell_links(invocation.console, found.links);
  return tell_unreadable(invocation.console, found.unreadable);
}

int report_against(Invocation& invocation, const Workspace& workspace,
                   const std::string& revision) {
  BranchReport report = report_branch(workspace, revision);
  if (invocation.arguments.has("promoted-only")) {
    for (ChangedSession& change : report.sessions) keep_promoted(change);
  }
  std::vector<SessionReport*> reports;
  for (ChangedSession& change : report.sessions) reports.push_back(&change.report);
  tell_of_tickets(invocation.console, workspace, reports);
  if (is_json(invocation)) {
    invocation.console.print_json(branch_report_root(report));
  } else {
    invocation.console.print_raw(branch_markdown(report, workspace.today()));
  }
  return tell_unreadable(invocation.console, report.unreadable);
}

[[noreturn]] void refuse_mixture(const std::string& what) {
  throw Error(ErrorKind::usage, what + " cannot be combined", "give one of them");
}

int run_report(Invocation& invocation) {
  const Workspace workspace = open_workspace(invocation);
  const Query query = query_from(invocation.arguments, workspace);
  const bool names_one = invocation.named_session().has_value();
  const auto revision = invocation.arguments.value("against");
  if (names_one && revision) refuse_mixture("a session and --against");
  if (names_one && !query.is_empty()) refuse_mixture("a session and filters");
  if (revision && !query.is_empty()) refuse_mixture("--against and filters");
  if (revision) return report_against(invocation, workspace, *revision);
  if (query.is_empty()) return report_one(invocation, workspace);
  FindRequest request;
  request.query = query;
  request.detail.unknown_keys = !query.where.empty();
  return report_many(invocation, workspace, std::move(request));
}

}  // namespace

Command declare_report() {
  Command command{
      .name = "report",
      .summary = "Report a session, or many, as Markdown or JSON",
      .description =
          "Tells others what was done: who, what, when, the outputs in order with agent, type, "
          "size, title (the first heading of the text, unless the metadata has one) and where "
          "they were promoted to, stakeholders, links, retention, notes. Listed files that are "
          "gone are marked as missing, files that nobody listed are there too, and entries that "
          "lead out of the session are named but never opened.\n\nWithout ID it is the current "
          "session. With filters it is one combined report over every session that fits, archived "
          "ones too, oldest first. With --against REV it is what this branch adds: every output "
          "that differs between the merge base with REV and the work tree, short enough for a "
          "pull request or the summary of a CI job.\n\nWhere session.jira.site is set, a report on "
          "one session or with --against tells what Jira says of the ticket, its summary and its "
          "state. It waits for Jira 3 seconds and does without then, with a note.\n\n--format json "
          "is the metadata, normalised "
          "whatever shape the file has, plus path and problems, ticket_summary and ticket_state; "
          "--json is the same.",
      .options = {{.name = "format",
                   .value = "FORMAT",
                   .help = "markdown unless given",
                   .choices = {"markdown", "json"}},
                  {.name = "promoted-only", .help = "leave out outputs that were not promoted"},
                  {.name = "against",
                   .value = "REV",
                   .help = "what this branch adds to its merge base with REV"}},
      .operands = {session_operand("the session; the current one when left out")},
      .examples = {{"git session report >report.md", "the current session, for a wiki or a mail"},
                   {"git session report --format json | jq '.outputs | length'",
                    "how many outputs it has"},
                   {"git session report --sprint 2025-Q4-Sprint-3", "what a sprint produced"},
                   {"git session report --against origin/main >>\"$GITHUB_STEP_SUMMARY\"",
                    "what a pull request brings"}},
      .exit_codes = {{4, "done, but some sessions could not be read"}},
      .run = run_report};
  const std::vector<Option> options = query_options();
  command.options.insert(command.options.end(), options.begin(), options.end());
  return command;
}

}  // namespace git_session
