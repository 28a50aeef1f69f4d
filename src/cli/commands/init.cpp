#include "cli/session_command.h"
#include "json/json.h"
#include "operations/init_layout.h"

namespace git_session {
namespace {

Json report_to_json(const LayoutReport& report, bool dry_run) {
  Json root = json_root();
  root["dry_run"] = dry_run;
  root["files"] = Json::array();
  for (const LayoutFile& file : report.files) {
    Json item = Json::object();
    item["path"] = file.path;
    item["action"] = name_of(file.action);
    root["files"].push_back(std::move(item));
  }
  root["ignored_by"] = text_or_null(report.ignore_rule);
  return root;
}

bool is_write(LayoutAction action) {
  return action != LayoutAction::kept && action != LayoutAction::left;
}

void print_report(Console& console, const LayoutReport& report, bool dry_run) {
  bool writes = false;
  for (const LayoutFile& file : report.files) {
    if (file.action == LayoutAction::left) {
      console.warn(file.path + " was not written by git session init and stays as it is" +
                   (file.path.ends_with(".py") ? "; to have ours, move it away and repeat" : ""));
    } else if (is_write(file.action) && (dry_run || !console.is_quiet())) {
      std::string word = std::string(name_of(file.action)) + ":";
      word.resize(9, ' ');
      console.print_line((dry_run ? "would be " : "") + word + file.path);
    }
    writes = writes || is_write(file.action);
  }
  if (!writes) {
    console.note("There is nothing to make");
  } else if (!dry_run) {
    console.note("Commit these files, so that colleagues have them too");
  }
}

int run_init(Invocation& invocation) {
  const Arguments& arguments = invocation.arguments;
  Workspace workspace = open_workspace(invocation);
  LayoutRequest request{.quiet_output = !arguments.has("no-quiet-output"),
                        .quiet_search = arguments.has("quiet-search"),
                        .scripts = arguments.has("scripts"),
                        .dry_run = arguments.has("dry-run")};
  LayoutReport report = init_layout(workspace, request);
  if (report.ignore_rule) {
    invocation.console.warn("git ignores sessions (" + *report.ignore_rule +
                            "): they cannot be committed");
  }
  if (invocation.wants_json()) {
    invocation.console.print_json(report_to_json(report, request.dry_run));
  } else {
    print_report(invocation.console, report, request.dry_run);
  }
  return 0;
}

}  // namespace

Command declare_init() {
  return {
      .name = "init",
      .summary = "Prepare a repository for sessions",
      .description =
          "Makes the folders for sessions, archive, promoted outputs and teams under the session "
          "root (`output`, or session.root), a README.md that explains them to colleagues, and a "
          ".gitignore for the litter of editors and systems. Sessions work without it; it makes "
          "the repository pleasant for everybody else.\n\n"
          "In .gitattributes a marked block makes hosts fold outputs away in pull requests and "
          "keeps git from converting their line endings. Lines outside the marks are never "
          "touched, and a file that somebody else wrote is left and named.\n\n"
          "It may be repeated: what is there stays, what is missing is made. Nothing is "
          "committed.",
      .options = {{.name = "scripts",
                   .help =
                       "also make scripts/session_manager.py, scripts/promote_to_confluence.py and "
                       "scripts/migrate_outputs.py, which pass their arguments on to git-session"},
                  {.name = "quiet-search",
                   .help = "also keep ripgrep and fd out of the session root, by .ignore"},
                  {.name = "no-quiet-output",
                   .help = "no block in .gitattributes; take it out where it is"},
                  {.name = "dry-run", .letter = 'n', .help = "only say what would be made"}},
      .examples = {{"git session init", "prepare this repository"},
                   {"git session init --scripts --quiet-search --dry-run",
                    "what that would make here"}},
      .exit_codes = {{5, "refused: a link is in the way, or this is no checkout"}},
      .takes_session = false,
      .run = run_init};
}

}  // namespace git_session
