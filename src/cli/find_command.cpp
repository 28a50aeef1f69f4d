#include "cli/find_command.h"

#include <algorithm>

#include "base/error.h"
#include "base/text.h"
#include "cli/query_options.h"
#include "cli/session_table.h"

namespace git_session {
namespace {

struct SortName {
  const char* word;
  SortKey key;
};
constexpr SortName sort_names[] = {{"created", SortKey::created}, {"expires", SortKey::expires},
                                   {"user", SortKey::user},       {"ticket", SortKey::ticket},
                                   {"project", SortKey::project}, {"outputs", SortKey::outputs}};

SortKey sort_key(const std::string& word) {
  for (const SortName& name : sort_names) {
    if (word == name.word) return name.key;
  }
  throw Error(ErrorKind::usage, "cannot sort by '" + word + "'");
}

size_t limit_from(const std::string& text) {
  auto count = parse_integer(text);
  if (!count || *count < 1) {
    throw Error(ErrorKind::usage, "--limit takes a number from 1, not '" + text + "'");
  }
  return static_cast<size_t>(*count);
}

bool is_json(const Invocation& invocation) {
  return invocation.wants_json() || invocation.arguments.value("format") == "json";
}

bool has_archive(const Workspace& workspace) {
  return !workspace.locations(Scope::archive).empty();
}

void tell_nothing_found(Console& console, const Workspace& workspace, const FindRequest& request,
                        size_t looked_at) {
  if (!request.query.is_empty()) {
    console.note("no session fits" +
                 std::string(request.with_archived ? "" : "; --all looks at archived ones too"));
  } else if (looked_at > 0 || has_archive(workspace)) {
    console.note("no sessions but archived ones: git session list --all");
  } else {
    console.note("no sessions yet: git session create --project NAME --team TEAM");
  }
}

}  // namespace

std::vector<Option> listing_options() {
  std::vector<std::string> keys;
  for (const SortName& name : sort_names) keys.emplace_back(name.word);
  return {
      {.name = "sort",
       .value = "KEY",
       .help = "by this instead: what is newest, expires soonest or has most outputs comes first",
       .choices = std::move(keys)},
      {.name = "reverse", .letter = 'r', .help = "the other way round"},
      {.name = "limit", .letter = 'n', .value = "N", .help = "at most this many"},
      {.name = "format",
       .value = "FORMAT",
       .help = "the same everywhere, whether a terminal reads it or a program",
       .choices = {"table", "tsv", "csv", "ids", "json"}}};
}

FindRequest listing_request(const Invocation& invocation, const Workspace& workspace) {
  const Arguments& arguments = invocation.arguments;
  FindRequest request;
  request.query = query_from(arguments, workspace);
  request.sort = request.query.expiring_within ? SortKey::expires : SortKey::created;
  if (auto word = arguments.value("sort")) request.sort = sort_key(*word);
  request.reverse = arguments.has("reverse");
  if (auto limit = arguments.value("limit")) request.limit = limit_from(*limit);
  if (auto name = invocation.named_session()) request.only = workspace.resolve(*name);
  // Keys that are not ours can only be asked for where they are kept.
  request.detail.unknown_keys = !request.query.where.empty();
  if (is_json(invocation)) {
    request.detail = LoadDetail::full();
    request.keep = json_of_session;
  }
  return request;
}

int print_listing(Invocation& invocation, const Workspace& workspace, const FindRequest& request,
                  const FoundSessions& found) {
  Console& console = invocation.console;
  if (is_json(invocation)) {
    print_sessions_json(console, found);
  } else if (auto format = invocation.arguments.value("format")) {
    session_table(found.rows, workspace.today()).print(console, parse_table_format(*format));
  } else if (request.query.asks_for_outputs() && console.is_output_terminal()) {
    print_with_outputs(console, found.rows, workspace.now());
  } else {
    session_table(found.rows, workspace.today()).print(console);
  }
  if (found.rows.empty()) tell_nothing_found(console, workspace, request, found.looked_at);
  if (found.left_out > 0) {
    console.note(std::to_string(found.left_out) + " more; --limit was " +
                 std::to_string(*request.limit));
  }
  tell_links(console, found.links);
  return tell_unreadable(console, found.unreadable);
}

}  // namespace git_session
