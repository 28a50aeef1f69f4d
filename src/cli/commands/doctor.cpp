#include <algorithm>

#include "base/error.h"
#include "base/text.h"
#include "cli/command_table.h"
#include "cli/progress.h"
#include "cli/prompt.h"
#include "cli/session_command.h"
#include "json/doctor_json.h"
#include "operations/apply_plan.h"
#include "operations/check_sessions.h"
#include "operations/current_session.h"
#include "operations/repair_plan.h"
#include "operations/text_diff.h"

namespace git_session {
namespace {

std::string place_of(const Problem& problem) {
  return problem.line > 0 ? problem.path + ":" + std::to_string(problem.line) : problem.path;
}

Style style_of(Severity severity) {
  if (severity == Severity::error) return Style::red;
  return severity == Severity::warning ? Style::yellow : Style::dim;
}

/// One line each, as compilers have it, so that editors and grep can jump to the place.
void print_finding(Console& console, const Finding& finding) {
  const Problem& problem = finding.problem;
  Styled line(escape_line(place_of(problem)), Style::bold);
  line.add(": ");
  line.add(std::string(name_of(finding.severity)) + ":", style_of(finding.severity));
  line.add(" " + escape_line(problem.message));
  line.add(" [" + problem.code + "]", Style::dim);
  console.print_line(line);
  if (!console.is_output_terminal()) return;
  if (!finding.repair.empty()) {
    console.print_line(Styled("    --fix would " + finding.repair, Style::dim));
  } else if (!problem.hint.empty()) {
    console.print_line(Styled("    mend: " + escape_line(problem.hint), Style::dim));
  }
}

std::string summary_of(const CheckReport& report) {
  const std::string checked = count_of(report.checked, "session") + " checked";
  if (report.findings.empty()) return checked + ", nothing wrong";
  std::vector<std::string> counts;
  for (Severity severity : {Severity::error, Severity::warning, Severity::note}) {
    if (size_t count = report.count(severity)) counts.push_back(count_of(count, name_of(severity)));
  }
  return checked + ": " + join(counts, ", ");
}

int exit_code_of(const CheckReport& report) {
  return report.count(Severity::error) + report.count(Severity::warning) > 0 ? 1 : 0;
}

/// What stands on the line: codes of findings with --fix, and at most one session.
struct Request {
  std::optional<SessionLocation> only;
  std::vector<std::string> codes;
};

Request request_of(const Invocation& invocation, const Workspace& workspace) {
  Request request;
  const std::vector<std::string> known = repairable_codes();
  std::optional<std::string> session = invocation.arguments.value("session");
  for (const std::string& word : invocation.arguments.operands("WORD")) {
    const bool is_code = std::find(known.begin(), known.end(), word) != known.end();
    if (is_code && invocation.arguments.has("fix")) {
      request.codes.push_back(word);
    } else if (invocation.arguments.has("fix") && is_finding_code(word)) {
      throw Error(ErrorKind::usage, "--fix cannot mend '" + word + "': a person must look at it",
                  "git session doctor says what to do; these can be mended: " + join(known, ", "));
    } else if (session && *session != word) {
      throw Error(ErrorKind::usage, "doctor takes one session, or none",
                  "with --fix also codes: " + join(known, ", "));
    } else {
      session = word;
    }
  }
  if (session) request.only = workspace.resolve(*session);
  return request;
}

CheckReport check(Invocation& invocation, const Workspace& workspace, const Request& request) {
  Progress progress(invocation.console, "Checking");
  return check_sessions(workspace, request.only);
}

void print_diff(Console& console, const std::string& diff) {
  for (const std::string& line : split(diff, '\n')) {
    if (line.empty()) continue;
    Style style = line[0] == '+' ? Style::green : line[0] == '-' ? Style::red : Style::plain;
    console.print_line(Styled(escape_line(line), style));
  }
}

/// Repairs can be judged by their names as well.
std::vector<std::string> diffs_or_none(Console& console, const Workspace& workspace,
                                       const RepairPlan& plan) {
  std::vector<TextChange> changes;
  for (const Repair& repair : plan.repairs)
    changes.push_back({repair.path, repair.before, repair.after});
  try {
    return diffs_of(workspace, changes);
  } catch (const Error& error) {
    console.warn(std::string("the changes cannot be shown line by line: ") + error.what());
    return std::vector<std::string>(changes.size());
  }
}

void print_plan(Console& console, const RepairPlan& plan, const std::vector<std::string>& diffs) {
  for (size_t i = 0; i < plan.repairs.size(); ++i) {
    const Repair& repair = plan.repairs[i];
    Styled line(escape_line(repair.path), Style::bold);
    line.add(": " + escape_line(repair.what));
    line.add(" [" + join(repair.codes, ", ") + "]", Style::dim);
    console.print_line(line);
    print_diff(console, diffs[i]);
  }
  for (const Unrepaired& left : plan.left) {
    Styled line(escape_line(place_of(left.finding.problem)), Style::bold);
    line.add(": not mended: " + escape_line(left.reason));
    line.add(" [" + left.finding.problem.code + "]", Style::dim);
    console.print_line(line);
  }
}

bool may_go_on(const Invocation& invocation, const RepairPlan& plan) {
  if (invocation.arguments.has("dry-run") || plan.repairs.empty()) return false;
  if (invocation.arguments.has("yes")) return true;
  return confirm(invocation.console, "Make " + count_of(plan.repairs.size(), "change") + "?");
}

/// Before anything is shown to nobody.
void require_consent(const Invocation& invocation) {
  const Arguments& arguments = invocation.arguments;
  if (arguments.has("dry-run") || arguments.has("yes")) return;
  if (invocation.console.can_prompt() && !invocation.wants_json()) return;
  throw Error(ErrorKind::usage, "nobody can be asked here whether to mend",
              "--yes mends unasked, --dry-run only shows what would change");
}

int make_repairs(const Workspace& workspace, const RepairPlan& plan) {
  const int operation = apply_plan(workspace, "doctor", plan.files);
  if (plan.forgets_pointer) forget_current_session(workspace);
  remove_emptied(workspace.store().top_level(), plan.emptied);
  return operation;
}

/// git takes a file for one in conflict until it is told.
void tell_what_to_add(Console& console, const Workspace& workspace, const RepairPlan& plan,
                      const CheckReport& report) {
  for (const Repair& repair : plan.repairs) {
    const bool was_in_conflict = std::find(repair.codes.begin(), repair.codes.end(),
                                           "conflict-markers") != repair.codes.end();
    const bool is_left =
        std::any_of(report.findings.begin(), report.findings.end(), [&](const Finding& finding) {
          return finding.problem.path == repair.path && finding.severity == Severity::error;
        });
    if (!was_in_conflict || is_left) continue;
    const std::vector<IndexEntry> entries = workspace.repository().index_entries(repair.path);
    if (!entries.empty() && entries.front().is_unmerged)
      console.note("git add " + quote_for_shell(repair.path) + " says that it is resolved");
  }
}

int run_fix(Invocation& invocation, const Workspace& workspace, const Request& request) {
  require_consent(invocation);
  Console& console = invocation.console;
  const bool dry_run = invocation.arguments.has("dry-run");
  if (auto unfinished = unfinished_operation(workspace, "doctor"); unfinished && !dry_run) {
    finish_operation(workspace, *unfinished);
    console.note("Finished operation " + std::to_string(unfinished->number) +
                 ", which was interrupted");
  }
  CheckReport report = check(invocation, workspace, request);
  const RepairPlan plan = plan_repairs(workspace, report, request.codes);
  const std::vector<std::string> diffs = diffs_or_none(console, workspace, plan);
  if (!invocation.wants_json()) print_plan(console, plan, diffs);
  int operation = 0;
  const bool goes_on = may_go_on(invocation, plan);
  if (goes_on) {
    operation = make_repairs(workspace, plan);
    report = check(invocation, workspace, request);
  }
  if (invocation.wants_json()) {
    console.print_json(repairs_to_json(plan, diffs, operation, report));
    return exit_code_of(report);
  }
  if (plan.repairs.empty()) console.note("Nothing that could be mended");
  if (operation > 0) {
    console.note("Mended; git session undo " + std::to_string(operation) + " takes it back");
    tell_what_to_add(console, workspace, plan, report);
    console.note(summary_of(report));
  } else if (!plan.repairs.empty() && !goes_on) {
    console.note("Nothing was changed");
  }
  return exit_code_of(report);
}

void refuse_options_without_fix(const Arguments& arguments) {
  for (const char* option : {"yes", "dry-run"}) {
    if (arguments.has(option) && !arguments.has("fix"))
      throw Error(ErrorKind::usage, std::string("--") + option + " goes with --fix");
  }
}

int run_doctor(Invocation& invocation) {
  refuse_options_without_fix(invocation.arguments);
  Workspace workspace = open_workspace(invocation);
  const Request request = request_of(invocation, workspace);
  if (invocation.arguments.has("fix")) return run_fix(invocation, workspace, request);
  Console& console = invocation.console;
  const CheckReport report = check(invocation, workspace, request);
  if (invocation.wants_json()) {
    console.print_json(report_to_json(report));
  } else {
    for (const Finding& finding : report.findings) print_finding(console, finding);
    console.note(summary_of(report));
  }
  return exit_code_of(report);
}

}  // namespace

Command declare_doctor() {
  return {.name = "doctor",
          .summary = "Check every session against the schema and the disk",
          .description =
              "Looks at every session, archived ones too, and lists what is wrong, worst first: "
              "metadata that cannot be read, with file and line; conflict markers; values, words "
              "and shapes that the schema does not have; listed outputs that are gone; files that "
              "nobody listed; links and repositories in session folders; ids that differ from "
              "their folder or stand twice; one person in several folders; sessions that are past "
              "their date; a root that git ignores; what interrupted commands left. Changes "
              "nothing.\n\nOn a terminal each finding says how to mend it; on a pipe there is one "
              "line for each: path, line, severity, what is wrong, and a code. The hints are in "
              "--json. Notes are worth knowing and do not count.\n\n--fix shows what it would "
              "change, asks, and mends what can be mended without guessing; with codes, only "
              "those findings. All of it is one operation, and git session undo takes it back.",
          .options = {{.name = "fix", .help = "mend what can be mended; asks first"},
                      {.name = "dry-run", .letter = 'n', .help = "with --fix: only show it"},
                      {.name = "yes", .letter = 'y', .help = "with --fix: do not ask"}},
          .operands = {{.name = "WORD",
                        .help = "the session to check, else all of them; with --fix also codes of "
                                "findings: only those are mended",
                        .maximum = SIZE_MAX,
                        .completion = Completion::session_id}},
          .examples = {{"git session doctor", "check all sessions"},
                       {"git session doctor --fix", "see the repairs, then make them"},
                       {"git session doctor --fix drifted-shape unlisted-output --yes",
                        "mend two kinds of findings, unasked"},
                       {"git session doctor --json", "the findings for a program, with hints"}},
          .exit_codes = {{1, "an error or a warning was found"}},
          .run = run_doctor};
}

}  // namespace git_session
