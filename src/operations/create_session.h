#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/retention.h"
#include "core/session.h"
#include "operations/workspace.h"

namespace git_session {

/// What a new session is to say. Empty text means not known, except where noted.
struct NewSession {
  std::string team;     ///< required, one of session.teams
  std::string project;  ///< required
  std::string branch;   ///< empty: the branch that is checked out
  std::string ticket;
  std::string sprint;
  std::string epic;
  std::string release;
  std::string policy = "project";
  std::optional<Length> length;    ///< instead of the policy's
  std::optional<Date> expires_at;  ///< absent: counted from today
  std::string reason;              ///< empty: that of the policy or of the length
  std::vector<std::string> tags;
  std::vector<Stakeholder> stakeholders;
  std::vector<std::pair<std::string, std::string>> links;
  std::string notes;
  bool reuse = false;  ///< take find_reusable_session() instead when there is one
};

struct CreatedSession {
  Session session;
  bool is_reused = false;
  std::optional<std::string>
      ignore_rule;  ///< the rule by which git ignores it: "file:line:pattern"
};

/// The open session of this user, branch and ticket: the current one of this worktree when it is
/// among them, else the newest. An empty branch means the one that is checked out.
std::optional<SessionLocation> find_reusable_session(const Workspace& workspace,
                                                     const std::string& branch,
                                                     const std::string& ticket);

/// The session of the present user that `request` asks for, without an id and with
/// whatever team it names. Throws `usage` as create_session() does.
Session describe_session(const Workspace& workspace, const NewSession& request);
/// Whether gc purged a session of this id, which names that one for ever.
bool is_reserved(const Workspace& workspace, const std::string& id);
/// An id for it that no session has or had.
std::string new_session_id(const Workspace& workspace, const std::string& branch);

/// Makes the folder and its metadata, and on the way the folders above. Does not make it the
/// current session. Throws `usage` for text that is not UTF-8, for an unknown team or policy and
/// for values too long, `refused` (reason "uncertain-top-level") where it is not certain that this
/// is a checkout.
CreatedSession create_session(const Workspace& workspace, const NewSession& request);

}  // namespace git_session
