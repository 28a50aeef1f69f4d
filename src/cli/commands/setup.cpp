#include <algorithm>

#include "base/error.h"
#include "base/text.h"
#include "cli/completion_hint.h"
#include "cli/prompt.h"
#include "cli/session_command.h"
#include "cli/setup_report.h"
#include "json/setup_json.h"
#include "operations/apply_plan.h"
#include "operations/checked_team.h"
#include "operations/connected_agents.h"
#include "operations/setup_plan.h"
#include "operations/text_diff.h"

namespace git_session {
namespace {

using agents::Agent;

constexpr int some_were_left = 4;

std::vector<Agent> named_agents(const Arguments& arguments) {
  std::vector<Agent> named;
  for (const std::string& name : arguments.operands("AGENT")) {
    const auto agent = agents::parse_agent(name);
    const bool is_new = agent && std::find(named.begin(), named.end(), *agent) == named.end();
    if (is_new) named.push_back(*agent);
  }
  return named;
}

std::vector<std::string> agent_names() {
  std::vector<std::string> names;
  for (const Agent agent : agents::all_agents()) names.push_back(agents::name_of(agent));
  return names;
}

void check_combination(const Arguments& arguments) {
  const bool removes = arguments.has("remove");
  for (const char* option : {"remove", "dry-run", "yes"})
    if (arguments.has("check") && arguments.has(option))
      throw Error(ErrorKind::usage, "--check changes nothing and goes with no other choice",
                  "git session setup --check");
  for (const char* option : {"team", "project"})
    if (arguments.has(option) &&
        (removes || arguments.has("check") || arguments.has("merge-driver")))
      throw Error(ErrorKind::usage, "--" + std::string(option) + " goes with setting up");
  if (arguments.has("merge-driver") && !arguments.operands("AGENT").empty())
    throw Error(ErrorKind::usage, "--merge-driver is about the merge driver alone",
                "git session setup AGENT sets it up as well");
}

int set_up_merge_driver_alone(Invocation& invocation, const Workspace& workspace) {
  const Arguments& arguments = invocation.arguments;
  Console& console = invocation.console;
  SetupPlan plan;
  plan.removes = arguments.has("remove");
  const bool dry_run = arguments.has("dry-run");
  const bool checks = arguments.has("check");
  plan.merge_driver = set_up_merge_driver(workspace, {plan.removes, dry_run || checks});
  const bool is_wrong = checks && !plan.merge_driver.empty();
  if (invocation.wants_json()) {
    const bool writes = !checks && !dry_run;
    console.print_json(setup_root(plan, {}, writes ? std::optional(0) : std::nullopt, {}));
    return is_wrong ? 1 : 0;
  }
  const std::string lead = checks ? "missing, to " : dry_run ? "would " : "";
  if (checks || dry_run || !console.is_quiet())
    print_merge_driver(console, plan.merge_driver, lead);
  if (is_wrong) {
    console.warn("the merge driver is not installed: git session setup --merge-driver");
  } else if (plan.merge_driver.empty()) {
    console.note(plan.removes ? "The merge driver is not installed"
                 : checks     ? "The merge driver is installed"
                              : "The merge driver is installed already");
  }
  return is_wrong ? 1 : 0;
}

/// Once for each clone, and only where a person can answer.
TeamDefaults ask_for_defaults(Console& console, const Settings& settings) {
  TeamDefaults defaults;
  const auto is_unset = [&](const char* name) { return settings.find(name).source == "default"; };
  if (is_unset("session.team") && !settings.teams().empty())
    defaults.team = ask_or_skip(
        console, {"Team of everybody here, for .gitsession; empty for none", settings.teams()});
  if (is_unset("session.project"))
    defaults.project =
        ask_or_skip(console, {"Project of everybody here, for .gitsession; empty for none"});
  return defaults;
}

SetupRequest request_of(const Invocation& invocation, const Workspace& workspace) {
  const Arguments& arguments = invocation.arguments;
  SetupRequest request;
  request.agents = named_agents(arguments);
  const bool names_none = request.agents.empty();
  if (arguments.has("remove")) {
    request.basics = names_none;
    if (names_none) request.agents = agents::all_agents();
  } else if (names_none) {
    request.agents = connected_agents(workspace);
  }
  if (auto team = arguments.value("team"))
    request.defaults.team = checked_team(workspace.settings(), *team);
  if (auto project = arguments.value("project"))
    request.defaults.project = std::string(trim(*project));
  return request;
}

void finish_interrupted(Invocation& invocation, const Workspace& workspace) {
  auto operation = unfinished_operation(workspace, setup_verb);
  if (!operation) return;
  finish_operation(workspace, *operation);
  invocation.console.note("What was interrupted is finished now");
}

std::vector<std::string> diffs_of(const Workspace& workspace, const SetupPlan& plan) {
  std::vector<TextChange> changes;
  for (const SetupChange& change : plan.changes)
    changes.push_back({change.path, change.before, change.after});
  return diffs_of(workspace, changes);
}

std::vector<std::string> next_steps(const SetupRequest& request, const SetupPlan& plan) {
  std::vector<std::string> steps;
  if (plan.removes) return steps;
  for (const Agent agent : request.agents)
    steps.push_back(agents::title_of(agent) + ": " + agents::trust_step_of(agent));
  return steps;
}

int report_check(Invocation& invocation, const Workspace& workspace, const SetupRequest& request,
                 const SetupPlan& plan) {
  Console& console = invocation.console;
  const bool is_wrong = has_setup_faults(plan);
  if (invocation.wants_json()) {
    console.print_json(setup_root(plan, diffs_of(workspace, plan), std::nullopt, {}));
  } else {
    print_setup_faults(console, plan);
  }
  for (const std::string& note : plan.notes) console.note(note);
  if (!plan.merge_driver.empty())
    console.note("This clone has no merge driver: git session setup --merge-driver");
  std::vector<std::string> names;
  for (const Agent agent : request.agents) names.push_back(agents::name_of(agent));
  const std::string what = names.empty() ? "" : " " + join(names, " ");
  if (is_wrong) {
    console.warn("not everything is set up: git session setup" + what);
  } else {
    console.note("Everything is set up" + (names.empty() ? "" : ":" + what));
  }
  return is_wrong ? 1 : 0;
}

/// What a person does next, after it was made.
void tell_next(Invocation& invocation, const SetupPlan& plan, const std::vector<std::string>& steps,
               int operation) {
  Console& console = invocation.console;
  if (operation > 0)
    console.note("git session undo " + std::to_string(operation) + " takes the files back");
  if (plan.removes) return;
  if (operation > 0) console.note("Commit these files, so that colleagues have them too");
  for (const std::string& step : steps) console.note(step);
  if (steps.empty()) console.note("git session setup claude, codex or cursor connects an agent");
  if (const std::string hint = completion_hint(invocation.environment); !hint.empty())
    console.note(hint);
}

SetupPlan make_plan(Invocation& invocation, const Workspace& workspace, SetupRequest& request) {
  const Arguments& arguments = invocation.arguments;
  if (arguments.has("remove")) return plan_setup_removal(workspace, request);
  const std::string& state = workspace.repository().state_directory();
  const bool asks = !arguments.has("dry-run") && !arguments.has("yes") &&
                    invocation.console.can_prompt() && request.defaults.is_empty() &&
                    !read_setup_record(state).was_asked;
  if (asks) request.defaults = ask_for_defaults(invocation.console, workspace.settings());
  SetupPlan plan = plan_setup(workspace, request);
  plan.record.was_asked = plan.record.was_asked || asks;
  return plan;
}

int set_up(Invocation& invocation, const Workspace& workspace) {
  const Arguments& arguments = invocation.arguments;
  Console& console = invocation.console;
  const bool dry_run = arguments.has("dry-run");
  if (!dry_run) finish_interrupted(invocation, workspace);
  SetupRequest request = request_of(invocation, workspace);
  const SetupPlan plan = make_plan(invocation, workspace, request);
  const std::vector<std::string> diffs = diffs_of(workspace, plan);
  const bool shows = dry_run || !arguments.has("yes") || !console.is_quiet();
  if (!invocation.wants_json() && shows) print_setup_plan(console, plan, diffs);
  if (!dry_run && !plan.is_empty() &&
      !is_agreed(invocation, "Make these changes?",
                 "--yes goes on unasked, --dry-run only shows what would change"))
    return declined;
  std::optional<int> operation;
  if (!dry_run) operation = apply_setup(workspace, plan);
  const std::vector<std::string> steps = next_steps(request, plan);
  if (invocation.wants_json()) console.print_json(setup_root(plan, diffs, operation, steps));
  tell_setup_notes(console, plan);
  if (plan.is_empty() && plan.left.empty()) {
    console.note(plan.removes ? "Nothing of git-session is set up here" : "Everything is set up");
  } else if (dry_run) {
    console.note("Nothing was changed");
  }
  if (!dry_run) tell_next(invocation, plan, steps, operation.value_or(0));
  return plan.left.empty() ? 0 : some_were_left;
}

int run_setup(Invocation& invocation) {
  const Arguments& arguments = invocation.arguments;
  check_combination(arguments);
  const Workspace workspace = open_workspace(invocation);
  if (arguments.has("merge-driver")) return set_up_merge_driver_alone(invocation, workspace);
  if (!arguments.has("check")) return set_up(invocation, workspace);
  const SetupRequest request = request_of(invocation, workspace);
  return report_check(invocation, workspace, request, plan_setup(workspace, request));
}

}  // namespace

Command declare_setup() {
  return {
      .name = "setup",
      .summary = "Set up this clone, and connect agents to it",
      .description =
          "Makes what `init` makes, asks once for the team and the project that sessions get here "
          "(for the committed .gitsession), and lets git merge session metadata field by field. "
          "With the name of an agent it connects that one: hooks that record what the agent "
          "writes, a skill and a few lines in AGENTS.md or CLAUDE.md that say where documents "
          "belong, and the MCP server. Without a name it renews what is connected already.\n\n"
          "It shows first what it would do to which file, and asks. In files of other people only "
          "its own marked blocks and JSON entries change; everything else stays byte for byte, and "
          "a file that cannot be edited so is left and named. The hooks say nothing where "
          "git-session is not installed. All of it may be repeated and committed. --remove takes "
          "out exactly what was put in; git session undo takes back the last change of the "
          "files.\n\n"
          "What an agent's program runs or loads from a repository has to be trusted by hand in "
          "that program, once in each clone; setup says where.\n\n"
          "--merge-driver is about the merge driver alone (see `git session merge-file --help`), "
          "with which two branches that both added an output to one session merge without a "
          "conflict. It is set up for this clone and its worktrees: the driver in its "
          "configuration, which files it is for in info/attributes of the git directory. Where it "
          "is missing git merges by line as always, and `git session doctor` helps with what that "
          "leaves. Code hosts never run drivers.",
      .options =
          {{.name = "team",
            .value = "TEAM",
            .help = "session.team for everybody, in .gitsession",
            .completion = Completion::team},
           {.name = "project",
            .value = "NAME",
            .help = "session.project for everybody, in .gitsession"},
           {.name = "check",
            .help = "only say what is missing or stale in the work tree; exit 1 when there is any"},
           {.name = "remove",
            .help = "take everything out again, byte for byte; with agents only what is theirs"},
           {.name = "merge-driver", .help = "let git merge session metadata field by field"},
           {.name = "dry-run", .letter = 'n', .help = "only say what would change"},
           {.name = "yes", .letter = 'y', .help = "do not ask"}},
      .operands = {{.name = "AGENT",
                    .help = "the agents that are meant",
                    .maximum = SIZE_MAX,
                    .choices = agent_names()}},
      .examples = {{"git session setup claude", "once in each clone"},
                   {"git session setup claude codex --dry-run", "which lines in which files?"},
                   {"git session setup --team engineering --project Billing --yes",
                    "the layout and the team's defaults, unasked"},
                   {"git session setup --check", "in CI: is what is connected complete?"},
                   {"git session setup --remove", "as if it had never been"},
                   {"git session setup --merge-driver --check", "in a script: is it there?"}},
      .exit_codes = {{1, "--check: something is missing or stale; it is named"},
                     {4, "done, but some files stay as they are; they are named"}},
      .takes_session = false,
      .run = run_setup};
}

}  // namespace git_session
