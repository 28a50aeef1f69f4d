#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/file.h"
#include "core/problem.h"
#include "core/session.h"
#include "store/change_recorder.h"
#include "store/metadata_editor.h"
#include "store/session_layout.h"

namespace git_session {

enum class Scope { sessions, archive, everything };

/// How much load() looks at beyond the metadata's known keys and the names of the outputs.
struct LoadDetail {
  bool sizes_and_times = false;
  bool unknown_keys = false;

  static LoadDetail full() { return {true, true}; }
};

/// What lies in the place of sessions or of their users, and is not looked into.
struct PassedOver {
  std::vector<Problem> links;
  std::vector<Problem> unreadable;  ///< folders that are closed to us
};

/// A session whose folder is locked: nobody else of us writes to it while this lives.
class LockedSession {
 public:
  const SessionLocation& location() const { return location_; }
  const Directory& folder() const { return folder_; }
  /// As it was read under the lock.
  const Session& session() const { return session_; }
  /// After the locked folder was moved: the lock goes with it.
  void moved_to(SessionLocation location) { location_ = std::move(location); }
  /// Whether the file could take `count` more outputs and stay one that every reader reads.
  bool has_room_for_outputs(size_t count) const;
  /// How many of `outputs`, from the first on, the file could list so that it stays such a one.
  size_t room_for(const std::vector<Output>& outputs) const;

 private:
  friend class SessionStore;
  LockedSession(SessionLocation location, Directory folder, DirectoryLock lock)
      : location_(std::move(location)), folder_(std::move(folder)), lock_(std::move(lock)) {}
  size_t listed_outputs() const;
  SessionLocation location_;
  Directory folder_;
  DirectoryLock lock_;
  std::string source_;   ///< the metadata's text; for a folder without metadata, a new one
  bool is_new_ = false;  ///< the folder has no metadata yet
  size_t event_count_ = 0;
  Session session_;
};

/// What to throw when one session is asked for and its metadata cannot be read: `invalid_data` with
/// file and line.
Error unreadable_error(const Session& session);

/// Sessions as folders and files. Reading writes nothing; every write is locked per session, atomic
/// and durable.
class SessionStore {
 public:
  /// `known_agents` is the setting session.agents: names that a file's last part may be.
  SessionStore(const std::string& top_level, SessionLayout layout,
               std::vector<std::string> known_agents);
  /// Who is told of every change before it is made.
  void record_to(std::shared_ptr<ChangeRecorder> recorder) { recorder_ = std::move(recorder); }

  const SessionLayout& layout() const { return layout_; }
  const Directory& top_level() const { return top_level_; }

  /// Every session folder that can be seen, sorted by user and id. Hidden names are passed over,
  /// and so is what goes to `passed_over`.
  std::vector<SessionLocation> locations(Scope scope, PassedOver* passed_over = nullptr) const;
  /// Those in one user's folder, not archived.
  std::vector<SessionLocation> locations_of(const std::string& user) const;
  /// The sessions a name can mean: the full id (or user/id) when there is one, else every id with
  /// that prefix, else with that hex. A full id costs no scan of the sessions. A user's folder that
  /// cannot be read has none, unless the name names it.
  std::vector<SessionLocation> find(std::string_view name, Scope scope) const;
  bool exists(const SessionLocation& location) const;

  /// Never throws for what is in the folder: metadata or a folder that cannot be read becomes a
  /// session of shape unreadable with the problem. Throws `not_found` when the folder is gone.
  Session load(const SessionLocation& location, LoadDetail detail = LoadDetail::full()) const;
  /// The same from a text and names, for sessions that sparse checkout keeps out of the work tree.
  Session load_sparse(const SessionLocation& location, const std::optional<std::string>& metadata,
                      const std::vector<std::string>& files) const;
  /// Whether a session that was loaded is no more than an empty folder (is_unused_place()).
  bool is_unused(const Session& session) const;
  /// Loads them all on every core; `visit` is called from several threads at once, once for each
  /// index, in no order. A folder that disappears meanwhile is passed over, and so is an unused one.
  void visit(const std::vector<SessionLocation>& locations, LoadDetail detail,
             const std::function<void(size_t index, Session&& session)>& visit) const;

  /// Makes the folder and its metadata appear at once. Throws `conflict` when the id is taken (also
  /// in the archive). When `find_instead`, asked under the lock of the user's folder, knows a
  /// session, nothing is made and that one returned.
  using FindInstead = std::function<std::optional<SessionLocation>()>;
  SessionLocation create(const Session& session, const FindInstead& find_instead = {}) const;

  /// Locks and re-reads. Throws `invalid_data` with file and line when the metadata cannot be read,
  /// `refused` (reason "newer-schema") when it needs a newer program, `not_found` when the folder
  /// is gone.
  LockedSession lock(const SessionLocation& location) const;
  /// Makes the edits and returns the session as it is afterwards. Edits that change nothing write
  /// nothing. Throws `conflict` when a program that takes no lock has changed the file, and
  /// `refused` with file and line when an edit cannot be made in place.
  Session write(LockedSession& locked, const std::vector<yaml::Edit>& edits) const;
  /// What to change, in view of the session as it is: an editor may have saved the file since it
  /// was locked, in which case it is read again.
  using Change = std::function<void(const Session& session, MetadataEditor& editor)>;
  Session edit(const SessionLocation& location, const Change& change) const;
  Session edit(LockedSession& locked, const Change& change) const;

  /// What edit() would write, without a lock and without writing. Throws as lock() and write() do.
  struct PlannedEdit {
    Session session;                    ///< as it is
    Session changed;                    ///< as it would be
    std::optional<std::string> before;  ///< the metadata's text; nullopt where there is none
    std::string after;                  ///< equal to `before` where nothing is to be changed
  };
  PlannedEdit plan_edit(const SessionLocation& location, const Change& change) const;

  /// The folder of a session, for what lies in it. Throws `not_found` when it is gone.
  Directory open_folder(const SessionLocation& location) const;
  static constexpr size_t max_outputs = 800;

 private:
  void add_locations(bool in_archive, std::vector<SessionLocation>& found,
                     PassedOver& passed_over) const;
  bool is_session_folder(const Directory& parent, const std::string& name) const;
  void read_text(const std::string& text, LoadDetail detail, Session& session) const;
  Session load_from(const Directory& folder, const SessionLocation& location,
                    LoadDetail detail) const;
  /// The session in an opened folder whose metadata is `metadata`.
  Session load_from(const Directory& folder, const SessionLocation& location,
                    const std::optional<std::string>& metadata, LoadDetail detail) const;
  void read_locked(LockedSession& locked, std::optional<std::string> metadata) const;

  Directory top_level_;
  SessionLayout layout_;
  std::vector<std::string> known_agents_;
  std::shared_ptr<ChangeRecorder> recorder_;
};

}  // namespace git_session
