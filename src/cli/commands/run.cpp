#include "base/text.h"
#include "cli/output_options.h"
#include "cli/secret_messages.h"
#include "cli/session_command.h"
#include "json/secret_json.h"
#include "json/session_json.h"
#include "operations/run_command.h"

namespace git_session {
namespace {

constexpr int not_started_code = 125;
constexpr std::chrono::milliseconds quiet_time{1000};

std::string describe(std::chrono::milliseconds duration) {
  auto seconds = duration.count() / 1000;
  if (seconds == 0) return std::to_string(duration.count()) + " ms";
  if (seconds < 60) return std::to_string(seconds) + " s";
  return std::to_string(seconds / 60) + " min " + std::to_string(seconds % 60) + " s";
}

RunRequest request_of(Invocation& invocation) {
  RunRequest request;
  request.command = invocation.arguments.operands("CMD");
  request.description = description_of(invocation.arguments);
  Console& console = invocation.console;
  const std::string agent = request.description.agent;
  request.on_progress = [&console, agent](std::chrono::milliseconds elapsed, uint64_t bytes) {
    if (elapsed < quiet_time) return;
    console.show_progress(agent + ": " + describe(elapsed) + ", " + format_bytes(bytes));
  };
  return request;
}

Error not_recorded(const RunReport& report, const std::string& folder) {
  const Error& error = *report.not_recorded;
  return Error(error.kind(),
               "the output is kept as " + folder_label(folder) + escape_line(report.file) +
                   ", but was not recorded: " + error.what(),
               error.hint())
      .with_reason(error.reason());
}

void warn_about(Console& console, const RunReport& report) {
  const std::string file = escape_line(report.file);
  if (report.is_large) warn_of_size(console, file, report.bytes);
  tell_secrets(console, report.secrets);
  if (report.file.empty()) {
    console.warn("the command ended with " + std::to_string(report.exit_code) +
                 " and printed nothing: nothing was recorded");
  } else if (report.exit_code != 0) {
    console.warn("the command ended with " + std::to_string(report.exit_code) +
                 "; what it printed is kept");
  }
}

Json report_to_json(const Session& session, const RunReport& report) {
  Json root = session_root(session);
  root["added"] = Json::array();
  if (report.session) root["added"].push_back({{"file", report.file}});
  root["exit_code"] = report.exit_code;
  root["duration_ms"] = report.duration.count();
  root["secrets"] = secrets_to_json(report.secrets);
  return root;
}

int run_run(Invocation& invocation) {
  Workspace workspace = open_workspace(invocation);
  SessionLocation location = session_of(invocation, workspace).location;
  Console& console = invocation.console;
  RunReport report = run_command(workspace, location, request_of(invocation));
  console.clear_progress();
  if (report.not_started) {
    print_error(invocation, *report.not_started);
    return not_started_code;
  }
  warn_about(console, report);
  if (report.not_recorded) {
    print_error(invocation, not_recorded(report, location.path));
    return report.exit_code == 0 ? 1 : report.exit_code;
  }
  if (invocation.wants_json()) {
    console.print_json(
        report_to_json(report.session ? *report.session : workspace.load(location), report));
  } else if (report.session && !console.is_quiet()) {
    console.print_line("Added: " + escape_line(report.file) + " (" + format_bytes(report.bytes) +
                       ", " + describe(report.duration) + ")");
  }
  return report.exit_code;
}

std::vector<Option> run_options() {
  std::vector<Option> options = output_options();
  for (Option& option : options) {
    option.required = option.name == "agent" || option.name == "topic";
    if (option.name == "ext") option.help = "the file name's extension; md unless given";
  }
  return options;
}

}  // namespace

Command declare_run() {
  return {
      .name = "run",
      .summary = "Run a command and keep what it prints as an output",
      .description =
          "Runs the command with its standard output in a new file of the session, named "
          "DATE_TIME_TOPIC_AGENT.EXTENSION, and records that file with agent, command, duration "
          "and exit code. Standard input and error are left alone; a line on standard error tells "
          "how far it is. The command finds the session in GIT_SESSION and CLAUDE_SESSION_DIR.\n\n"
          "No shell is involved: for pipes and the like, run sh -c '…'. What the command line says "
          "after a word such as --token or --password is not recorded.\n\n"
          "The output of a command that fails, or that Ctrl-C ends, is kept and marked with the "
          "exit code, unless it is empty. The exit code is the command's own.",
      .options = run_options(),
      .operands = {{.name = "CMD",
                    .help = "the command and its arguments",
                    .minimum = 1,
                    .maximum = SIZE_MAX,
                    .completion = Completion::file}},
      .examples =
          {{"git session run --agent cs-architect --topic architecture-review -- ./review.py "
            "--input .",
            "keep a review"},
           {"git session run --agent cs-secops --topic scan --ext json -- sh -c './scan | jq .'",
            "keep what a pipe gives"}},
      .exit_codes = {{125, "the command could not be started"},
                     {1, "the command went well, but its output could not be recorded"}},
      .trailing_operand = "CMD",
      .run = run_run};
}

}  // namespace git_session
