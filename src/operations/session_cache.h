#pragma once

#include <functional>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/file_stamp.h"
#include "store/session_store.h"

namespace git_session {

/// Sessions as they were loaded before, for a process that answers many questions about them. What
/// it gives is what is on disk: a session is taken from here only while the stamps of its folder
/// and of its metadata are those under which it was loaded. What was changed just now, and folders
/// with subfolders, whose names other stamps would tell, are loaded anew each time.
class SessionCache {
 public:
  /// `clock` is the one that stamps are of; tests bring their own.
  explicit SessionCache(int64_t (*clock)() = nanoseconds_since_epoch) : clock_(clock) {}

  /// As SessionStore::visit() with unknown keys and without sizes and times. Afterwards only what
  /// was visited is remembered. `known_agents` is what `store` was made with.
  void visit(const SessionStore& store, const std::vector<std::string>& known_agents,
             const std::vector<SessionLocation>& locations,
             const std::function<void(size_t index, const Session& session)>& visit);

  /// How many sessions it remembers.
  size_t size() const { return entries_.size(); }

 private:
  struct Stamps {
    FileStamp folder;
    std::optional<FileStamp> metadata;

    bool operator==(const Stamps&) const = default;
  };
  struct Entry {
    Stamps stamps;
    Session session;
  };
  using EntryPointer = std::shared_ptr<const Entry>;

  static std::optional<Stamps> stamps_of(const Directory& parent, const std::string& name);
  static bool is_worth_keeping(const Stamps& stamps, int64_t now);
  static EntryPointer current_entry(const SessionStore& store, const SessionLocation& location,
                                    const std::optional<Stamps>& stamps, EntryPointer known);

  int64_t (*clock_)();
  std::unordered_map<std::string, EntryPointer> entries_;  ///< by path
  std::vector<std::string> known_agents_;
};

}  // namespace git_session
