#include "base/text.h"
#include "cli/command_table.h"
#include "cli/progress.h"
#include "cli/session_command.h"
#include "json/json.h"
#include "operations/check_sessions.h"

namespace git_session {
namespace {

Json report_to_json(const CheckReport& report) {
  Json root = json_root();
  root["checked"] = report.checked;
  root["affected"] = report.affected;
  root["problems"] = Json::array();
  for (const Problem& problem : report.problems) root["problems"].push_back(to_json(problem));
  return root;
}

std::string place_of_problem(const Problem& problem) {
  return problem.line > 0 ? problem.path + ":" + std::to_string(problem.line) : problem.path;
}

void print_problem(Console& console, const Problem& problem) {
  // One line each, so that editors and grep can jump to the place.
  Styled line(escape_line(place_of_problem(problem)), Style::bold);
  line.add(": " + escape_line(problem.message));
  line.add(" [" + problem.code + "]", Style::dim);
  console.print_line(line);
  if (console.is_output_terminal() && !problem.hint.empty()) {
    console.print_line(Styled("    mend: " + escape_line(problem.hint), Style::dim));
  }
}

int run_doctor(Invocation& invocation) {
  Workspace workspace = open_workspace(invocation);
  std::optional<SessionLocation> only;
  if (auto name = invocation.named_session()) only = workspace.resolve(*name);
  Console& console = invocation.console;
  CheckReport report = [&] {
    Progress progress(console, "Checking");
    return check_sessions(workspace, only);
  }();
  if (invocation.wants_json()) {
    console.print_json(report_to_json(report));
  } else {
    for (const Problem& problem : report.problems) print_problem(console, problem);
    console.note(report.problems.empty()
                     ? count_of(report.checked, "session") + " checked, nothing wrong"
                     : count_of(report.problems.size(), "problem") + " in " +
                           std::to_string(report.affected) + " of " +
                           count_of(report.checked, "session"));
  }
  return report.problems.empty() ? 0 : 1;
}

}  // namespace

Command declare_doctor() {
  return {.name = "doctor",
          .summary = "Check every session against the schema and the disk",
          .description =
              "Looks at every session, archived ones too, and lists what is wrong: metadata that "
              "cannot be read, with file and line; values and words that the schema does not have; "
              "listed outputs that are gone; files that nobody listed; links and repositories in "
              "session folders; ids that differ from their folder or stand twice; a root that git "
              "ignores. Changes nothing.\n\nOn a terminal each finding says how to mend it; on a "
              "pipe there is one line for each: path, line, what is wrong, and a code. The hints "
              "are in --json.",
          .operands = {session_operand("the session to check; else all of them")},
          .examples = {{"git session doctor", "check all sessions"},
                       {"git session doctor --json", "the findings for a program, with hints"}},
          .exit_codes = {{1, "something was found"}},
          .run = run_doctor};
}

}  // namespace git_session
