#include "base/error.h"
#include "base/text.h"
#include "cli/command_table.h"
#include "cli/migration_text.h"
#include "cli/progress.h"
#include "cli/prompt.h"
#include "cli/secret_messages.h"
#include "cli/session_command.h"
#include "json/migration_json.h"
#include "operations/check_secrets.h"
#include "operations/migrate_outputs.h"

namespace git_session {
namespace {

constexpr int some_were_left = 4;
constexpr const char* way_out = "--execute --yes goes on unasked";

MigrationSplit split_of(const std::string& word) {
  if (word == "day") return MigrationSplit::day;
  return word == "branch" ? MigrationSplit::branch : MigrationSplit::author;
}

std::optional<std::string> input_of(const Arguments& arguments, const Workspace& workspace) {
  auto typed = arguments.value("input");
  if (!typed) return std::nullopt;
  if (auto path = workspace.relative_to_top_level(*typed)) return path;
  const std::string below_top = workspace.repository().top_level() + "/" + *typed;
  if (auto path = workspace.relative_to_top_level(below_top); path && !typed->starts_with('/'))
    return path;
  throw Error(ErrorKind::not_found, "there is no folder '" + escape_line(*typed) + "' in here");
}

std::string text_of(const Arguments& arguments, const char* option, std::string fallback) {
  auto value = arguments.value(option);
  if (!value) return fallback;
  if (!is_valid_utf8(*value) || value->find('\n') != std::string::npos)
    throw Error(ErrorKind::usage, "--" + std::string(option) + " takes one line of text");
  return *value;
}

MigrationRequest request_of(const Arguments& arguments, const Workspace& workspace) {
  MigrationRequest request;
  request.input = input_of(arguments, workspace);
  request.user = text_of(arguments, "user", "");
  request.team = text_of(arguments, "team", "");
  request.ticket = text_of(arguments, "default-ticket", request.ticket);
  request.project = text_of(arguments, "default-project", request.project);
  request.split = split_of(arguments.value_or("by", "author"));
  request.keep = arguments.has("keep");
  request.large = arguments.has("large");
  return request;
}

bool has_left_out(const std::vector<LeftFile>& left) {
  for (const LeftFile& file : left)
    if (is_left_out(file.reason)) return true;
  return false;
}

ListLength length_of(const Invocation& invocation) { return {invocation.arguments.has("all")}; }

StepProgress bar_for(ProgressBar& bar) {
  return [&bar](size_t done, size_t all) { bar.show(done, all); };
}

/// What a crash left half done comes first.
void finish_interrupted(Invocation& invocation, const Workspace& workspace) {
  auto operation = unfinished_operation(workspace, migrate_verb);
  if (!operation) return;
  {
    ProgressBar bar(invocation.console, "Finishing");
    finish_operation(workspace, *operation, bar_for(bar));
  }
  invocation.console.note("The migration that was interrupted is finished now");
}

void tell_how_it_went_on(Console& console, const Workspace& workspace, int operation) {
  console.note("Noted in " + escape_line(workspace.operation_log().path_of(operation)) +
               ": each old path, new path and content");
  console.note("git session migrate --rollback takes it back");
}

void tell_risks(Console& console, const MigrationPlan& plan) {
  if (plan.ignore_rule)
    console.warn("git ignores sessions (" + escape_line(*plan.ignore_rule) +
                 "): take that line out before you migrate");
  if (plan.ignored_files > 0)
    console.note(count_of(plan.ignored_files, "file") +
                 " that git ignores here will be ignored in the session too");
  if (plan.shallow_files > 0)
    console.warn("this clone is shallow, so the authors of " +
                 count_of(plan.shallow_files, "file") +
                 " are not known; git fetch --unshallow gets them");
}

/// Of the old and the new places, and of nothing else that was changed here.
std::string commit_command(const Workspace& workspace, const MigrationRequest& request) {
  const std::string& root = workspace.store().layout().root();
  std::string paths = quote_for_shell(root);
  const bool is_elsewhere = request.input && !(*request.input + "/").starts_with(root + "/");
  if (is_elsewhere && !request.keep) paths += " " + quote_for_shell(*request.input);
  const bool is_sparse = workspace.repository().has_sparse_checkout();
  return std::string("git add --all ") + (is_sparse ? "--sparse " : "") + "-- " + paths +
         " && git commit";
}

int show_plan(Invocation& invocation, const Workspace& workspace) {
  Console& console = invocation.console;
  if (unfinished_operation(workspace, migrate_verb))
    throw Error(
        ErrorKind::conflict, "a migration was interrupted",
        "git session migrate --execute finishes it, git session migrate --rollback takes it "
        "back");
  const MigrationRequest request = request_of(invocation.arguments, workspace);
  const MigrationPlan plan = [&] {
    Progress progress(console, "Looking at the old outputs");
    return plan_migration(workspace, request);
  }();
  const SecretReport secrets = look_for_secrets(workspace, plan);
  if (invocation.wants_json()) {
    console.print_json(migration_root(plan, std::nullopt, secrets));
  } else {
    print_migration_plan(console, plan, request.keep, length_of(invocation));
  }
  tell_left(console, plan.left, length_of(invocation));
  tell_risks(console, plan);
  tell_secrets(console, secrets);
  if (plan.sessions.empty()) {
    console.note("There is nothing to migrate");
  } else {
    const bool is_refused = plan.ignore_rule || plan.shallow_files > 0;
    console.note("This would " + std::string(request.keep ? "copy " : "move ") +
                 size_of_migration(plan) + "; --execute " + (is_refused ? "--force " : "") +
                 "does it");
  }
  return has_left_out(plan.left) ? some_were_left : 0;
}

int execute(Invocation& invocation, const Workspace& workspace) {
  Console& console = invocation.console;
  const MigrationRequest request = request_of(invocation.arguments, workspace);
  finish_interrupted(invocation, workspace);
  const MigrationPlan plan = [&] {
    Progress progress(console, "Looking at the old outputs");
    return plan_migration(workspace, request);
  }();
  const SecretReport secrets = look_for_secrets(workspace, plan);
  int operation = 0;
  if (!plan.sessions.empty()) {
    if (!invocation.arguments.has("force")) check_migration(plan);
    if (!invocation.arguments.has("yes")) {
      if (!invocation.wants_json())
        print_migration_plan(console, plan, request.keep, length_of(invocation));
      if (!is_agreed(invocation,
                     std::string(request.keep ? "Copy " : "Move ") + size_of_migration(plan) + "?",
                     way_out))
        return declined;
    }
    ProgressBar bar(console, "Migrating");
    operation = apply_plan(workspace, migrate_verb, plan.steps, bar_for(bar));
  }
  if (invocation.wants_json()) {
    console.print_json(migration_root(plan, operation, secrets));
  } else if (!console.is_quiet() && operation > 0) {
    console.print_line((request.keep ? "Copied: " : "Moved: ") + size_of_migration(plan));
    for (const PlannedSession& planned : plan.sessions)
      console.print_line("  " + folder_label(planned.session.path) + "  " +
                         count_of(planned.files.size(), "file"));
    if (plan.mended_ignore_file)
      console.print_line("Changed: " + escape_line(*plan.mended_ignore_file));
  }
  tell_left(console, plan.left, length_of(invocation));
  tell_secrets(console, secrets);
  if (operation == 0) {
    console.note("There is nothing to migrate");
  } else {
    tell_how_it_went_on(console, workspace, operation);
    console.note("Commit old and new places at once, so that git log --follow goes on: " +
                 commit_command(workspace, request));
  }
  return has_left_out(plan.left) ? some_were_left : 0;
}

int remove_originals(Invocation& invocation, const Workspace& workspace) {
  Console& console = invocation.console;
  const bool dry_run = !invocation.arguments.has("execute");
  if (!dry_run) finish_interrupted(invocation, workspace);
  const RemovalPlan plan = [&] {
    Progress progress(console, "Comparing");
    return plan_removal_of_originals(workspace, input_of(invocation.arguments, workspace));
  }();
  if (!invocation.wants_json() && (dry_run || !invocation.arguments.has("yes")))
    print_removal_plan(console, plan, length_of(invocation));
  std::optional<int> operation;
  const std::string size = count_of(plan.removed.size(), "original");
  if (!dry_run) {
    if (!plan.removed.empty() && !is_agreed(invocation, "Remove " + size + "?", way_out))
      return declined;
    ProgressBar bar(console, "Removing");
    operation = apply_plan(workspace, migrate_verb, plan.steps, bar_for(bar));
  }
  if (invocation.wants_json()) console.print_json(removal_root(plan, operation));
  if (plan.removed.empty()) {
    console.note("There are no originals to remove");
  } else if (dry_run) {
    console.note("This would remove " + size + "; --remove-legacy --execute does it");
  } else {
    if (!invocation.wants_json() && !console.is_quiet()) console.print_line("Removed: " + size);
    tell_how_it_went_on(console, workspace, *operation);
  }
  return has_left_out(plan.left) || !plan.changed.empty() ? some_were_left : 0;
}

int roll_back(Invocation& invocation, const Workspace& workspace) {
  Console& console = invocation.console;
  const Rollback rollback = [&] {
    ProgressBar bar(console, "Rolling back");
    return roll_back_migration(workspace, bar_for(bar));
  }();
  if (invocation.wants_json()) {
    console.print_json(rollback_root(rollback.operation, rollback.steps));
  } else if (!console.is_quiet()) {
    console.print_line("Taken back: operation " + std::to_string(rollback.operation) + ", " +
                       count_of(rollback.steps, "step"));
  }
  return 0;
}

void check_combination(const Arguments& arguments) {
  const bool has_mode = arguments.has("rollback") || arguments.has("remove-legacy");
  if (arguments.has("dry-run") && arguments.has("execute"))
    throw Error(ErrorKind::usage, "--dry-run only shows what --execute does",
                "leave one of them out");
  if (arguments.has("dry-run") && arguments.has("rollback"))
    throw Error(ErrorKind::usage, "--rollback has no preview of its own",
                "git session undo --list names the migration; git session undo N --dry-run");
  if (arguments.has("rollback") && (arguments.has("execute") || arguments.has("remove-legacy")))
    throw Error(ErrorKind::usage, "--rollback takes a migration back: it goes alone");
  if (!has_mode) return;
  if (arguments.has("rollback") && arguments.has("input"))
    throw Error(ErrorKind::usage, "--input has no meaning with --rollback");
  for (const char* option :
       {"user", "team", "default-ticket", "default-project", "by", "keep", "large", "force"})
    if (arguments.has(option))
      throw Error(ErrorKind::usage,
                  "--" + std::string(option) + " has no meaning with " +
                      (arguments.has("rollback") ? "--rollback" : "--remove-legacy"));
}

int run_migrate(Invocation& invocation) {
  const Arguments& arguments = invocation.arguments;
  check_combination(arguments);
  const Workspace workspace = open_workspace(invocation);
  if (arguments.has("rollback")) return roll_back(invocation, workspace);
  if (arguments.has("remove-legacy")) return remove_originals(invocation, workspace);
  return arguments.has("execute") ? execute(invocation, workspace)
                                  : show_plan(invocation, workspace);
}

std::vector<Option> migrate_options() {
  return {
      {.name = "dry-run", .letter = 'n', .help = "show the plan; what happens without --execute"},
      {.name = "execute", .help = "do it; asks first on a terminal, and needs --yes elsewhere"},
      {.name = "yes", .letter = 'y', .help = "do not ask"},
      {.name = "input",
       .value = "DIR",
       .help = "take what lies in this folder, instead of the usual ones under output/; with "
               "--remove-legacy the originals that came from there",
       .completion = Completion::directory},
      {.name = "user",
       .value = "USER",
       .help = "all sessions belong to this user; without it each to the author of its files",
       .completion = Completion::user},
      {.name = "team",
       .value = "TEAM",
       .help = "the team of all sessions; without it session.team for your own",
       .completion = Completion::team},
      {.name = "default-ticket", .value = "KEY", .help = "the ticket, MIGRATION-001 unless given"},
      {.name = "default-project",
       .value = "NAME",
       .help = "the project, Legacy Outputs Migration unless given"},
      {.name = "by",
       .value = "WHAT",
       .help = "a session for each author, or for each author and day or merged branch",
       .choices = {"author", "day", "branch"}},
      {.name = "large", .help = "also files over session.maxOutputSize"},
      {.name = "keep", .help = "copy, and leave the originals where they are"},
      {.name = "remove-legacy",
       .help = "remove originals that --keep left and whose copies hold the same bytes"},
      {.name = "rollback", .help = "take the last migration back, also one that was interrupted"},
      {.name = "force",
       .help = "also where git ignores the sessions, or a shallow clone hides the authors"},
      {.name = "all", .help = "show long lists whole on a terminal too"}};
}

}  // namespace

Command declare_migrate() {
  return {
      .name = "migrate",
      .summary = "Turn outputs from before sessions into sessions",
      .description =
          "Moves what lies in architecture, analysis, reviews, reports and artifacts under "
          "output/, and loose files in output/ itself, into new sessions. Without --execute it "
          "only shows what would become of each file. README.md, hidden files and other folders "
          "stay; links, repositories, pipes, files that are too large and names that metadata "
          "cannot hold stay too, are named, and make the exit status 4.\n\n"
          "Who made a file, and when, is asked of git: the author of the commit that added it, "
          "renames followed. Each author gets a closed session, and another after every 500 "
          "files; what nobody committed is yours. --by branch goes by the names in merge "
          "commits: git itself does not remember branches. Time, topic and agent come from the "
          "file's name, the type from its folder.\n\n"
          "What git tracks is moved in its index too, so that git log --follow finds the history "
          "once old and new place are committed together. What it does not track is copied, the "
          "copy compared, and only then the original removed. Everything is noted before it is "
          "done: after a crash, repeating the command finishes the work, and --rollback gives "
          "back every byte. MIGRATION_REPORT.md in each session says what came from where.\n\n"
          "Where output/.gitignore ignores everything, lines at its end make git track sessions; "
          "any other rule that ignores them is named, and the migration refused.",
      .options = migrate_options(),
      .examples = {{"git session migrate", "what would become of which file"},
                   {"git session migrate --execute", "do it, after a question"},
                   {"git session migrate --by branch --execute --yes",
                    "a session for each author and branch, unasked"},
                   {"git session migrate --keep --execute && git session migrate --remove-legacy",
                    "copy first, and see later what may go"},
                   {"git session migrate --rollback", "as if it had never been"}},
      .exit_codes = {{4, "done, but some files stay that may have been wanted; they are named"},
                     {5, "git ignores sessions, or a shallow clone does not know the authors"}},
      .takes_session = false,
      .run = run_migrate};
}

}  // namespace git_session
