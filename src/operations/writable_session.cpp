#include "operations/writable_session.h"

#include <algorithm>

#include "base/error.h"
#include "base/text.h"
#include "operations/chat_session.h"

namespace git_session {
namespace {

std::string blob_of(const Workspace& workspace, const std::string& path) {
  try {
    return workspace.repository().hash_object(path);
  } catch (const Error&) {
    return {};
  }
}

void require_in_reach(const Workspace& workspace, const SessionLocation& location) {
  workspace.require_in_work_tree(location);
  // With the metadata alone kept out, the folder would look like one that never had any.
  bool is_sparse = workspace.repository().has_sparse_checkout() && workspace.load(location).sparse;
  if (is_sparse) {
    throw Error(ErrorKind::refused,
                "the metadata of session '" + location.id +
                    "' is kept out of the work tree by sparse checkout",
                "git sparse-checkout add " + quote_for_shell(location.path))
        .with_reason("sparse-checkout");
  }
}

}  // namespace

LockedSession lock_for_planning(const Workspace& workspace, const SessionLocation& location) {
  require_in_reach(workspace, location);
  return workspace.store().lock(location);
}

LockedSession lock_for_writing(const Workspace& workspace, const SessionLocation& location) {
  require_in_reach(workspace, location);
  // A chat's place becomes a session with the first thing that is written to it.
  const auto bound = workspace.state().session_of_chat(current_chat(workspace));
  if (bound == qualified_name(location)) begin_session(workspace, location);
  return workspace.store().lock(location);
}

void require_not_archived(const SessionLocation& location) {
  if (!location.in_archive) return;
  throw Error(ErrorKind::refused, "session '" + location.id + "' is archived",
              "git session restore " + quote_for_shell(location.id))
      .with_reason("session-archived");
}

void require_open(const Session& session) {
  if (session.is_open()) return;
  if (session.in_archive) {
    throw Error(ErrorKind::refused, "session '" + session.id + "' is archived",
                "git session restore " + quote_for_shell(session.id))
        .with_reason("session-archived");
  }
  throw Error(ErrorKind::refused, "session '" + session.id + "' is closed",
              "git session reopen " + quote_for_shell(session.id))
      .with_reason("session-closed");
}

void require_room(const LockedSession& locked, size_t count) {
  if (locked.has_room_for_outputs(count)) return;
  throw Error(ErrorKind::refused,
              "session '" + locked.session().id +
                  "' has as many outputs as its metadata can list (at most " +
                  std::to_string(SessionStore::max_outputs) + ")",
              "git session create starts another one")
      .with_reason("too-many-outputs");
}

std::vector<std::string> blobs_of(const Workspace& workspace, const SessionLocation& location,
                                  const std::vector<std::string>& files) {
  std::vector<std::string> paths;
  for (const std::string& file : files) paths.push_back(location.path + "/" + file);
  return blobs_of(workspace, paths);
}

std::vector<std::string> blobs_of(const Workspace& workspace,
                                  const std::vector<std::string>& paths) {
  try {
    return workspace.repository().hash_objects(paths);
  } catch (const Error&) {
    // One bad file spoils the whole answer.
    std::vector<std::string> blobs;
    for (const std::string& path : paths) blobs.push_back(blob_of(workspace, path));
    return blobs;
  }
}

std::string current_chat(const Workspace& workspace) {
  std::string chat = workspace.environment().value_or_empty("CLAUDE_CODE_SESSION_ID");
  return is_plain_chat_id(chat) ? chat : std::string();
}

const std::string& checked_line(const std::string& text, const std::string& option) {
  if (!is_valid_utf8(text)) {
    throw Error(ErrorKind::usage, option + " '" + escape_line(text) + "' is not UTF-8");
  }
  bool has_control =
      std::any_of(text.begin(), text.end(), [](unsigned char c) { return c < 0x20 || c == 0x7f; });
  if (has_control) {
    throw Error(ErrorKind::usage,
                option + " '" + escape_line(text) + "' holds a control character");
  }
  return text;
}

}  // namespace git_session
