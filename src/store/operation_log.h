#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/file.h"
#include "base/time.h"
#include "core/operation.h"

namespace git_session {

/// What the verbs of this worktree changed, newest last, with the contents that were replaced: one
/// folder for each operation, named by its number, under the git directory. Entries go after
/// `kept_days`, unless they are unfinished, or took back one that is.
class OperationLog {
 public:
  static constexpr int kept_days = 30;

  /// `state_directory` is Repository::state_directory(); made when the first entry is.
  explicit OperationLog(std::string state_directory);

  /// Where an entry can be read: the file, absolute.
  std::string path_of(int number) const;
  /// Newest first; what cannot be read is passed over, and its numbers go to `unreadable`.
  std::vector<Operation> operations(std::vector<int>* unreadable = nullptr) const;
  /// Throws `invalid_data` for an entry that is damaged.
  std::optional<Operation> find(int number) const;
  /// For whoever makes the steps of planned operations, so that they come one after the other.
  /// Throws as reserve() does.
  DirectoryLock lock() const;

  /// Takes the next number for an entry; old entries go. Throws as the system says where the git
  /// directory cannot be written.
  int reserve(Instant now) const;
  /// Gives back a number that was not begun, with all that was kept under it.
  void discard(int number) const;
  /// Writes the entry under its number; durable, with all that was kept for it, and at once, when
  /// it is a planned one.
  void begin(const Operation& operation) const;
  void append(int number, const FileStep& step) const;
  /// Durable.
  void finish(int number) const;
  /// The same for one of which nothing is to be made any more.
  void abandon(int number) const;

  /// Keeps a content with an entry, under its id; what is there already is kept.
  void keep(int number, const std::string& id, std::string_view bytes) const;
  /// The same for the rest of a file, which need not fit in memory.
  void keep(int number, const std::string& id, const FileDescriptor& file) const;
  /// A content that was kept, checked to be the one of that id; nullopt when it was not kept whole.
  std::optional<FileDescriptor> open_content(int number, const std::string& id) const;

 private:
  void append_last(int number, const std::string& line) const;
  std::optional<Directory> open_entry(int number) const;
  Directory entry_for_writing(int number) const;
  std::vector<int> numbers() const;
  Directory made_log() const;
  void remove_old(const Directory& log, const std::vector<int>& numbers, Instant now) const;
  std::string directory_;
};

}  // namespace git_session
