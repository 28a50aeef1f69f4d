#include "base/error.h"
#include "base/text.h"
#include "cli/command_table.h"
#include "cli/session_command.h"
#include "cli/table.h"
#include "json/operation_json.h"
#include "operations/undo_operation.h"

namespace git_session {
namespace {

constexpr size_t most_shown_files = 20;

std::string state_of(const Operation& operation, bool is_undone) {
  if (is_undone) return "undone";
  if (operation.is_unfinished()) return "unfinished";
  if (operation.abandoned) return "stopped";
  if (operation.undoes) return "undoes " + std::to_string(*operation.undoes);
  return "";
}

std::string describe_files(const Operation& operation) {
  const std::vector<FileStep> steps = joined_writes(operation.steps);
  if (steps.empty()) return "nothing";
  std::string text = escape_line(steps.front().path);
  if (steps.size() > 1) text += " +" + std::to_string(steps.size() - 1);
  return text;
}

/// What no file of ours gives back.
std::string what_stays(const Operation& operation) {
  if (operation.verb != "promote") return "";
  return "What was sent stays as it is: a page, a mail, a link in Jira";
}

/// What one step does, in the words of the other verbs.
std::string describe(const FileStep& step) {
  using Kind = FileStep::Kind;
  const std::string path = escape_line(step.path);
  const std::string source = escape_line(step.source);
  switch (step.kind) {
    case Kind::write:
      return (step.before.empty() ? "restore  " : "rewrite  ") + path;
    case Kind::copy:
      return "restore  " + path;
    case Kind::move:
      return "move     " + source + " -> " + path;
    case Kind::move_folder:
      return "move     " + source + "/ -> " + path + "/";
    case Kind::remove:
      return "remove   " + path;
  }
  return path;
}

Json operations_to_json(const OperationLog& log, const std::vector<Operation>& operations,
                        const std::vector<int>& unreadable) {
  const std::set<int> undone = undone_operations(operations);
  Json root = json_root();
  root["operations"] = Json::array();
  for (const Operation& operation : operations)
    root["operations"].push_back(operation_to_json(operation, undone.contains(operation.number)));
  root["unreadable"] = Json::array();
  for (const int number : unreadable)
    root["unreadable"].push_back({{"number", number}, {"file", log.path_of(number)}});
  return root;
}

int list_operations(Invocation& invocation, const Workspace& workspace) {
  std::vector<int> unreadable;
  const OperationLog& log = workspace.operation_log();
  const std::vector<Operation> operations = log.operations(&unreadable);
  const std::set<int> undone = undone_operations(operations);
  Console& console = invocation.console;
  if (invocation.wants_json()) {
    console.print_json(operations_to_json(log, operations, unreadable));
    return 0;
  }
  Table table({{"NUMBER", Alignment::right},
               {"WHEN", Alignment::left, false, 2},
               {"VERB"},
               {"STATE", Alignment::left, false, 1},
               {.header = "FILES", .shrinkable = true, .keeps_end = true}});
  auto next = unreadable.begin();
  auto add_unreadable_above = [&](int number) {
    for (; next != unreadable.end() && *next > number; ++next)
      table.add_row(
          {std::to_string(*next), "", "", "cannot be read", escape_line(log.path_of(*next))});
  };
  for (const Operation& operation : operations) {
    add_unreadable_above(operation.number);
    table.add_row({std::to_string(operation.number),
                   Cell(describe_age(operation.time, workspace.now()),
                        format_rfc3339(operation.time), Style::dim),
                   escape_line(operation.verb),
                   state_of(operation, undone.contains(operation.number)),
                   describe_files(operation)});
  }
  add_unreadable_above(0);
  table.print(console);
  if (table.empty()) console.note("Nothing was changed in the last 30 days");
  return 0;
}

int number_to_undo(const Arguments& arguments, const Workspace& workspace) {
  auto typed = arguments.operand("N");
  if (!typed) {
    auto last = last_operation_to_undo(workspace);
    if (last) return last->number;
    throw Error(ErrorKind::not_found, "there is nothing to undo", "git session undo --list");
  }
  auto number = parse_integer(*typed);
  if (number && *number > 0 && *number <= INT32_MAX) return static_cast<int>(*number);
  throw Error(ErrorKind::usage, "'" + escape_line(*typed) + "' is no number of an operation",
              "git session undo --list shows them");
}

Json report_to_json(const UndoReport& report, bool dry_run) {
  Json root = json_root();
  root["dry_run"] = dry_run;
  root["operation"] = operation_to_json(report.operation, report.number > 0);
  root["undone_by"] = report.number > 0 ? Json(report.number) : Json(nullptr);
  root["files"] = steps_to_json(report.steps);
  return root;
}

void print_report(Console& console, const UndoReport& report, bool dry_run) {
  const std::string what = "operation " + std::to_string(report.operation.number) + " (" +
                           escape_line(report.operation.verb) + ")";
  console.print_line((dry_run ? "Would undo " : "Undone: ") + what);
  size_t shown = 0;
  for (const FileStep& step : report.steps) {
    if (shown++ == most_shown_files) break;
    console.print_line("  " + describe(step));
  }
  if (report.steps.size() > most_shown_files) {
    console.print_line("  and " + std::to_string(report.steps.size() - most_shown_files) + " more");
  }
  if (!dry_run) {
    console.note("git session undo " + std::to_string(report.number) + " does it again");
  }
}

int run_undo(Invocation& invocation) {
  const Arguments& arguments = invocation.arguments;
  Workspace workspace = open_workspace(invocation);
  if (arguments.has("list")) return list_operations(invocation, workspace);
  const UndoOptions options{arguments.has("dry-run"), arguments.has("force")};
  const int number = number_to_undo(arguments, workspace);
  const UndoReport report = undo_operation(workspace, number, options);
  Console& console = invocation.console;
  if (auto words = what_stays(report.operation); !words.empty()) console.note(words);
  if (invocation.wants_json()) {
    console.print_json(report_to_json(report, options.dry_run));
  } else if (options.dry_run || !console.is_quiet()) {
    print_report(console, report, options.dry_run);
  }
  return 0;
}

}  // namespace

Command declare_undo() {
  return {
      .name = "undo",
      .summary = "Take back what a verb changed",
      .description =
          "Every verb that changes files of the work tree is noted, with what was there "
          "before, for 30 days. undo gives every file of the last one back as it was, byte for "
          "byte; repeated, it goes further back. With a number it takes back that operation.\n\n"
          "Where a file has changed since, nothing is done and the file is named; --force "
          "undoes all the same. An undo is noted too: undo its number, and what was taken back "
          "is there again.\n\nOnly files are given back: a page in Confluence, a mail and a "
          "commit stay. What git has of the files is not touched but for moves.",
      .options = {{.name = "list", .letter = 'l', .help = "show what was changed, newest first"},
                  {.name = "dry-run", .letter = 'n', .help = "say what would be given back"},
                  {.name = "force",
                   .help = "also where a file has changed since; what it holds now is kept"}},
      .operands = {{.name = "N", .help = "the number of an operation; else the last one"}},
      .examples = {{"git session undo", "take back the last change"},
                   {"git session undo --list", "what can be taken back"},
                   {"git session undo 17 --dry-run", "what undoing operation 17 would change"}},
      .exit_codes = {{5, "a file has changed since, or the operation is undone already"}},
      .takes_session = false,
      .run = run_undo};
}

}  // namespace git_session
