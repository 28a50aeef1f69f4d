#pragma once

#include <optional>
#include <string>
#include <vector>

#include "operations/workspace.h"

namespace git_session {

/// Why close leaves a file unlisted.
enum class NotListedReason { name_not_utf8, too_large, no_room };

struct NotListed {
  std::string file;
  NotListedReason reason;
};

struct CloseReport {
  Session session;                  ///< as it is afterwards
  bool was_closed = false;          ///< it was before
  std::vector<std::string> listed;  ///< outputs that were not listed before
  std::vector<NotListed> not_listed;
};

/// Lists the outputs that nobody listed, as many as there is room for and none that is over
/// session.maxOutputSize, marks the session closed and
/// drops the pointer to it. Safe to repeat. Throws `refused` (reason "session-archived") for one in
/// the archive.
CloseReport close_session(const Workspace& workspace, const SessionLocation& location);

/// The session of the present user and branch that was closed last, archived ones aside; nullopt
/// when there is none.
std::optional<Session> last_closed_session(const Workspace& workspace);

struct ReopenReport {
  Session session;
  bool was_open = false;
};

/// Marks the session active again. Throws `refused` (reason "session-archived") for one in the
/// archive.
ReopenReport reopen_session(const Workspace& workspace, const SessionLocation& location);

}  // namespace git_session
