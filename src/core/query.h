#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/moment.h"
#include "core/session.h"

namespace git_session {

/// What `list` and `search` look for. An empty list asks for nothing; of several values in one list
/// any will do, except that every tag must be there. Patterns are globs over the whole value, any
/// case.
struct Query {
  std::vector<std::string> tickets, agents, types, users, teams, sprints, epics, releases, branches;
  std::vector<std::string> projects;  ///< a part of the name is enough
  std::vector<std::string> tags;      ///< all of them
  std::vector<State> states;          ///< empty: every state
  std::optional<Instant> since, until;
  std::optional<bool> promoted;
  std::optional<int> expiring_within;  ///< days; only dated sessions that are not archived
  std::vector<std::pair<std::string, std::string>>
      where;  ///< any other key, dotted path or last part

  /// Whether it asks for nothing: every session fits.
  bool is_empty() const { return *this == Query(); }
  /// Whether it asks about outputs, so that those that match are worth showing.
  bool asks_for_outputs() const { return !agents.empty() || !types.empty() || promoted; }
  bool operator==(const Query&) const = default;
};

bool matches(const Session& session, const Query& query, Date today);
/// Of the output's own questions (agent, type, promoted): all true.
bool matches(const Output& output, const Query& query);

}  // namespace git_session
