#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "operations/workspace.h"

namespace git_session {

/// How the current session was found.
enum class CurrentSource { flag, environment, agent, working_directory, pointer, unique };
/// "flag", "env", "agent", "cwd", "pointer", "unique": as JSON has it.
const char* name_of(CurrentSource source);
/// "set by 'create' or 'use' on branch x": for people.
std::string describe(CurrentSource source, const Workspace& workspace);

struct CurrentSession {
  SessionLocation location;
  CurrentSource source;
  std::vector<std::string> notes;  ///< what was passed over on the way, to be said on stderr
};

/// The session that commands here write to. The first that holds: `named` (from the command line),
/// GIT_SESSION (an unknown one throws `not_found`), CLAUDE_SESSION_DIR (unless create or use came
/// later) (neither when a hook gave it to this chat), the chat that CLAUDE_CODE_SESSION_ID is bound
/// to, the session folder we stand in, the worktree's pointer when it was set on this branch, the
/// only open session of this user on this branch. Else throws `no_session` with candidates; never
/// the latest.
CurrentSession find_current_session(const Workspace& workspace,
                                    const std::optional<std::string>& named);

/// The same as far as somebody or something chose it: without the command line's, and without the
/// only open session of the branch. What was passed over is added to `notes`. Throws for an unknown
/// GIT_SESSION.
std::optional<CurrentSession> find_chosen_session(const Workspace& workspace,
                                                  std::vector<std::string>& notes);

/// The open sessions of a user, by id, without sizes; of one branch when that is given. Those that
/// sparse checkout keeps out of the work tree do not count: nothing can be written to them.
std::vector<Session> open_sessions(const Workspace& workspace, const std::string& user,
                                   const std::optional<std::string>& branch);

/// Makes `location` the current session of this worktree and, inside an agent, of its chat. False
/// when the git directory cannot be written.
bool set_current_session(const Workspace& workspace, const SessionLocation& location);
/// Forgets what set_current_session() remembered, whatever session it is; false as there.
bool forget_current_session(const Workspace& workspace);
/// Drops the pointer when it leads to `location`.
void drop_current_session(const Workspace& workspace, const SessionLocation& location);

}  // namespace git_session
