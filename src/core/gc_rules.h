#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/retention.h"

namespace git_session {

/// What becomes of a session that gc has something to say about.
enum class GcVerdict {
  archive,  ///< past its date
  purge,    ///< long enough in the archive
  near,     ///< will be one of those within the days asked for
  stays     ///< would be one of those, and something keeps it
};
const char* name_of(GcVerdict verdict);

/// Why: a stable word for programs.
enum class GcReason {
  expired,
  expires_soon,
  long_archived,
  long_archived_soon,
  held,
  permanent,
  no_archive_date,   ///< nobody noted when it was archived
  promoted_changed,  ///< an output is not what was shared of it
  uncommitted,       ///< git does not have it as it is
  unpushed,          ///< no remote-tracking branch has it
  foreign_content,   ///< a link, a repository or what is no file lies in it
  target_exists,     ///< something lies in its place in the archive
  target_ignored,    ///< git ignores that place
  sparse_checkout,   ///< it is not in the work tree
  newer_schema,      ///< its metadata needs a newer program
  cannot_edit,       ///< its metadata cannot take the time of archiving
};
const char* name_of(GcReason reason);
/// Whether naming the session with --force lets it be purged all the same.
bool can_be_forced(GcReason reason);

/// What is known of one session.
struct GcFacts {
  bool in_archive = false;
  std::string policy;
  std::optional<Date> expires_at;
  std::optional<Date> archived_on;
  bool is_forced = false;           ///< named to be purged whatever its outputs are
  std::vector<GcReason> obstacles;  ///< to archiving it, or to purging it
};

struct GcRules {
  Date today;
  int within = 14;                    ///< days that count as near
  std::optional<Length> purge_after;  ///< nullopt: nothing is ever purged
};

struct GcDecision {
  GcVerdict verdict = GcVerdict::stays;
  std::vector<GcReason> reasons;  ///< why it stays: all of them that count by now
  std::optional<Date> date;       ///< that of expiry, or from which on it may be purged

  bool operator==(const GcDecision&) const = default;
};

/// The rule; nullopt where there is nothing to say. A date is past from the day after it on.
std::optional<GcDecision> decide_gc(const GcFacts& facts, const GcRules& rules);

}  // namespace git_session
