#include "base/error.h"
#include "cli/session_command.h"
#include "json/json.h"
#include "operations/merge_driver.h"

namespace git_session {
namespace {

Json report_to_json(const std::vector<MergeDriverChange>& changes, bool writes) {
  Json root = json_root();
  root["changed"] = writes && !changes.empty();
  root["changes"] = Json::array();
  for (const MergeDriverChange& change : changes) {
    root["changes"].push_back(
        {{"file", change.file}, {"action", change.action}, {"text", change.text}});
  }
  return root;
}

void print_changes(Console& console, const std::vector<MergeDriverChange>& changes,
                   const std::string& lead) {
  std::string file;
  for (const MergeDriverChange& change : changes) {
    if (change.file != file) console.print_line(change.file + ":");
    file = change.file;
    console.print_line("  " + lead + change.action + ": " + change.text);
  }
}

int check(Invocation& invocation, const Workspace& workspace) {
  const auto missing = missing_of_merge_driver(workspace);
  if (invocation.wants_json()) {
    invocation.console.print_json(report_to_json(missing, false));
  } else if (missing.empty()) {
    invocation.console.note("The merge driver is installed");
  } else {
    print_changes(invocation.console, missing, "missing, to ");
    invocation.console.warn("the merge driver is not installed: git session setup --merge-driver");
  }
  return missing.empty() ? 0 : 1;
}

int run_setup(Invocation& invocation) {
  const Arguments& arguments = invocation.arguments;
  if (!arguments.has("merge-driver")) {
    throw Error(ErrorKind::usage, "setup needs to know what to set up",
                "git session setup --merge-driver");
  }
  const bool removes = arguments.has("remove");
  if (arguments.has("check") && (removes || arguments.has("dry-run"))) {
    throw Error(ErrorKind::usage, "--check changes nothing and goes with no other choice",
                "git session setup --merge-driver --check");
  }
  const Workspace workspace = open_workspace(invocation);
  if (arguments.has("check")) return check(invocation, workspace);
  const MergeDriverRequest request{removes, arguments.has("dry-run")};
  const auto changes = set_up_merge_driver(workspace, request);
  if (invocation.wants_json()) {
    invocation.console.print_json(report_to_json(changes, !request.dry_run));
    return 0;
  }
  if (request.dry_run || !invocation.console.is_quiet()) {
    print_changes(invocation.console, changes, request.dry_run ? "would " : "");
  }
  if (changes.empty()) {
    invocation.console.note(removes ? "The merge driver is not installed"
                                    : "The merge driver is installed already");
  }
  return 0;
}

}  // namespace

Command declare_setup() {
  return {
      .name = "setup",
      .summary = "Connect git-session to this clone: the merge driver",
      .description =
          "With --merge-driver git merges session metadata field by field (see `git session "
          "merge-file --help`), so that two branches that both added an output to one session "
          "merge without a conflict. It is set up for this clone alone, and for all its "
          "worktrees: the driver in its configuration, which files it is for in "
          "info/attributes of the git directory. Nothing in the work tree changes; colleagues set "
          "it up for themselves, and where it is missing git merges by line as always, and "
          "`git session doctor` helps with what that leaves. Code hosts never run drivers.\n\n"
          "It may be repeated, and prints what it changes. Where git-session is gone later, git "
          "merges by line.",
      .options = {{.name = "merge-driver", .help = "let git merge session metadata field by field"},
                  {.name = "remove", .help = "take it away again, byte for byte"},
                  {.name = "check",
                   .help = "only say whether it is installed; exit 1 when it is not"},
                  {.name = "dry-run", .letter = 'n', .help = "only say what would change"}},
      .examples = {{"git session setup --merge-driver", "once in each clone"},
                   {"git session setup --merge-driver --check", "in a script: is it there?"},
                   {"git session setup --merge-driver --remove", "go back to merging by line"}},
      .exit_codes = {{1, "--check: the merge driver is not installed"}},
      .takes_session = false,
      .run = run_setup};
}

}  // namespace git_session
