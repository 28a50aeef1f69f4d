#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "operations/commit_plan.h"
#include "operations/current_session.h"
#include "operations/workspace.h"

namespace git_session {

/// A session of the present user that expires soon, or has.
struct ExpiringSession {
  Session session;
  int days = 0;  ///< from today to its date; negative when it is past
};

/// What `git session` alone answers: where am I, what is left to do.
struct WorkspaceStatus {
  std::optional<CurrentSession> current;
  Session session;          ///< the current one
  std::string none_reason;  ///< why there is no current session
  std::string none_hint;
  std::vector<Session> open;  ///< without a current one: those of this user, newest first

  /// Files in the current session's folder that `commit` would take, relative to that folder, with
  /// the two letters of `git status`.
  std::map<std::string, std::string> uncommitted;
  std::vector<LeftOut> left_out;           ///< and what it would not
  std::optional<std::string> ignore_rule;  ///< the rule by which git ignores the current session
  /// Open and closed ones of this user, dated within `expiring_days` from today; soonest first.
  std::vector<ExpiringSession> expiring;
  std::optional<std::string> superproject;  ///< its top level, when this checkout is a submodule

  static constexpr int expiring_days = 14;
};

/// A file that the session does not list; of metadata that cannot be read nobody knows that.
bool is_unrecorded(const Session& session, const Output& output);

/// Reads only. `named` is a session from the command line. Throws as find_current_session() does,
/// but having no current session is an answer.
WorkspaceStatus read_status(const Workspace& workspace, const std::optional<std::string>& named);

}  // namespace git_session
