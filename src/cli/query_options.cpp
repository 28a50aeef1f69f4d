#include "cli/query_options.h"

#include <algorithm>

#include "base/error.h"
#include "base/text.h"
#include "operations/find_sessions.h"

namespace git_session {
namespace {

constexpr int64_t most_days = 36500;

Option filter(std::string name, std::string value, std::string help,
              Completion completion = Completion::none) {
  return {.name = std::move(name),
          .value = std::move(value),
          .help = std::move(help),
          .repeatable = true,
          .completion = completion};
}

const std::vector<std::string>& patterns(const Arguments& arguments, const char* option) {
  const std::vector<std::string>& values = arguments.values(option);
  if (std::find(values.begin(), values.end(), "") != values.end()) {
    throw Error(ErrorKind::usage, "--" + std::string(option) + " has an empty value",
                "to find what has none: --where " + std::string(option) + "=");
  }
  return values;
}

std::vector<State> states_from(const Arguments& arguments) {
  std::vector<State> states;
  for (const std::string& word : arguments.values("status")) {
    for (State state : {State::active, State::closed, State::archived}) {
      if (word == name_of(state)) states.push_back(state);
    }
  }
  return states;
}

int days_from(const std::string& text) {
  auto days = parse_integer(text);
  if (!days || *days < 0 || *days > most_days) {
    throw Error(ErrorKind::usage, "--expiring-within takes a number of days, not '" + text + "'",
                "git session search --expiring-within 30");
  }
  return static_cast<int>(*days);
}

std::pair<std::string, std::string> condition_from(const std::string& text) {
  size_t equals = text.find('=');
  if (equals == text.npos || equals == 0) {
    throw Error(ErrorKind::usage, "--where takes key=value, not '" + text + "'",
                "git session search --where context.epic='Billing*'");
  }
  return {text.substr(0, equals), text.substr(equals + 1)};
}

}  // namespace

Option where_option() {
  return filter(
      "where", "KEY=VALUE",
      "whose metadata has this: any key (context.epic, links.jira, outputs.model, or one of "
      "your own), the value a glob in any case, empty for what is not there");
}

Query where_query(const Arguments& arguments) {
  Query query;
  for (const std::string& text : arguments.values("where"))
    query.where.push_back(condition_from(text));
  return query;
}

std::vector<Option> query_options() {
  return {
      filter("ticket", "KEY",
             "with this ticket, the whole key in any case; globs such as 'PROJ-*'"),
      filter("project", "TEXT", "whose project's name contains this, in any case"),
      filter("agent", "NAME", "with an output of this agent", Completion::agent),
      filter("type", "TYPE", "with an output of this type"),
      filter("tag", "TAG", "with this tag; given again, with that one too"),
      filter("user", "NAME", "of this user: folder, name or e-mail address; @me is you",
             Completion::user),
      filter("team", "TEAM", "of this team", Completion::team),
      {.name = "status",
       .value = "STATE",
       .help = "in this state",
       .repeatable = true,
       .choices = {"active", "closed", "archived"}},
      filter("sprint", "NAME", "of this sprint"),
      filter("epic", "NAME", "of this epic"),
      filter("release", "NAME", "of this release"),
      filter("branch", "NAME", "made on this git branch"),
      {.name = "since",
       .value = "WHEN",
       .help = "made at or after this: YYYY-MM-DD, RFC 3339, '2 weeks ago', today, yesterday"},
      {.name = "until", .value = "WHEN", .help = "made at or before this; a day counts whole"},
      {.name = "promoted", .help = "with an output that was shared to an outside system"},
      {.name = "unpromoted", .help = "with an output that was not"},
      {.name = "expiring-within",
       .value = "DAYS",
       .help = "active or closed, and dated on or before today + DAYS; expired ones first"},
      where_option(),
  };
}

Query query_from(const Arguments& arguments, const Workspace& workspace) {
  Query query;
  query.tickets = patterns(arguments, "ticket");
  query.projects = patterns(arguments, "project");
  query.agents = patterns(arguments, "agent");
  query.types = patterns(arguments, "type");
  query.tags = patterns(arguments, "tag");
  query.users = user_patterns(workspace, patterns(arguments, "user"));
  query.teams = patterns(arguments, "team");
  query.states = states_from(arguments);
  query.sprints = patterns(arguments, "sprint");
  query.epics = patterns(arguments, "epic");
  query.releases = patterns(arguments, "release");
  query.branches = patterns(arguments, "branch");
  if (auto since = arguments.value("since")) {
    query.since = parse_moment(*since, workspace.now()).start;
  }
  if (auto until = arguments.value("until")) {
    query.until = parse_moment(*until, workspace.now()).end;
  }
  if (query.since && query.until && *query.since >= *query.until) {
    throw Error(ErrorKind::usage, "--since is later than --until", "exchange the two");
  }
  if (arguments.has("promoted") && arguments.has("unpromoted")) {
    throw Error(ErrorKind::usage, "--promoted and --unpromoted do not go together",
                "search for one after the other");
  }
  if (arguments.has("promoted")) query.promoted = true;
  if (arguments.has("unpromoted")) query.promoted = false;
  if (auto days = arguments.value("expiring-within")) query.expiring_within = days_from(*days);
  query.where = where_query(arguments).where;
  return query;
}

std::string describe_query(const Arguments& arguments) {
  std::vector<std::string> parts;
  for (const Option& option : query_options()) {
    if (!arguments.has(option.name)) continue;
    std::string words = option.name;
    std::replace(words.begin(), words.end(), '-', ' ');
    if (option.value.empty()) {
      parts.push_back(words);
    } else {
      parts.push_back(words + " " + join(arguments.values(option.name), " or "));
    }
  }
  return join(parts, ", ");
}

}  // namespace git_session
