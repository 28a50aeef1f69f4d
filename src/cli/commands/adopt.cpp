#include "base/error.h"
#include "base/text.h"
#include "cli/command_table.h"
#include "cli/migration_text.h"
#include "cli/progress.h"
#include "cli/prompt.h"
#include "cli/secret_messages.h"
#include "cli/session_command.h"
#include "json/adoption_json.h"
#include "operations/apply_plan.h"
#include "operations/check_secrets.h"
#include "operations/writable_session.h"

namespace git_session {
namespace {

constexpr int some_were_left = 4;
constexpr const char* way_out = "--execute --yes goes on unasked";

/// What is gone because an interrupted command was just finished is done.
std::vector<std::string> paths_of(const Arguments& arguments, const Workspace& workspace,
                                  bool was_finished) {
  std::vector<std::string> paths;
  for (const std::string& typed : arguments.operands("PATH")) {
    try {
      paths.push_back(adopted_path(workspace, typed));
    } catch (const Error& error) {
      if (!was_finished || error.kind() != ErrorKind::not_found) throw;
    }
  }
  return paths;
}

AdoptRequest request_of(const Arguments& arguments) {
  return {.agent = checked_line(arguments.value_or("agent", ""), "--agent"),
          .type = checked_line(arguments.value_or("type", ""), "--type"),
          .large = arguments.has("large")};
}

/// The session that files go to: --into, else the current one.
SessionLocation target_of(Invocation& invocation, const Workspace& workspace) {
  if (auto id = invocation.arguments.value("into")) return workspace.resolve(*id);
  return session_of(invocation, workspace).location;
}

SessionLocation stray_target_of(Invocation& invocation, const Workspace& workspace) {
  try {
    return target_of(invocation, workspace);
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::no_session) throw;
    throw Error(error.kind(), error.what(), "--into ID names the session that they go to")
        .with_candidates(error.candidates());
  }
}

void print_adoption(Console& console, const AdoptionPlan& plan, bool dry_run) {
  for (const AdoptedSession& session : plan.sessions) {
    const std::string path = escape_line(session.location.path);
    if (session.is_new)
      console.print_line((dry_run ? "would be described: " : "Described: ") + path + "/, " +
                         count_of(session.files.size(), "output"));
    for (const MigratedFile& one : session.files) {
      if (session.is_new) break;
      console.print_line((dry_run ? "would be moved: " : "Moved: ") + escape_line(one.file.path) +
                         " -> " + path + "/" + escape_line(one.target));
    }
  }
}

/// Makes the plan, or shows it.
int adopt(Invocation& invocation, const Workspace& workspace, const AdoptionPlan& plan,
          bool dry_run) {
  Console& console = invocation.console;
  const SecretReport secrets = look_for_secrets(workspace, plan);
  std::optional<int> operation;
  if (!dry_run) {
    ProgressBar bar(console, "Adopting");
    operation = apply_plan(workspace, adopt_verb, plan.steps,
                           [&](size_t done, size_t all) { bar.show(done, all); });
  }
  if (invocation.wants_json()) {
    console.print_json(adoption_root(plan, operation, secrets));
  } else if (dry_run || !console.is_quiet()) {
    print_adoption(console, plan, dry_run);
  }
  for (const std::string& path : plan.unchanged)
    console.note(escape_line(path) + " has metadata already");
  tell_left(console, plan.left, {true});
  tell_secrets(console, secrets);
  if (operation.value_or(0) > 0)
    console.note("git session undo " + std::to_string(*operation) + " takes it back");
  return plan.left.empty() ? 0 : some_were_left;
}

/// What a crash left half done comes first.
bool finish_interrupted(Invocation& invocation, const Workspace& workspace) {
  auto operation = unfinished_operation(workspace, adopt_verb);
  if (!operation) return false;
  finish_operation(workspace, *operation);
  invocation.console.note("What was interrupted is finished now");
  return true;
}

std::string day_of(const StrayDocument& document) {
  if (document.origin.commit.empty()) return "not committed";
  return format_date(to_local(document.origin.author_time).date);
}

void print_stray(Console& console, const StrayDocument& document) {
  Styled line(escape_line(document.path), Style::bold);
  line.add(": " + day_of(document));
  if (!document.origin.author_name.empty())
    line.add(" by " + escape_line(document.origin.author_name));
  if (!document.agent.empty()) line.add(" with " + escape_line(document.agent));
  if (!document.copies.empty()) {
    std::vector<std::string> copies;
    for (const std::string& path : document.copies) copies.push_back(escape_line(path));
    line.add("; " + count_of(copies.size(), "copy", "copies") + ": " + join(copies, ", "));
  }
  if (!document.linked_from.empty()) {
    std::vector<std::string> files;
    for (const std::string& path : document.linked_from) files.push_back(escape_line(path));
    line.add("; linked from " + join(files, ", "));
  }
  line.add(" [" + document.reason + "]", Style::dim);
  console.print_line(line);
}

int find_stray(Invocation& invocation, const Workspace& workspace) {
  const Arguments& arguments = invocation.arguments;
  Console& console = invocation.console;
  const bool execute = arguments.has("execute");
  const auto against = arguments.value("against");
  const bool was_finished = execute && finish_interrupted(invocation, workspace);
  const std::vector<std::string> paths = paths_of(arguments, workspace, was_finished);
  const std::vector<StrayDocument> found = [&] {
    Progress progress(console, "Looking");
    return find_stray_documents(workspace, paths, against);
  }();
  const bool shows = !execute || !arguments.has("yes");
  if (invocation.wants_json() && !execute) console.print_json(stray_root(found, against));
  if (!invocation.wants_json() && shows)
    for (const StrayDocument& document : found) print_stray(console, document);
  if (found.empty()) console.note("No stray documents");
  if (!execute) {
    if (!found.empty())
      console.note(count_of(found.size(), "document") +
                   " outside of sessions; --execute moves them into one");
    return against && !found.empty() ? 1 : 0;
  }
  if (found.empty()) return adopt(invocation, workspace, AdoptionPlan(), false);
  const SessionLocation target = stray_target_of(invocation, workspace);
  const std::string question =
      "Move " + count_of(found.size(), "document") + " into " + escape_line(target.id) + "?";
  if (!is_agreed(invocation, question, way_out)) return declined;
  std::vector<std::string> files;
  for (const StrayDocument& document : found) files.push_back(document.path);
  return adopt(invocation, workspace,
               plan_adoption_into(workspace, target, files, request_of(arguments)), false);
}

void check_combination(const Arguments& arguments) {
  const bool is_stray = arguments.has("stray");
  for (const char* option : {"against", "execute", "yes"})
    if (arguments.has(option) && !is_stray)
      throw Error(ErrorKind::usage, "--" + std::string(option) + " goes with --stray",
                  "what is named is adopted at once; --dry-run only shows it");
  if (is_stray && arguments.has("dry-run") && arguments.has("execute"))
    throw Error(ErrorKind::usage, "--dry-run only shows what --execute does",
                "leave one of them out");
  const bool takes_files = arguments.has("into") || is_stray;
  for (const char* option : {"agent", "type", "large"})
    if (arguments.has(option) && !takes_files)
      throw Error(ErrorKind::usage, "--" + std::string(option) + " goes with --into or --stray");
  if (!is_stray && arguments.operands("PATH").empty())
    throw Error(ErrorKind::usage, "adopt needs to know what",
                "git session adopt DIR…, adopt --into ID FILE…, or adopt --stray");
}

int run_adopt(Invocation& invocation) {
  const Arguments& arguments = invocation.arguments;
  check_combination(arguments);
  const Workspace workspace = open_workspace(invocation);
  if (arguments.has("stray")) return find_stray(invocation, workspace);
  const bool dry_run = arguments.has("dry-run");
  const bool was_finished = !dry_run && finish_interrupted(invocation, workspace);
  const std::vector<std::string> paths = paths_of(arguments, workspace, was_finished);
  const AdoptionPlan plan = arguments.has("into")
                                ? plan_adoption_into(workspace, target_of(invocation, workspace),
                                                     paths, request_of(arguments))
                                : plan_adoption_of_folders(workspace, paths);
  return adopt(invocation, workspace, plan, dry_run);
}

}  // namespace

