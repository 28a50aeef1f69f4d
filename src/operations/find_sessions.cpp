#include "operations/find_sessions.h"

#include <algorithm>
#include <iterator>

#include "base/text.h"
#include "core/session_id.h"
#include "core/superseded.h"
#include "operations/session_cache.h"

namespace git_session {
namespace {

/// Less, equal or greater as -1, 0, 1; what is absent comes last.
template <typename Value>
int compare_present_first(const std::optional<Value>& left, const std::optional<Value>& right) {
  if (!left || !right) return static_cast<int>(!left) - static_cast<int>(!right);
  return *left < *right ? -1 : static_cast<int>(*right < *left);
}

int compare_names(std::string_view left, std::string_view right) {
  if (left.empty() || right.empty()) {
    return static_cast<int>(left.empty()) - static_cast<int>(right.empty());
  }
  return left.compare(right);
}

/// PROJ-9 comes before PROJ-10.
int compare_tickets(std::string_view left, std::string_view right) {
  const auto number_at = [](std::string_view ticket) {
    return std::min(ticket.find_last_not_of("0123456789") + 1, ticket.size());
  };
  const size_t left_number = number_at(left), right_number = number_at(right);
  if (int order = compare_names(left.substr(0, left_number), right.substr(0, right_number))) {
    return order;
  }
  std::string_view left_digits = left.substr(left_number);
  std::string_view right_digits = right.substr(right_number);
  if (left_digits.size() != right_digits.size() && !left_digits.empty() && !right_digits.empty()) {
    return left_digits.size() < right_digits.size() ? -1 : 1;
  }
  return compare_names(left_digits, right_digits);
}

int compare_by(SortKey key, const SessionRow& left, const SessionRow& right) {
  switch (key) {
    case SortKey::expires:
      return compare_present_first(left.expires_at, right.expires_at);
    case SortKey::user:
      return compare_names(left.user, right.user);
    case SortKey::ticket:
      return compare_tickets(left.ticket, right.ticket);
    case SortKey::project:
      return compare_names(left.project, right.project);
    case SortKey::outputs:
      return static_cast<int>(left.outputs.total < right.outputs.total) -
             static_cast<int>(right.outputs.total < left.outputs.total);
    case SortKey::created:
      break;
  }
  return 0;
}

int compare_newest_first(const SessionRow& left, const SessionRow& right) {
  if (left.created_at && right.created_at) {
    return compare_present_first(right.created_at, left.created_at);
  }
  return compare_present_first(left.created_at, right.created_at);
}

void sort_rows(std::vector<SessionRow>& rows, const FindRequest& request) {
  const auto comes_before = [&](const SessionRow& left, const SessionRow& right) {
    int order = compare_by(request.sort, left, right);
    if (order == 0) order = compare_newest_first(left, right);
    if (order == 0) order = left.id.compare(right.id);
    if (order == 0) order = left.path.compare(right.path);
    return request.reverse ? order > 0 : order < 0;
  };
  std::sort(rows.begin(), rows.end(), comes_before);
}

/// What one session leaves behind; the threads of visit() fill one each.
struct Slot {
  bool is_session = false;  ///< and no folder that is gone, or empty
  std::optional<SessionRow> row;
  std::vector<Problem> unreadable;
};

Slot look_at(const Session& session, const FindRequest& request, Date today) {
  Slot slot;
  slot.is_session = true;
  bool fits = request.with_archived || session.status.current != State::archived;
  if (session.is_readable()) {
    fits = fits && matches(session, request.query, today);
  } else {
    fits = fits && request.query.is_empty();
    slot.unreadable = session.problems;
  }
  if (!fits) return slot;
  slot.row = row_of(session, request.query);
  if (request.keep) {
    slot.row->kept = request.keep(session);
    slot.row->kept.shrink_to_fit();
  }
  return slot;
}

}  // namespace

SessionRow row_of(const Session& session, const Query& query) {
  SessionRow row;
  row.id = session.id;
  row.user = session.user.empty() ? session.created_by.user : session.user;
  row.path = session.path;
  row.team = session.created_by.team;
  row.ticket = session.context.ticket;
  row.sprint = session.context.sprint;
  row.project = session.context.project;
  row.state = session.status.current;
  row.shape = session.shape;
  row.created_at = effective_created_at(session);
  row.expires_at = session.retention.expires_at;
  row.outputs = count_outputs(session);
  row.problems = session.problems;
  if (query.asks_for_outputs()) {
    for (const Output& output : session.outputs) {
      if (!matches(output, query)) continue;
      row.matching_outputs.push_back({output.file, output.agent, output.type, output.created_at,
                                      output.promoted, is_superseded(session, output)});
    }
  }
  return row;
}

std::vector<std::string> user_patterns(const Workspace& workspace,
                                       const std::vector<std::string>& names) {
  std::vector<std::string> patterns;
  for (const std::string& name : names) {
    if (name == "@me") {
      patterns.push_back(workspace.user());
      continue;
    }
    patterns.push_back(name);
    if (name.find_first_of("*?@") == name.npos) patterns.push_back(user_folder(name));
  }
  return patterns;
}

const char* status_word(const SessionRow& row) {
  if (row.shape == Shape::unreadable) return "unreadable";
  if (row.shape == Shape::none) return "no metadata";
  return name_of(row.state);
}

FoundSessions find_sessions(const Workspace& workspace, const FindRequest& request) {
  const Date today = workspace.today();
  const Scope scope = request.with_archived ? Scope::everything : Scope::sessions;
  PassedOver passed_over;
  const std::vector<SessionLocation> locations =
      request.only ? std::vector{*request.only} : workspace.locations(scope, &passed_over);
  std::vector<Slot> slots(locations.size());
  const auto look = [&](size_t index, const Session& session) {
    slots[index] = look_at(session, request, today);
  };
  if (request.cache != nullptr && !workspace.repository().has_sparse_checkout()) {
    request.cache->visit(workspace.store(), workspace.settings().agents(), locations, look);
  } else {
    workspace.visit(locations, request.detail, look);
  }
  FoundSessions found;
  found.links = std::move(passed_over.links);
  found.unreadable = std::move(passed_over.unreadable);
  for (Slot& slot : slots) {
    if (slot.is_session) ++found.looked_at;
    if (slot.row) found.rows.push_back(std::move(*slot.row));
    std::move(slot.unreadable.begin(), slot.unreadable.end(), std::back_inserter(found.unreadable));
  }
  sort_rows(found.rows, request);
  if (request.limit && found.rows.size() > *request.limit) {
    found.left_out = found.rows.size() - *request.limit;
    found.rows.resize(*request.limit);
  }
  return found;
}

}  // namespace git_session
