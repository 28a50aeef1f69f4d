#include "base/error.h"
#include "base/text.h"
#include "cli/current_warning.h"
#include "cli/prompt.h"
#include "cli/retention_option.h"
#include "cli/session_command.h"
#include "cli/shell_lines.h"
#include "core/key_value.h"
#include "core/session_id.h"
#include "core/stakeholder.h"
#include "operations/checked_team.h"
#include "operations/create_session.h"

namespace git_session {
namespace {

std::string team_of(Invocation& invocation, const Settings& settings) {
  if (auto team = invocation.arguments.value("team")) return checked_team(settings, *team);
  if (!settings.team().empty()) return checked_team(settings, settings.team());
  return ask(invocation.console, {.text = "Team",
                                  .choices = settings.teams(),
                                  .option = "--team TEAM, or git config session.team TEAM (" +
                                            join(settings.teams(), ", ") + ")"});
}

std::string project_of(Invocation& invocation, const Settings& settings) {
  if (auto project = invocation.arguments.value("project")) return *project;
  if (!settings.project().empty()) return settings.project();
  return ask(invocation.console,
             {.text = "Project", .option = "--project NAME, or git config session.project NAME"});
}

RetentionChoice retention_of(const Invocation& invocation) {
  auto text = invocation.arguments.value("retention");
  return text ? checked_retention(*text) : RetentionChoice();
}

std::optional<Date> expires_of(const Invocation& invocation, const RetentionChoice& retention) {
  auto text = invocation.arguments.value("expires");
  if (!text) return std::nullopt;
  auto date = parse_date(*text);
  if (!date) {
    throw Error(ErrorKind::usage, "'" + *text + "' is no day",
                "write --expires YYYY-MM-DD, or --retention permanent for never");
  }
  if (retention.length) {
    throw Error(ErrorKind::usage, "--retention LENGTH and --expires both set the day",
                "give one of them");
  }
  if (retention.policy == "permanent" || retention.policy == "hold") {
    throw Error(ErrorKind::usage, "a session kept for good has no day on which it expires",
                "leave out --expires or --retention " + retention.policy);
  }
  return date;
}

/// What the command line says; team and project, which may have to be asked for, come later.
NewSession request_of(const Invocation& invocation, const Workspace& workspace) {
  const Arguments& arguments = invocation.arguments;
  NewSession request;
  request.branch = arguments.value_or("branch", "");
  const std::string& branch = request.branch.empty() ? workspace.branch() : request.branch;
  request.ticket = arguments.value_or("ticket", ticket_in_branch(branch).value_or(""));
  request.sprint = arguments.value_or("sprint", "");
  request.epic = arguments.value_or("epic", "");
  request.release = arguments.value_or("release", "");
  const RetentionChoice retention = retention_of(invocation);
  if (!retention.policy.empty()) request.policy = retention.policy;
  request.length = retention.length;
  request.expires_at = expires_of(invocation, retention);
  request.reason = arguments.value_or("reason", "");
  request.tags = arguments.values("tag");
  request.notes = arguments.value_or("note", "");
  request.reuse = arguments.has("reuse");
  for (const std::string& person : arguments.values("stakeholder")) {
    request.stakeholders.push_back(parse_stakeholder(person));
  }
  for (const std::string& link : arguments.values("link")) {
    KeyValue parsed = parse_key_value(link, "--link");
    request.links.emplace_back(parsed.key, parsed.value);
  }
  return request;
}

/// An open session is taken before anything is asked.
CreatedSession create_or_reuse(Invocation& invocation, const Workspace& workspace) {
  NewSession request = request_of(invocation, workspace);
  if (request.reuse) {
    if (auto found = find_reusable_session(workspace, request.branch, request.ticket)) {
      return {workspace.load(*found), true, std::nullopt};
    }
  }
  request.team = team_of(invocation, workspace.settings());
  request.project = project_of(invocation, workspace.settings());
  return create_session(workspace, request);
}

void make_current(Invocation& invocation, const Workspace& workspace,
                  const SessionLocation& location) {
  if (set_current_session(workspace, location)) {
    warn_unless_current(invocation, workspace, location);
  } else {
    invocation.console.warn(
        "the git directory cannot be written, so nothing remembers this session: give --session, "
        "or run the export line");
  }
}

void warn_about(Invocation& invocation, const Workspace& workspace, const CreatedSession& created) {
  if (created.ignore_rule) {
    invocation.console.warn("git ignores this session (" + *created.ignore_rule +
                            "): it cannot be committed");
  }
  if (workspace.looks_like_submodule()) {
    invocation.console.note(
        "This is a submodule: the session belongs to it, not to the repository "
        "around it");
  }
  const auto& expires = created.session.retention.expires_at;
  if (!created.is_reused && expires && *expires < workspace.today()) {
    invocation.console.warn("this session expired on " + format_date(*expires) + " already");
  }
}

void print_created(Console& console, const Workspace& workspace, const CreatedSession& created) {
  const Session& session = created.session;
  if (console.is_quiet()) return console.print_line(session.id);
  console.print_line((created.is_reused ? "Session reused: " : "Session created: ") +
                     folder_label(session.path));
  console.print_line("Session ID: " + session.id);
  console.print_line(
      export_line(Shell::posix, workspace.repository().top_level() + "/" + session.path));
}

int run_create(Invocation& invocation) {
  Workspace workspace = open_workspace(invocation);
  CreatedSession created = create_or_reuse(invocation, workspace);
  SessionLocation location =
      workspace.store().layout().session(created.session.user, created.session.id);
  if (!invocation.arguments.has("no-use")) make_current(invocation, workspace, location);
  warn_about(invocation, workspace, created);
  if (invocation.wants_json()) {
    print_session_json(invocation, created.session);
  } else {
    print_created(invocation.console, workspace, created);
  }
  return 0;
}

std::vector<Option> create_options() {
  return {
      {.name = "ticket",
       .value = "KEY",
       .help = "the ticket it works on; else the one in the branch's name (feature/PROJ-123-x)"},
      {.name = "project", .value = "NAME", .help = "the project; else session.project"},
      {.name = "team",
       .value = "TEAM",
       .help = "one of session.teams; else session.team",
       .completion = Completion::team},
      {.name = "retention",
       .value = "POLICY|LENGTH",
       .help = "how long it is kept: project (unless given), sprint, temporary, permanent, hold; "
               "or a length of its own, 90d, 12w, 6m, 1y",
       .suggestions = retention_policies()},
      {.name = "expires", .value = "DATE", .help = "the day it expires, instead of the policy's"},
      {.name = "reason", .value = "TEXT", .help = "why it is kept that long"},
      {.name = "sprint", .value = "NAME", .help = "the sprint it belongs to"},
      {.name = "epic", .value = "NAME", .help = "the epic it belongs to"},
      {.name = "release", .value = "NAME", .help = "the release it belongs to"},
      {.name = "branch", .value = "NAME", .help = "a branch other than the one checked out"},
      {.name = "tag", .value = "TAG", .help = "a word to find it by", .repeatable = true},
      {.name = "stakeholder",
       .value = "PERSON",
       .help = "who has an interest: 'Name <mail> (role)'",
       .repeatable = true},
      {.name = "link",
       .value = "KEY=URL",
       .help = "where related things are: jira, confluence, onedrive, github_pr or any word",
       .repeatable = true},
      {.name = "note", .value = "TEXT", .help = "a free text"},
      {.name = "no-use", .help = "leave the current session as it is"},
      {.name = "reuse",
       .help = "take the open session of this user, branch and ticket when there is one"}};
}

}  // namespace

Command declare_create() {
  return {
      .name = "create",
      .summary = "Start a session and make it the current one",
      .description =
          "Makes the folder {root}/sessions/{user}/{date}_{branch}_{hex} with its metadata "
          "file, and makes it the current session of this worktree and branch. Prints the "
          "folder, the id, and a line for the shell that lets `> $CLAUDE_SESSION_DIR/FILE` "
          "write an output; with -q only the id.\n\n"
          "Who you are comes from session.user, else from git. Team and project come from "
          "their options, else from session.team and session.project, else they are asked "
          "for on a terminal.\n\n"
          "A session expires 6 calendar months (project), 21 days (sprint) or 30 days (temporary) "
          "after today, or as session.retention.project and its like say; permanent and hold have "
          "no date. Nothing is removed by itself: git session gc says what may go.\n\n"
          "With --reuse it is safe to repeat: the open session of the same user, branch and "
          "ticket is taken, the current one first, else the newest; then nothing is asked for, "
          "and the other options do not count.\n\n"
          "Nothing has to be set up first. Nothing is committed.",
      .options = create_options(),
      .examples = {{"git session create --ticket PROJ-123 --project \"Invoice Automation\" "
                    "--team engineering",
                    "start work on a ticket"},
                   {"git session create --reuse -q",
                    "the id of the open session, or of a new one: safe to repeat"},
                   {"git session create --retention sprint --sprint 2025-Q4-Sprint-3",
                    "team and project from the settings; kept for 21 days"}},
      .exit_codes = {{5, "refused: a link is in the way, or this is no checkout"}},
      .takes_session = false,
      .run = run_create};
}

}  // namespace git_session
