#include "base/error.h"
#include "base/text.h"
#include "cli/migration_text.h"
#include "cli/session_command.h"
#include "json/keep_json.h"
#include "operations/apply_plan.h"
#include "operations/keep_documents.h"
#include "operations/writable_session.h"

namespace git_session {
namespace {

constexpr int some_were_left = 4;

/// What was interrupted comes first, and what it moved already is done.
bool finish_interrupted(Invocation& invocation, const Workspace& workspace) {
  auto operation = unfinished_operation(workspace, keep_verb);
  if (!operation) return false;
  finish_operation(workspace, *operation);
  invocation.console.note("What was interrupted is finished now");
  return true;
}

/// A bare name may also be that of a draft or an output of the current session.
std::string path_of(Invocation& invocation, const Workspace& workspace, const std::string& typed) {
  try {
    return adopted_path(workspace, typed);
  } catch (const Error& error) {
    const bool is_bare = typed.find('/') == typed.npos || typed.starts_with("drafts/");
    if (error.kind() != ErrorKind::not_found || !is_bare) throw;
    const std::string folder = workspace.absolute_path(session_of(invocation, workspace).location);
    const Directory& top = workspace.store().top_level();
    for (const std::string& place : {folder + "/drafts/" + typed, folder + "/" + typed}) {
      const std::string path = place.substr(workspace.repository().top_level().size() + 1);
      if (top.status(path)) return path;
    }
    throw;
  }
}

KeepRequest request_of(Invocation& invocation, const Workspace& workspace, bool was_finished) {
  const Arguments& arguments = invocation.arguments;
  KeepRequest request;
  request.agent = checked_line(arguments.value_or("agent", ""), "--agent");
  request.type = checked_line(arguments.value_or("type", ""), "--type");
  request.large = arguments.has("large");
  for (const std::string& typed : arguments.operands("FILE")) {
    try {
      request.paths.push_back(path_of(invocation, workspace, typed));
    } catch (const Error& error) {
      if (!was_finished || error.kind() != ErrorKind::not_found) throw;
    }
  }
  return request;
}

/// Their own session, else the one that is named, else the current one.
SessionLocation target_of(Invocation& invocation, const Workspace& workspace,
                          const KeepRequest& request) {
  const auto own = session_of_documents(workspace, request.paths);
  const auto named = invocation.named_session();
  if (own && named && !(workspace.resolve(*named) == *own))
    throw Error(ErrorKind::usage, "the files belong to " + escape_line(own->id) + " already",
                "leave out --session");
  return own ? *own : session_of(invocation, workspace).location;
}

void print_report(Console& console, const AdoptionPlan& plan, const std::vector<std::string>& kept,
                  bool dry_run) {
  const std::string word = dry_run ? "would be kept: " : "Kept: ";
  for (const AdoptedSession& session : plan.sessions) {
    for (const MigratedFile& one : session.files)
      console.print_line(word + escape_line(one.file.path) + " -> " +
                         escape_line(session.location.path + "/" + one.target));
  }
  for (const std::string& file : kept) console.print_line(word + escape_line(file));
  if (plan.sessions.empty() && kept.empty() && plan.left.empty())
    console.note("Nothing to do: all of it is kept already");
}

int run_keep(Invocation& invocation) {
  const Workspace workspace = open_workspace(invocation);
  const bool dry_run = invocation.arguments.has("dry-run");
  const bool was_finished = !dry_run && finish_interrupted(invocation, workspace);
  const KeepRequest request = request_of(invocation, workspace, was_finished);
  const SessionLocation location = target_of(invocation, workspace, request);
  const AdoptionPlan plan = plan_keeping(workspace, location, request);
  std::vector<std::string> kept;
  std::optional<int> operation;
  if (dry_run) {
    kept = outputs_to_keep(workspace, location, request);
  } else {
    operation = apply_plan(workspace, keep_verb, plan.steps);
    kept = keep_outputs(workspace, location, request);
    tell_kept(workspace, plan, request);
  }
  Console& console = invocation.console;
  if (invocation.wants_json()) {
    console.print_json(keep_root(workspace.load(location), plan, kept, operation));
  } else if (dry_run || !console.is_quiet()) {
    print_report(console, plan, kept, dry_run);
  }
  tell_left(console, plan.left, {true});
  if (operation.value_or(0) > 0)
    console.note("git session undo " + std::to_string(*operation) + " takes it back");
  return plan.left.empty() ? 0 : some_were_left;
}

}  // namespace

Command declare_keep() {
  return {
      .name = "keep",
      .summary = "Take a draft, or a document from elsewhere, into the session",
      .description =
          "Moves a file out of the drafts/ folder of a session into the session and records it. "
          "Drafts are ignored by git, and git session gc --execute removes those that nobody "
          "touched for 14 days. A document that lies elsewhere in the repository is moved into "
          "the current session, in git's index too, as git session adopt --into does. An output "
          "that lies in the session already and is marked as a draft is one no more.\n\n"
          "Agent, model and chat are those that were noted when an agent wrote the file (see git "
          "session hook); --agent says otherwise. Where the session has an older output of the "
          "same agent with the same topic, the new one takes its place: both stay, and show "
          "folds the older one away.",
      .options = {{.name = "agent",
                   .value = "NAME",
                   .help = "what made the files, where that was not noted",
                   .completion = Completion::agent},
                  {.name = "type",
                   .value = "TYPE",
                   .help = "architecture, reviews or any other word"},
                  {.name = "large", .help = "also files over session.maxOutputSize"},
                  {.name = "dry-run", .letter = 'n', .help = "only show what would be done"}},
      .operands = {{.name = "FILE",
                    .help = "a draft, a document, or the name of a draft of the current session",
                    .minimum = 1,
                    .maximum = SIZE_MAX,
                    .completion = Completion::file}},
      .examples = {{"git session keep architecture-review.md",
                    "keep a draft of the current session"},
                   {"git session keep docs/reports/audit.md", "move a document into the session"}},
      .exit_codes = {{4, "done, but some files stay; they are named"}},
      .run = run_keep};
}

}  // namespace git_session
