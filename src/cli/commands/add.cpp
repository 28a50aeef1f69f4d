#include <algorithm>
#include <optional>

#include "base/error.h"
#include "base/text.h"
#include "cli/output_options.h"
#include "cli/progress.h"
#include "cli/secret_messages.h"
#include "cli/session_command.h"
#include "json/secret_json.h"
#include "json/session_json.h"

namespace git_session {
namespace {

/// What stood before the `--move` of a link, or of nothing, would be a riddle.
void check_link_request(const Arguments& arguments) {
  for (const char* option : {"move", "topic", "ext", "large"}) {
    if (!arguments.has(option)) continue;
    throw Error(ErrorKind::usage, std::string("--link and --") + option + " do not go together",
                "git session add --link URL NAME");
  }
  if (arguments.operands("FILE").size() == 1) return;
  throw Error(ErrorKind::usage, "--link takes one name for the output",
              "git session add --link URL NAME");
}

AddReport add(Invocation& invocation, const Workspace& workspace, const SessionLocation& location) {
  const Arguments& arguments = invocation.arguments;
  if (auto url = arguments.value("link")) {
    return add_link(workspace, location, arguments.operands("FILE").front(), *url,
                    description_of(arguments));
  }
  AddRequest request;
  request.files = arguments.operands("FILE");
  request.description = description_of(arguments);
  request.move = arguments.has("move");
  request.large = arguments.has("large");
  const std::vector<std::string>& files = request.files;
  const bool is_typed = invocation.console.is_input_terminal() &&
                        std::find(files.begin(), files.end(), "-") != files.end();
  std::optional<Progress> progress;  // nobody wants to be told that they are typing
  if (!is_typed) progress.emplace(invocation.console, "Adding " + count_of(files.size(), "file"));
  return add_outputs(workspace, location, request);
}

Json report_to_json(const AddReport& report) {
  Json root = session_root(report.session);
  for (const char* list : {"added", "changed", "existing", "not_removed"}) {
    root[list] = Json::array();
  }
  for (const AddedOutput& output : report.outputs) {
    const char* list = output.result == AddResult::added     ? "added"
                       : output.result == AddResult::changed ? "changed"
                                                             : "existing";
    root[list].push_back({{"file", output.file}});
  }
  for (const std::string& reason : report.not_removed) {
    root["not_removed"].push_back({{"message", reason}});
  }
  root["secrets"] = secrets_to_json(report.secrets);
  return root;
}

std::string describe(const AddedOutput& output) {
  const std::string file = escape_line(output.file);
  switch (output.result) {
    case AddResult::added:
      return "Added: " + file;
    case AddResult::changed:
      return "Changed: " + file + " (" + join(output.keys, ", ") + ")";
    case AddResult::existing:
      break;
  }
  bool is_equal = !output.source.empty();
  return "Already there: " + file +
         (is_equal ? " (the same content as " + escape_line(output.source) + ")" : "");
}

int run_add(Invocation& invocation) {
  const Arguments& arguments = invocation.arguments;
  if (arguments.has("link")) check_link_request(arguments);
  Workspace workspace = open_workspace(invocation);
  SessionLocation location = session_of(invocation, workspace).location;
  AddReport report = add(invocation, workspace, location);
  Console& console = invocation.console;
  if (invocation.wants_json()) {
    console.print_json(report_to_json(report));
  } else if (!console.is_quiet()) {
    for (const AddedOutput& output : report.outputs) {
      console.print_line(describe(output));
      if (output.source_removed) console.print_line("Removed: " + escape_line(output.source));
    }
  }
  tell_secrets(console, report.secrets);
  for (const std::string& reason : report.not_removed) console.warn(reason);
  return report.not_removed.empty() ? 0 : 1;
}

std::vector<Option> add_options() {
  std::vector<Option> options = output_options();
  options.push_back({.name = "move", .help = "remove a file once the session holds its content"});
  options.push_back({.name = "large", .help = "take it although it is over session.maxOutputSize"});
  options.push_back({.name = "link",
                     .value = "URL",
                     .help = "record an artifact that is kept at URL, under the name FILE"});
  return options;
}

}  // namespace

Command declare_add() {
  return {
      .name = "add",
      .summary = "Register files as outputs of the session",
      .description =
          "Lists files in the session's metadata, with what made them and when. A file in the "
          "session folder stays where it is and may be named from there; any other is copied in "
          "as DATE_TIME_TOPIC_AGENT.EXTENSION, where topic and agent come from the options, else "
          "from its own name. With `-` the content comes from standard input; it needs --topic.\n\n"
          "Adding is safe to repeat: content that the session holds already is not copied a second "
          "time, and an output that is listed already only takes what --agent, --type, --title and "
          "--model say. Files that nobody adds count as outputs too; close lists them.\n\n"
          "A file larger than session.maxOutputSize (5 MiB) is refused unless --large is given, "
          "because git keeps every version of it for ever: --link records where it is kept "
          "instead. What looks like a secret is named; git session check-secrets says more.",
      .options = add_options(),
      .operands = {{.name = "FILE",
                    .help = "a file, or - for standard input",
                    .minimum = 1,
                    .maximum = SIZE_MAX,
                    .completion = Completion::file}},
      .examples = {{"git session add plan.md --agent cs-product-manager --topic rollout-plan",
                    "copy a file in"},
                   {"git session add --move notes/*.md --type analysis", "move several in"},
                   {"./scan | git session add - --agent cs-secops --topic scan --ext json",
                    "take what a program prints"},
                   {"git session add --link s3://models/v3.bin model-v3.bin",
                    "record an artifact that is kept elsewhere"}},
      .exit_codes = {{1, "a file was added, but not removed as --move asked"}},
      .run = run_add};
}

}  // namespace git_session