Command declare_adopt() {
  return {
      .name = "adopt",
      .summary = "Take in folders and documents that lack a session",
      .description =
          "adopt DIR writes metadata for a folder under sessions/ that has none: its user from "
          "the path, time and author from git or from the files, the project from the folder's "
          "name, an entry for each file. What nothing tells stays empty.\n\n"
          "adopt --into ID FILE moves documents from elsewhere in the repository into a session, "
          "in git's index too, so that git log --follow finds their history; one that git does "
          "not track is removed only after its copy was compared.\n\n"
          "adopt --stray looks for documents that agents left in the tree: names in capitals such "
          "as SUMMARY.md or MIGRATION_PLAN.md, names with a date, plans/ folders, and what a "
          "commit with an agent's Co-Authored-By added at the top level; committed or not, unless "
          "git "
          "ignores them. README, CHANGELOG and "
          "what else every project has are none. For each it says when, by whom, how many copies "
          "there are and which Markdown names it, and moves only with --execute. With --against "
          "it lists what was added since that revision, and ends with 1 when there is any.\n\n"
          "What looks like a secret in the files is named, and taken in as it is: commit and "
          "promote "
          "refuse it.",
      .options =
          {{.name = "into",
            .value = "ID",
            .help = "the session that files go to; with --stray the current one unless given",
            .completion = Completion::session_id},
           {.name = "stray", .help = "look for documents outside of sessions"},
           {.name = "against",
            .value = "REV",
            .help = "only what was added since the merge base with it; exit 1 when there is any"},
           {.name = "execute", .help = "with --stray: move them; asks, or needs --yes"},
           {.name = "yes", .letter = 'y', .help = "do not ask"},
           {.name = "agent",
            .value = "NAME",
            .help = "what made the files, where their names do not tell",
            .completion = Completion::agent},
           {.name = "type", .value = "TYPE", .help = "architecture, reviews or any other word"},
           {.name = "large", .help = "also files over session.maxOutputSize"},
           {.name = "dry-run", .letter = 'n', .help = "only show what would be done"}},
      .operands = {{.name = "PATH",
                    .help = "session folders; with --into files; with --stray where to look",
                    .maximum = SIZE_MAX,
                    .completion = Completion::file}},
      .examples = {{"git session adopt output/sessions/ada/2025-11-28_analysis",
                    "metadata for a folder that has none"},
                   {"git session adopt --into a3f42c docs/reports/review.md",
                    "move a document into that session"},
                   {"git session adopt --stray --against origin/main",
                    "in a pull request: did it bring any?"}},
      .exit_codes = {{1, "--against: documents were found"},
                     {4, "done, but some files stay; they are named"}},
      .run = run_adopt};
}

}  // namespace git_session
