#include "cli/bulk_update.h"

#include <algorithm>

#include "base/error.h"
#include "base/text.h"
#include "cli/progress.h"
#include "cli/prompt.h"
#include "cli/query_options.h"
#include "cli/session_command.h"
#include "cli/session_table.h"
#include "json/changes_json.h"
#include "operations/update_sessions.h"

namespace git_session {
namespace {

const std::string update_verb = "update";
constexpr const char* way_out = "--dry-run shows what would change, --yes changes it unasked";
constexpr int exit_refused = 5;

std::string shown(const std::string& text) { return text.empty() ? "(none)" : escape_line(text); }

/// Archived sessions are passed over unless somebody asks for them.
bool asks_for_archived(const Arguments& arguments, const Query& query) {
  return arguments.has("all") ||
         std::any_of(query.where.begin(), query.where.end(), [](const auto& condition) {
           return equals_ignoring_case(condition.second, name_of(State::archived));
         });
}

/// What was agreed to and then interrupted comes first.
void finish_interrupted(Invocation& invocation, const Workspace& workspace) {
  auto operation = unfinished_operation(workspace, update_verb);
  if (!operation) return;
  const std::string name = "operation " + std::to_string(operation->number);
  if (invocation.arguments.has("dry-run")) {
    return invocation.console.warn(name +
                                   " of update was not finished: without --dry-run it is, "
                                   "before anything else");
  }
  finish_operation(workspace, *operation);
  invocation.console.note("Finished " + name + ", which was interrupted");
}

UpdatePlan make_plan(Invocation& invocation, const Workspace& workspace,
                     const SessionUpdate& update) {
  const Query query = where_query(invocation.arguments);
  Progress progress(invocation.console, "Looking at sessions");
  return plan_updates(workspace, query, asks_for_archived(invocation.arguments, query), update);
}

void print_plan(Console& console, const UpdatePlan& plan) {
  for (const PlannedUpdate& planned : plan.updates) {
    console.print_line(escape_line(planned.id));
    for (const FieldChange& change : planned.changes) console.print_line("  " + describe(change));
  }
}

Json plan_to_json(const UpdatePlan& plan, bool dry_run, int operation) {
  Json root = json_root();
  root["dry_run"] = dry_run;
  root["operation"] = operation > 0 ? Json(operation) : Json(nullptr);
  root["sessions"] = Json::array();
  for (const PlannedUpdate& planned : plan.updates) {
    root["sessions"].push_back({{"session_id", planned.id},
                                {"path", planned.path},
                                {"changes", changes_to_json(planned.changes)}});
  }
  root["unchanged"] = plan.unchanged;
  root["problems"] = Json::array();
  for (const auto* problems : {&plan.unreadable, &plan.refused})
    for (const Problem& problem : *problems) root["problems"].push_back(to_json(problem));
  return root;
}

std::string already(const UpdatePlan& plan) {
  if (plan.unchanged == 0) return "";
  return "; " + std::to_string(plan.unchanged) + (plan.unchanged == 1 ? " is" : " are") +
         " so already";
}

std::string nothing_to_change(const UpdatePlan& plan, bool all) {
  if (plan.unchanged > 0) return "Nothing to change" + already(plan);
  if (!plan.unreadable.empty() || !plan.refused.empty()) return "Nothing to change";
  return std::string("No session fits") + (all ? "" : "; --all looks at archived ones too");
}

/// The number of the operation; 0 when nothing was done.
int make_changes(Invocation& invocation, const Workspace& workspace, const UpdatePlan& plan) {
  Progress progress(invocation.console, "Changing " + count_of(plan.updates.size(), "session"));
  return apply_plan(workspace, update_verb, plan.files);
}

}  // namespace

std::string describe(const FieldChange& change) {
  const std::string key = escape_line(change.key) + ": ";
  if (!change.is_item) return key + shown(change.before) + " -> " + shown(change.after);
  bool came = change.before.empty();
  return key + (came ? "+ " + escape_line(change.after) : "- " + escape_line(change.before));
}

std::vector<Option> bulk_update_options() {
  Option where = where_option();
  where.help = "change every session " + where.help;
  return {std::move(where),
          {.name = "all", .letter = 'a', .help = "with --where: archived sessions too"},
          {.name = "dry-run",
           .letter = 'n',
           .help = "with --where: show what would change, and change nothing"},
          {.name = "yes", .letter = 'y', .help = "with --where: do not ask"}};
}

void check_bulk_options(const Invocation& invocation) {
  const Arguments& arguments = invocation.arguments;
  if (arguments.has("where")) {
    if (!invocation.named_session()) return;
    throw Error(ErrorKind::usage, "--where and a session do not go together",
                "leave out one of them");
  }
  for (const char* option : {"all", "dry-run", "yes"}) {
    if (!arguments.has(option)) continue;
    throw Error(ErrorKind::usage, std::string("--") + option + " belongs to --where",
                std::string(invocation.program) + " update --where KEY=VALUE");
  }
}

int run_bulk_update(Invocation& invocation, const SessionUpdate& update) {
  const Arguments& arguments = invocation.arguments;
  Console& console = invocation.console;
  const bool dry_run = arguments.has("dry-run");
  const bool can_ask = console.can_prompt() && !invocation.wants_json();
  if (!dry_run && !arguments.has("yes") && !can_ask) {
    throw Error(ErrorKind::usage, "nobody is there to be asked", way_out);
  }
  Workspace workspace = open_workspace(invocation);
  finish_interrupted(invocation, workspace);
  const UpdatePlan plan = make_plan(invocation, workspace, update);
  if (!invocation.wants_json() && (dry_run || !console.is_quiet())) print_plan(console, plan);
  int operation = 0;
  bool is_declined = false;
  if (plan.updates.empty()) {
    console.note(nothing_to_change(plan, arguments.has("all")));
  } else if (dry_run) {
    console.note("Would change " + count_of(plan.updates.size(), "session") + already(plan));
  } else if (!is_agreed(invocation, "Change " + count_of(plan.updates.size(), "session") + "?",
                        way_out)) {
    is_declined = true;
  } else {
    operation = make_changes(invocation, workspace, plan);
    console.note("Changed " + count_of(plan.updates.size(), "session") + already(plan) +
                 "; git session undo " + std::to_string(operation) + " takes it back");
  }
  if (invocation.wants_json()) console.print_json(plan_to_json(plan, dry_run, operation));
  tell_unreadable(console, plan.refused);
  const int unreadable = tell_unreadable(console, plan.unreadable);
  if (is_declined || unreadable != 0) return is_declined ? declined : unreadable;
  return plan.refused.empty() ? 0 : exit_refused;
}

}  // namespace git_session
