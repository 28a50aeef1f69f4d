#include "base/error.h"
#include "base/text.h"
#include "cli/command_table.h"
#include "cli/gc_messages.h"
#include "cli/gc_report.h"
#include "cli/progress.h"
#include "cli/prompt.h"
#include "cli/query_options.h"
#include "cli/session_command.h"
#include "cli/session_table.h"
#include "json/gc_json.h"
#include "operations/gc_execute.h"

namespace git_session {
namespace {

constexpr int64_t most_days = 36500;

bool is_json(const Invocation& invocation) {
  return invocation.wants_json() || invocation.arguments.value_or("format", "") == "json";
}

int days_within(const Arguments& arguments) {
  const auto text = arguments.value("within");
  if (!text) return GcRequest::default_within;
  const auto days = parse_integer(*text);
  if (days && *days >= 0 && *days <= most_days) return static_cast<int>(*days);
  throw Error(ErrorKind::usage, "--within takes a number of days, not '" + escape_line(*text) + "'",
              "git session gc --within 30");
}

void check_options(const Invocation& invocation) {
  const Arguments& arguments = invocation.arguments;
  for (const char* option : {"purge", "force", "commit", "yes"}) {
    if (!arguments.has(option) || arguments.has("execute")) continue;
    throw Error(ErrorKind::usage, "--" + std::string(option) + " goes with --execute",
                "git session gc alone shows what it would do");
  }
  if (arguments.has("force") && !arguments.has("purge")) {
    throw Error(ErrorKind::usage, "--force goes with --purge", "git session gc -h");
  }
  if (!arguments.has("execute")) return;
  if (arguments.has("dry-run")) {
    throw Error(ErrorKind::usage, "--dry-run and --execute exclude each other",
                "git session gc alone shows what it would do");
  }
  if (arguments.value_or("format", "") == "markdown") {
    throw Error(ErrorKind::usage, "--format markdown shows what --execute would do",
                "leave out one of them");
  }
  if (!arguments.has("yes") && !invocation.console.can_prompt()) {
    throw Error(ErrorKind::usage, "gc --execute asks first, and nobody can be asked here",
                "give --yes");
  }
}

GcRequest request_of(const Invocation& invocation, const Workspace& workspace) {
  GcRequest request;
  request.query = query_from(invocation.arguments, workspace);
  request.within = days_within(invocation.arguments);
  for (const std::string& name : invocation.arguments.values("force")) {
    request.forced.push_back(workspace.resolve(name, Scope::archive));
  }
  return request;
}

/// An override that overrides nothing was meant for something else.
void check_forced(const GcRequest& request, const GcSurvey& survey, Date today) {
  for (const SessionLocation& forced : request.forced) {
    bool is_due = false;
    for (const GcSession& found : survey.sessions) {
      const bool is_past = found.decision.date && *found.decision.date < today;
      is_due = is_due || (found.location == forced && is_past);
    }
    if (is_due) continue;
    throw Error(ErrorKind::usage, "session '" + forced.id + "' is not due to be purged",
                "git session gc shows which are; leave out --force " + quote_for_shell(forced.id));
  }
}

int preview(Invocation& invocation, const Workspace& workspace, const GcRequest& request,
            const GcSurvey& survey) {
  Console& console = invocation.console;
  if (is_json(invocation)) {
    console.print_json(gc_to_json(survey, {}, request.within));
  } else if (invocation.arguments.value_or("format", "") == "markdown") {
    console.print_raw(survey_markdown(survey, workspace.today()));
  } else {
    print_survey(console, survey, workspace.today());
    tell_preview(console, survey, work_of(survey, true), request.within);
  }
  tell_links(console, survey.links);
  return tell_unreadable(console, survey.unreadable);
}

/// Goes on with a run that was killed; the person said --yes, or says it now. Its number, if any.
std::vector<int> finish_last_run(Invocation& invocation, const Workspace& workspace) {
  const auto left = unfinished_operation(workspace, "gc");
  if (!left) return {};
  Console& console = invocation.console;
  const std::string number = std::to_string(left->number);
  if (!invocation.arguments.has("execute")) {
    console.warn("operation " + number + " of gc was not finished: gc --execute goes on with it, " +
                 "git session undo " + number + " takes it back");
    return {};
  }
  if (!invocation.arguments.has("yes") &&
      !confirm(console, "Operation " + number + " was not finished. Go on with it?")) {
    throw Error(ErrorKind::conflict, "operation " + number + " of gc was not finished",
                "git session undo " + number + " takes it back");
  }
  finish_gc(workspace, *left);
  console.note("Finished operation " + number);
  return {left->number};
}

GcOutcome make_plan(Invocation& invocation, const Workspace& workspace, const GcWork& work,
                    const FilePlan& plan) {
  Console& console = invocation.console;
  GcOutcome outcome;
  outcome.executed = true;
  outcome.operation = make_gc(workspace, work, plan, [&](size_t done, size_t all) {
    console.show_progress(std::to_string(done) + " of " + count_of(all, "step"));
  });
  console.clear_progress();
  outcome.archived = work.archived;
  outcome.purged = work.purged;
  return outcome;
}

void commit_outcome(Console& console, const Workspace& workspace, std::vector<int> numbers,
                    GcOutcome& outcome, bool json) {
  if (outcome.operation > 0) numbers.push_back(outcome.operation);
  const auto last = numbers.empty() ? last_gc(workspace) : std::nullopt;
  if (last) numbers.push_back(*last);
  outcome.commit = commit_gc(workspace, numbers);
  const GcCommit& commit = outcome.commit;
  if (commit.commit.empty()) {
    console.note("Nothing to commit: git tracks none of it, or it is committed already");
    return;
  }
  if (last) console.note("Operation " + std::to_string(*last) + " was not committed yet");
  if (json || console.is_quiet()) return;
  console.print_line("Committed: " + commit.commit.substr(0, 7) + " " + commit.subject + " (" +
                     count_of(commit.files, "file") + ")");
}

int execute(Invocation& invocation, const Workspace& workspace, const GcRequest& request,
            const GcSurvey& survey, const std::vector<int>& finished) {
  const Arguments& arguments = invocation.arguments;
  Console& console = invocation.console;
  const bool with_purge = arguments.has("purge");
  const bool json = is_json(invocation);
  check_forced(request, survey, workspace.today());
  const GcWork work = work_of(survey, with_purge);
  // Before the question: what is changed while it waits for its answer is not what was shown.
  const FilePlan plan = plan_gc(workspace, work);
  if (!arguments.has("yes") && !work.is_empty()) {
    if (!json) print_survey(console, survey, workspace.today());
    console.flush();
    if (!confirm(console, "Shall I " + describe_work(work) + "?")) {
      console.note("Nothing was changed");
      return declined;
    }
  }
  GcOutcome outcome = make_plan(invocation, workspace, work, plan);
  if (!json && !console.is_quiet()) {
    print_done(console, workspace, work, survey, arguments);
  }
  if (work.is_empty()) console.note("Nothing to do");
  if (arguments.has("commit")) commit_outcome(console, workspace, finished, outcome, json);
  if (json) console.print_json(gc_to_json(survey, outcome, request.within));
  if (outcome.operation > 0) {
    if (!work.archived.empty()) tell_about_clones(console);
    console.note("git session undo " + std::to_string(outcome.operation) + " takes it back");
  }
  tell_links(console, survey.links);
  const int unreadable = tell_unreadable(console, survey.unreadable);
  const int refused = tell_refused(console, survey, with_purge, workspace.today());
  return refused != 0 ? refused : unreadable;
}

int run_gc(Invocation& invocation) {
  check_options(invocation);
  const Workspace workspace = open_workspace(invocation);
  const GcRequest request = request_of(invocation, workspace);
  const std::vector<int> finished = finish_last_run(invocation, workspace);
  const GcSurvey survey = [&] {
    Progress progress(invocation.console, "Looking at sessions");
    return survey_sessions(workspace, request);
  }();
  return invocation.arguments.has("execute")
             ? execute(invocation, workspace, request, survey, finished)
             : preview(invocation, workspace, request, survey);
}

std::vector<Option> gc_options() {
  return {{.name = "within",
           .value = "DAYS",
           .help = "how many days before its date a session is listed, 14 unless given"},
          {.name = "dry-run", .letter = 'n', .help = "change nothing, as without --execute"},
          {.name = "execute", .help = "archive what has expired, and remove old drafts"},
          {.name = "purge",
           .help = "with --execute: also remove what has been in the archive longer than "
                   "session.purgeAfter"},
          {.name = "force",
           .value = "ID",
           .help = "purge this one although its work is not committed, not pushed, or not what "
                   "was promoted",
           .repeatable = true,
           .completion = Completion::session_id},
          {.name = "commit", .help = "with --execute: make one commit of it"},
          {.name = "yes", .letter = 'y', .help = "with --execute: do not ask"},
          {.name = "format",
           .value = "FORMAT",
           .help = "table unless given",
           .choices = {"table", "markdown", "json"}}};
}

}  // namespace

Command declare_gc() {
  Command command{
      .name = "gc",
      .summary = "Say which sessions are past their date, and archive them",
      .description =
          "Alone it changes nothing. It lists, the oldest date first, every session that is past "
          "its date or within 14 days of it, and every one that is held: what would happen to it "
          "and why, its size, and what of it is nowhere else, because it was never promoted, is "
          "not committed or not pushed. So it does for drafts that nobody touched for 14 "
          "days.\n\nWith --execute what has expired is archived, as git session archive does, and "
          "old drafts are removed. Archiving loses nothing: work that is not committed moves "
          "along. It does not make a clone smaller, because git keeps what was committed.\n\nWith "
          "--purge sessions that have been in the archive longer than session.purgeAfter (never, "
          "unless you set it) are removed from the work tree. Sessions that are held or permanent, "
          "whose outputs were changed since they were promoted, or are not committed or not "
          "pushed, are never among them: each is named, and the exit code is 5. --force ID purges "
          "one of them all the same, but none that is held. The ids stay reserved in "
          "archive/.purged, and git session show ID says how to get a session back.\n\nAll of a "
          "run is one operation: git session undo takes it back. It asks on a terminal; elsewhere "
          "it needs --yes.",
      .options = gc_options(),
      .examples = {{"git session gc", "what is past its date, or near it"},
                   {"git session gc --user @me --within 30", "mine, a month ahead"},
                   {"git session gc --format markdown >>\"$GITHUB_STEP_SUMMARY\"",
                    "for the summary of a CI job"},
                   {"git session gc --execute --yes --commit",
                    "archive what has expired in one commit, for one pull request"},
                   {"git -c session.purgeAfter=1y session gc --execute --purge",
                    "also remove what was archived more than a year ago"}},
      .exit_codes = {{4, "done, but some sessions could not be read"},
                     {5, "done, but some sessions that were to go stay: each is named"}},
      .takes_session = false,
      .run = run_gc};
  const std::vector<Option> filters = query_options();
  command.options.insert(command.options.end(), filters.begin(), filters.end());
  return command;
}

}  // namespace git_session
