#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "operations/workspace.h"

namespace git_session {

/// Why a commit leaves something in the session's folder alone.
enum class LeftOutReason { link, repository, hidden, draft, not_looked_at, too_large };

/// The stable word for programs: "link", "too-large".
const char* name_of(LeftOutReason reason);
/// For people: "a link", "over session.maxOutputSize".
const char* describe(LeftOutReason reason);

struct LeftOut {
  std::string file;  ///< relative to the session folder; a folder as a whole ends in a slash
  LeftOutReason reason = LeftOutReason::link;
};

/// What of a session git does not have as it is.
struct CommitPlan {
  /// To be committed: path relative to the top level -> the two letters of `git status`.
  std::map<std::string, std::string> changes;
  /// Folders of pages whose ledger or copies are among the changes.
  std::set<std::string> pages;
  std::vector<LeftOut> left_out;  ///< what git does not ignore, but is no output; sorted by name
};

/// The one answer to what `commit` takes and `status` shows: the metadata, the outputs, what git
/// tracks already, what archive or restore moved away from the other place, and the ledgers and
/// copies of what was promoted from the session. A link that took
/// the place of a file is left out, and so are files over session.maxOutputSize that nobody listed.
CommitPlan plan_commit(const Workspace& workspace, const SessionLocation& location,
                       const Session& session);

}  // namespace git_session
