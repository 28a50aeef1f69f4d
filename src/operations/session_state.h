#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "store/session_layout.h"

namespace git_session {

/// What `create` and `use` remember of this worktree.
struct SessionPointer {
  std::string session;            ///< user/id, or the id of a session without user level
  std::string branch;             ///< the branch it was set on; it holds on no other
  std::string session_directory;  ///< CLAUDE_SESSION_DIR as it was then; empty when unset
};

/// Private state of one worktree under its git directory, never in the work tree: the pointer to
/// the current session and the sessions that agents' chats are bound to. A git directory that
/// cannot be written is no error: the writing functions then return false, and work goes on
/// without.
class SessionState {
 public:
  explicit SessionState(std::string directory) : directory_(std::move(directory)) {}

  std::optional<SessionPointer> pointer() const;
  bool set_pointer(const SessionPointer& pointer) const;
  bool clear_pointer() const;

  /// user/id of the session a chat is bound to.
  std::optional<std::string> session_of_chat(std::string_view chat) const;
  bool bind_chat(std::string_view chat, const std::string& session) const;
  bool unbind_chat(std::string_view chat) const;

 private:
  std::string directory_;
};

/// Whether an agent's chat id is a plain word that can be kept: letters, digits, `-` and `_`.
bool is_plain_chat_id(std::string_view chat);

/// `user/id`: how state files name a session.
std::string qualified_name(const SessionLocation& location);

}  // namespace git_session
