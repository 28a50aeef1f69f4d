#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/key_value.h"
#include "core/retention.h"
#include "operations/session_changes.h"
#include "operations/workspace.h"

namespace git_session {

/// What is to be changed; empty lists and absent values ask for nothing.
struct SessionUpdate {
  /// Keys of ours ("ticket", "context.ticket") and any others, dotted; an empty value clears.
  std::vector<KeyValue> values;
  std::optional<std::string> policy;   ///< counts the day of expiry anew
  std::optional<Length> length;        ///< the same, by a length for this session alone
  std::optional<std::string> expires;  ///< YYYY-MM-DD, or `never`
  std::optional<std::string> reason;
  std::optional<std::string> hold;  ///< why nothing may take it away, whatever its date
  bool release_hold = false;
  std::vector<std::string> added_tags;
  std::vector<std::string> removed_tags;
  std::vector<Stakeholder> added_stakeholders;  ///< one who is there already gets what is new
  std::vector<std::string> removed_stakeholders;
  std::vector<KeyValue> links;     ///< an empty value clears
  std::vector<std::string> notes;  ///< appended, a line each
};

struct UpdateReport {
  Session session;  ///< as it is afterwards
  std::vector<FieldChange> changes;
  std::vector<std::string> notes;  ///< what was asked for and is not there
};

/// The update as Update makes it. Throws Error(usage) as update_session() does.
SessionUpdate checked_update(const SessionUpdate& update);

/// Writes nothing when all is so already. Throws Error(usage) for values that their keys cannot
/// have and for keys that belong to another verb, `refused` (reason "session-held") where a held
/// session shall get a date and its hold is not released.
UpdateReport update_session(const Workspace& workspace, const SessionLocation& location,
                            const SessionUpdate& update);

}  // namespace git_session
