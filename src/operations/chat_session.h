#pragma once

#include <optional>
#include <string>

#include "operations/workspace.h"

namespace git_session {

/// The session that a chat writes to, whose id CLAUDE_CODE_SESSION_ID of the workspace's
/// environment holds. The first of: the one somebody or something chose (find_chosen_session()),
/// the open one of this user, branch and ticket among the 64 newest of the branch, the only open
/// one among those; else a place for a new one: a folder of the right name, empty, so that neither
/// git nor a list sees it until begin_session(). Two chats of a branch get the same place. Binds
/// the chat to it.
SessionLocation settle_chat(const Workspace& workspace);

/// As far as it is settled already, without making anything.
std::optional<SessionLocation> settled_session(const Workspace& workspace);

/// What begin_session() would make of the folder; nullopt when that is none of ours.
std::optional<Session> session_of_place(const Workspace& workspace,
                                        const SessionLocation& location);

/// Gives a session's folder that lacks it the metadata of a new session, when it is a place that
/// settle_chat() may have made: this user's, of this branch. Team and project from the settings,
/// else the first team and the repository's name. Returns whether there is metadata now.
bool begin_session(const Workspace& workspace, const SessionLocation& location);

/// Removes a place that was not used, a folder with nothing in it but an empty drafts/, unless
/// another chat has it too.
void leave_place(const Workspace& workspace, const SessionLocation& location);

/// The folder for drafts of a session, absolute; made where it is missing, ignored by git.
std::string make_drafts_folder(const Workspace& workspace, const SessionLocation& location);

}  // namespace git_session
