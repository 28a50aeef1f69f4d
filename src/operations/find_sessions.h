#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/query.h"
#include "operations/workspace.h"

namespace git_session {

class SessionCache;  // operations/session_cache.h

/// What the tables show of an output that a query asked for.
struct OutputRow {
  std::string file, agent, type;
  std::optional<Instant> created_at;
  bool promoted = false;
  bool is_superseded = false;
};

/// What the tables show of a session: small, so that very many fit in memory.
struct SessionRow {
  std::string id, user, path, team, ticket, sprint, project;
  State state = State::active;
  Shape shape = Shape::none;
  std::optional<Instant> created_at;
  std::optional<Date> expires_at;
  OutputCounts outputs;
  std::vector<OutputRow> matching_outputs;  ///< only when the query asks about outputs
  std::vector<Problem> problems;
  std::string kept;  ///< what FindRequest::keep made of the session
};

/// What the tables show of `session`, and of those of its outputs that `query` asks for.
SessionRow row_of(const Session& session, const Query& query = {});

/// The word of the status column: active, closed, archived, `no metadata` or `unreadable`.
const char* status_word(const SessionRow& row);

enum class SortKey { created, expires, user, ticket, project, outputs };

/// Patterns for Query::users: a name as people write it finds its folder too, `@me` is who asks.
std::vector<std::string> user_patterns(const Workspace& workspace,
                                       const std::vector<std::string>& names);

/// What `list` and `search` want. An empty query means every session of the scope.
struct FindRequest {
  Query query;
  bool with_archived = false;
  SortKey sort = SortKey::created;
  bool reverse = false;
  std::optional<size_t> limit;
  std::optional<SessionLocation> only;  ///< this one or none
  LoadDetail detail = {};
  SessionCache* cache = nullptr;  ///< for a process that asks again and again
  /// Called from several threads for each session that is found; fills SessionRow::kept.
  std::function<std::string(const Session&)> keep = {};
};

struct FoundSessions {
  std::vector<SessionRow> rows;     ///< sorted and limited
  std::vector<Problem> unreadable;  ///< every session and folder that could not be read
  std::vector<Problem> links;       ///< in the place of sessions or of their users: not followed
  size_t looked_at = 0;             ///< sessions in the scope
  size_t left_out = 0;              ///< found, but beyond the limit
};

/// The sessions that fit. A session that cannot be read fits only an empty query, and is always
/// named in `unreadable`. Newest first, soonest expiry first, most outputs first, names from a to
/// z; what has no value comes last.
FoundSessions find_sessions(const Workspace& workspace, const FindRequest& request);

}  // namespace git_session
