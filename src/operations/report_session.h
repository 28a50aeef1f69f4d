#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "jira/jira_client.h"
#include "operations/workspace.h"

namespace git_session {

/// A session with what people want to see of its outputs besides the metadata.
struct SessionReport {
  Session session;
  std::vector<std::string> headings;  ///< of each output, its first; empty where there is none
  std::optional<jira::Ticket> ticket = {};  ///< what Jira says of it, where it was asked
};

/// Everything about one session. Throws `invalid_data`, naming file and line, when its metadata
/// cannot be read.
SessionReport report_session(const Workspace& workspace, const SessionLocation& location);
/// The same for one that is loaded already.
SessionReport report_session(const Workspace& workspace, Session session);

/// Leaves only the outputs that were promoted.
void keep_promoted(SessionReport& report);

/// Adds what Jira says of the tickets, where one is set up, within 3 s or so. Never throws: what
/// went wrong, if anything, is returned in words.
std::string add_tickets(const Workspace& workspace, const std::vector<SessionReport*>& reports);

enum class Change { added, changed, removed };
const char* name_of(Change change);

/// An output, or the metadata, that a branch adds, changes or takes away.
struct FileChange {
  std::string file;  ///< relative to the session folder
  Change change;
};

struct ChangedSession {
  SessionReport report;    ///< as the session is now
  bool is_new = false;     ///< nothing of it is in the merge base
  std::string moved_from;  ///< the path it had there, when it was archived or restored since
  bool metadata_changed = false;
  std::vector<FileChange> files;  ///< the outputs, by name
};

/// What a branch does to sessions: all that differs between the merge base with a revision and the
/// work tree.
struct BranchReport {
  std::string revision;  ///< as it was typed
  std::vector<ChangedSession> sessions;
  std::vector<std::string> removed;  ///< paths of sessions that are no longer there
  std::vector<Problem> unreadable;
};

/// Leaves only the outputs that were promoted, and of the changes those to them.
void keep_promoted(ChangedSession& change);

BranchReport report_branch(const Workspace& workspace, const std::string& revision);

}  // namespace git_session
