#include "operations/chat_session.h"

#include <algorithm>

#include "base/error.h"
#include "base/text.h"
#include "core/session_id.h"
#include "operations/chat_notes.h"
#include "operations/checked_team.h"
#include "operations/create_session.h"
#include "operations/current_session.h"
#include "operations/described_folder.h"
#include "operations/state_files.h"
#include "operations/writable_session.h"
#include "store/metadata_writer.h"
#include "store/unused_place.h"

namespace git_session {
namespace {

/// So many sessions of a branch are looked at, newest first.
constexpr size_t most_candidates = 64;
/// A longer slug may be cut, so that it could be that of another branch too.
constexpr size_t longest_whole_slug = 29;
/// Private state: the branch of each place.
const std::string places_folder = "places";
const std::string ignore_file = ".gitignore";

std::string branch_of(const Workspace& workspace) {
  return replace_invalid_utf8(workspace.branch());
}

StateFiles state_files(const Workspace& workspace) {
  return StateFiles(workspace.repository().state_directory());
}

/// A folder without metadata that was made for chats of the branch: as our notes say, also when the
/// first document has just come; without notes by its name, and while nothing is in it.
bool is_place_of(const Workspace& workspace, const SessionLocation& location,
                 const std::string& branch) {
  if (!is_standard_session_id(location.id)) return false;
  const auto noted = state_files(workspace).read(places_folder, location.id);
  if (noted) return *noted == branch;
  return branch_slug(branch).size() <= longest_whole_slug && !is_reserved(workspace, location.id) &&
         is_unused_place(workspace.store().open_folder(location));
}

/// What the branch has to offer.
struct BranchSessions {
  std::optional<SessionLocation> of_ticket;  ///< open, with the branch's ticket; the newest
  std::vector<SessionLocation> open;
  std::optional<SessionLocation> place;  ///< made for a chat and not used yet
};

BranchSessions sessions_of_branch(const Workspace& workspace) {
  const std::string branch = branch_of(workspace);
  const std::string ticket = ticket_in_branch(branch).value_or("");
  const SessionStore& store = workspace.store();
  std::vector<SessionLocation> candidates = store.locations_of(workspace.user());
  std::erase_if(candidates, [&](const SessionLocation& location) {
    return is_of_other_branch(location.id, branch);
  });
  BranchSessions found;
  const size_t count = std::min(candidates.size(), most_candidates);
  for (size_t i = 0; i < count; ++i) {
    const SessionLocation& location = candidates[candidates.size() - 1 - i];
    const Session session = store.load(location, {});
    if (session.shape == Shape::none) {
      if (!found.place && is_place_of(workspace, location, branch)) found.place = location;
    } else if (session.is_readable() && session.is_open() && session.context.branch == branch) {
      found.open.push_back(location);
      const bool is_of_ticket = equals_ignoring_case(session.context.ticket, ticket);
      if (is_of_ticket && !found.of_ticket) found.of_ticket = location;
    }
    if (found.of_ticket) break;
  }
  return found;
}

SessionLocation make_place(const Workspace& workspace, const Directory& user_folder) {
  const std::string branch = branch_of(workspace);
  const SessionLocation location =
      workspace.store().layout().session(workspace.user(), new_session_id(workspace, branch));
  if (!user_folder.make_directory(location.id))
    throw Error(ErrorKind::conflict, "'" + location.path + "' appeared meanwhile");
  return location;
}

void bind(const Workspace& workspace, const SessionLocation& location) {
  const std::string name = qualified_name(location);
  const std::string chat = current_chat(workspace);
  if (workspace.state().session_of_chat(chat) != name) workspace.state().bind_chat(chat, name);
}

/// The branch's session, or a place for one. Under a lock, so that chats that start at the same
/// time find the same, and nobody leaves it before it is known that this one has come.
SessionLocation bind_to_branch(const Workspace& workspace) {
  workspace.require_certain_top_level();
  const SessionStore& store = workspace.store();
  const Directory user_folder =
      store.top_level().make_directories(store.layout().sessions() + "/" + workspace.user());
  const DirectoryLock lock = DirectoryLock::acquire(user_folder);
  BranchSessions found = sessions_of_branch(workspace);
  if (!found.of_ticket && found.open.size() == 1) found.of_ticket = found.open.front();
  if (!found.of_ticket) found.of_ticket = found.place;
  const SessionLocation location =
      found.of_ticket ? *found.of_ticket : make_place(workspace, user_folder);
  if (!store.open_folder(location).status(std::string(metadata_file_name)))
    state_files(workspace).write(places_folder, location.id, branch_of(workspace));
  bind(workspace, location);
  ChatNotes(workspace, current_chat(workspace)).start("");
  return location;
}

/// That the place was made for; nullopt where it is none. A folder that lost its metadata is none:
/// the session is in the archive, or went with another checkout.
std::optional<std::string> branch_of_place(const Workspace& workspace,
                                           const SessionLocation& location) {
  const StateFiles files = state_files(workspace);
  auto noted = files.read(places_folder, location.id);
  if (noted || files.can_write()) return noted;
  // Nothing can be noted here, so that the name has to do.
  const SessionStore& store = workspace.store();
  const bool is_taken = is_reserved(workspace, location.id) ||
                        store.exists(store.layout().archived(location.user, location.id));
  const std::string branch = branch_of(workspace);
  if (is_taken || is_of_other_branch(location.id, branch)) return std::nullopt;
  return branch;
}

bool takes_work(const Workspace& workspace, const SessionLocation& location) {
  if (location.in_archive || !workspace.store().exists(location)) return false;
  const Session session = workspace.store().load(location, {});
  if (session.shape == Shape::none) return branch_of_place(workspace, location).has_value();
  return session.is_readable() && session.is_open();
}

/// The repository's name, as its main worktree has it.
std::string project_of(const Workspace& workspace) {
  const std::string& named = workspace.settings().project();
  if (!named.empty()) return named;
  std::string path = workspace.repository().common_directory();
  if (path.ends_with("/.git")) path.resize(path.size() - 5);
  if (path.ends_with(".git")) path.resize(path.size() - 4);
  const std::string name = replace_invalid_utf8(path.substr(path.rfind('/') + 1));
  return trim(name).empty() ? "unknown" : name;
}

/// Nobody is there to be asked, and no chat shall fail for want of a team.
std::string team_of(const Workspace& workspace) {
  for (const std::string& team : workspace.settings().teams()) {
    if (equals_ignoring_case(team, workspace.settings().team())) return team;
  }
  return unknown_team;
}

}  // namespace

std::optional<SessionLocation> settled_session(const Workspace& workspace) {
  try {
    std::vector<std::string> notes;
    auto chosen = find_chosen_session(workspace, notes);
    if (chosen && takes_work(workspace, chosen->location)) return chosen->location;
  } catch (const Error&) {
    // GIT_SESSION names a session of another repository, or none: a chat goes on all the same.
  }
  return std::nullopt;
}

SessionLocation settle_chat(const Workspace& workspace) {
  const auto settled = settled_session(workspace);
  if (!settled) return bind_to_branch(workspace);
  bind(workspace, *settled);
  return *settled;
}

std::optional<Session> session_of_place(const Workspace& workspace,
                                        const SessionLocation& location) {
  const bool is_ours = !location.in_archive && location.user == workspace.user() &&
                       is_standard_session_id(location.id);
  const auto branch = is_ours ? branch_of_place(workspace, location) : std::nullopt;
  if (!branch) return std::nullopt;
  NewSession request;
  request.project = project_of(workspace);
  request.team = team_of(workspace);
  request.branch = *branch;
  request.ticket = ticket_in_branch(request.branch).value_or("");
  Session session = describe_session(workspace, request);
  session.id = location.id;
  session.listed_id = location.id;
  return session;
}

bool begin_session(const Workspace& workspace, const SessionLocation& location) {
  const std::string name(metadata_file_name);
  const SessionStore& store = workspace.store();
  if (!store.open_folder(location).status(name)) {
    const std::optional<Session> session = session_of_place(workspace, location);
    const LockedSession locked = store.lock(location);
    // Another hook may have been faster.
    const bool is_begun = locked.folder().status(name).has_value();
    if (!is_begun && !session) return false;
    if (!is_begun) locked.folder().replace_file(name, new_metadata(*session));
  }
  state_files(workspace).remove(places_folder, location.id);
  return true;
}

void leave_place(const Workspace& workspace, const SessionLocation& location) {
  const std::string user_path = location.path.substr(0, location.path.rfind('/'));
  try {
    const auto user = workspace.store().top_level().open_directory(user_path);
    if (!user) return;
    const DirectoryLock lock = DirectoryLock::acquire(*user);
    const bool is_shared =
        ChatNotes::is_shared(workspace, current_chat(workspace), qualified_name(location));
    const auto folder = user->open_directory(location.id);
    if (is_shared || !folder || !is_unused_place(*folder)) return;
    const std::string drafts(drafts_folder_name);
    if (auto opened = folder->open_directory(drafts)) opened->remove_file(ignore_file);
    folder->remove_directory(drafts);
    user->remove_directory(location.id);
    // Only an empty one goes.
    const Directory& top = workspace.store().top_level();
    if (const auto sessions = top.open_directory(workspace.store().layout().sessions()))
      sessions->remove_directory(location.user);
    state_files(workspace).remove(places_folder, location.id);
  } catch (const Error&) {
    // An empty folder does no harm; the next chat of the branch takes it.
  }
}

std::string make_drafts_folder(const Workspace& workspace, const SessionLocation& location) {
  const Directory folder = workspace.store().open_folder(location);
  const Directory drafts = folder.make_directories(drafts_folder_name);
  if (auto file = drafts.create_file(ignore_file)) write_all(*file, "*\n", ignore_file);
  return workspace.absolute_path(location) + "/" + std::string(drafts_folder_name);
}

}  // namespace git_session
