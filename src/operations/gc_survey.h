#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/gc_rules.h"
#include "core/query.h"
#include "operations/workspace.h"

namespace git_session {

struct GcRequest {
  static constexpr int default_within = 14;
  Query query;
  int within = default_within;               ///< days that count as near
  std::vector<SessionLocation> forced = {};  ///< may be purged with work that is nowhere else
};

/// A session that is past its date or near it, or held.
struct GcSession {
  SessionLocation location;
  Session session;
  GcDecision decision;
  std::optional<Date> purge_on;  ///< of one that is archived now: from when on it may be purged
  uint64_t bytes = 0;
  std::vector<std::string> files = {};  ///< of one that was long archived: all in its folder
  /// Relative to the session's folder. What is not committed is not named as not pushed.
  std::vector<std::string> unpromoted = {}, uncommitted = {}, unpushed = {}, promoted_changed = {};
  std::string detail = {};  ///< git's rule, or why the metadata cannot be edited
  /// The metadata as it is, and with the time of archiving; of one to be archived.
  std::string metadata = {}, archived_metadata = {};
};

/// Files in a session's drafts/ that nobody touched for `GcSurvey::draft_days`.
struct GcDrafts {
  SessionLocation location;
  std::vector<std::string> files;  ///< relative to the session's folder
  uint64_t bytes = 0;
};

struct GcSurvey {
  static constexpr int draft_days = 14;
  std::vector<GcSession> sessions;  ///< the oldest date first
  std::vector<GcDrafts> drafts;     ///< not those of held sessions
  bool has_remote = false;
  size_t undated = 0;  ///< neither archived nor permanent, and without a date
  std::optional<Length> purge_after;
  std::vector<Problem> unreadable;
  std::vector<Problem> links;
};

/// Looks at every session that fits the query. Reads only.
GcSurvey survey_sessions(const Workspace& workspace, const GcRequest& request);

/// Where archiving puts a session.
SessionLocation archive_place(const Workspace& workspace, const SessionLocation& location);

}  // namespace git_session
