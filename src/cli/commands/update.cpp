#include <array>

#include "base/error.h"
#include "base/text.h"
#include "cli/bulk_update.h"
#include "cli/retention_option.h"
#include "cli/session_command.h"
#include "core/stakeholder.h"
#include "json/changes_json.h"
#include "json/session_json.h"
#include "operations/update_session.h"

namespace git_session {
namespace {

/// Options that set a field of ours, by the field's name.
constexpr std::array<std::pair<const char*, const char*>, 6> field_options = {
    {{"team", "created_by.team"},
     {"ticket", "context.ticket"},
     {"project", "context.project"},
     {"sprint", "context.sprint"},
     {"epic", "context.epic"},
     {"release", "context.release"}}};

SessionUpdate update_of(const Arguments& arguments) {
  SessionUpdate update;
  for (const auto& [option, field] : field_options) {
    if (auto value = arguments.value(option)) update.values.push_back({field, *value});
  }
  for (const std::string& text : arguments.values("set")) {
    update.values.push_back(parse_key_value(text, "--set"));
  }
  for (const std::string& text : arguments.values("link")) {
    update.links.push_back(parse_key_value(text, "--link"));
  }
  for (const std::string& text : arguments.values("add-stakeholder")) {
    update.added_stakeholders.push_back(parse_stakeholder(text));
  }
  update.removed_stakeholders = arguments.values("remove-stakeholder");
  if (auto text = arguments.value("retention")) {
    const RetentionChoice choice = checked_retention(*text);
    if (!choice.policy.empty()) update.policy = choice.policy;
    update.length = choice.length;
  }
  update.hold = arguments.value("hold");
  update.release_hold = arguments.has("release-hold");
  update.expires = arguments.value("expires");
  update.reason = arguments.value("reason");
  update.added_tags = arguments.values("add-tag");
  update.removed_tags = arguments.values("remove-tag");
  update.notes = arguments.values("note");
  return update;
}

bool is_empty(const SessionUpdate& update) {
  return update.values.empty() && update.links.empty() && update.added_stakeholders.empty() &&
         update.removed_stakeholders.empty() && !update.policy && !update.length &&
         !update.expires && !update.hold && !update.release_hold && !update.reason &&
         update.added_tags.empty() && update.removed_tags.empty() && update.notes.empty();
}

Json report_to_json(const UpdateReport& report) {
  Json root = session_root(report.session);
  root["changes"] = changes_to_json(report.changes);
  return root;
}

int run_update(Invocation& invocation) {
  SessionUpdate update = update_of(invocation.arguments);
  if (is_empty(update)) {
    throw Error(ErrorKind::usage, "there is nothing to update",
                std::string(invocation.program) + " update -h lists what can be set");
  }
  check_bulk_options(invocation);
  if (invocation.arguments.has("where")) return run_bulk_update(invocation, update);
  Workspace workspace = open_workspace(invocation);
  SessionLocation location = session_of(invocation, workspace).location;
  UpdateReport report = update_session(workspace, location, update);
  Console& console = invocation.console;
  for (const std::string& note : report.notes) console.note(escape_line(note));
  if (invocation.wants_json()) {
    console.print_json(report_to_json(report));
  } else if (!console.is_quiet()) {
    for (const FieldChange& change : report.changes) console.print_line(describe(change));
  }
  if (report.changes.empty() && !invocation.wants_json()) console.note("Nothing to change");
  return 0;
}

std::vector<Option> update_options() {
  return {{.name = "team",
           .value = "TEAM",
           .help = "one of session.teams",
           .completion = Completion::team},
          {.name = "ticket", .value = "KEY", .help = "the ticket it works on"},
          {.name = "project", .value = "NAME", .help = "the project it belongs to"},
          {.name = "sprint", .value = "NAME", .help = "the sprint it belongs to"},
          {.name = "epic", .value = "NAME", .help = "the epic it belongs to"},
          {.name = "release", .value = "NAME", .help = "the release it belongs to"},
          {.name = "retention",
           .value = "POLICY|LENGTH",
           .help = "how long it is kept: project, sprint, temporary, permanent, hold; or a length, "
                   "90d, 12w, 6m, 1y; counts the day it expires anew, from the day in its id",
           .suggestions = retention_policies()},
          {.name = "expires",
           .value = "DATE",
           .help = "the day it expires, instead of the policy's; or never"},
          {.name = "reason", .value = "TEXT", .help = "why it is kept that long"},
          {.name = "hold",
           .value = "REASON",
           .help = "keep it whatever its date, and remember policy, date and reason for later"},
          {.name = "release-hold", .help = "let its policy, date and reason count again"},
          {.name = "add-tag", .value = "TAG", .help = "a word to find it by", .repeatable = true},
          {.name = "remove-tag", .value = "TAG", .help = "take a tag away", .repeatable = true},
          {.name = "add-stakeholder",
           .value = "PERSON",
           .help = "who has an interest: 'Name <mail> (role)'",
           .repeatable = true},
          {.name = "remove-stakeholder",
           .value = "PERSON",
           .help = "take somebody away, by name or mail",
           .repeatable = true},
          {.name = "link",
           .value = "KEY=URL",
           .help = "where related things are: jira, confluence, onedrive, github_pr or any word; "
                   "KEY= takes it away",
           .repeatable = true},
          {.name = "note", .value = "TEXT", .help = "a line for the notes", .repeatable = true},
          {.name = "set",
           .value = "KEY=VALUE",
           .help = "any other key of the metadata, dotted: custom.cost_center=4711; KEY= clears it",
           .repeatable = true}};
}

}  // namespace

Command declare_update() {
  Command command{
      .name = "update",
      .summary = "Change what the metadata says of a session",
      .description =
          "Changes the current session, or the one that ID names, and prints what changed. "
          "Only the lines that must change do: comments, order and spelling of a file "
          "somebody wrote by hand stay. What is so already is left alone, so it is safe to "
          "repeat. An empty value clears a field.\n\n"
          "With --where it changes every session that fits, archived ones only with --all or "
          "where a condition asks for them: it shows what would change, asks, and makes the "
          "changes as one operation, which undo takes back as one.\n\n"
          "Closed sessions can be updated as well. Outputs are the business of add, the "
          "status that of close, reopen, archive and restore.",
      .options = update_options(),
      .operands = {session_operand("the session; the current one unless given")},
      .examples = {{"git session update --ticket PROJ-200 --add-tag billing",
                    "set one field, add a tag"},
                   {"git session update a3f42c --expires 2026-06-30 --reason \"Audit\"",
                    "keep a session until a day of your own"},
                   {"git session update a3f42c --hold \"Litigation 4711\"",
                    "keep it from gc until update --release-hold"},
                   {"git session update --note \"Agreed with finance on Monday\"",
                    "add a line to the notes"},
                   {"git session update --where sprint=2025-Q4-Sprint-3 --add-tag q4 --dry-run",
                    "what a change of many sessions would be"}},
      .exit_codes = {{4, "done, but some sessions that --where looked at could not be read"},
                     {5, "the session is held, and its date was to be changed"}},
      .run = run_update};
  for (Option& option : bulk_update_options()) command.options.push_back(std::move(option));
  return command;
}

}  // namespace git_session
