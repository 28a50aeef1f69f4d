#pragma once

#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/file.h"
#include "base/time.h"
#include "core/operation.h"

namespace git_session {

/// What the verbs of this worktree changed, newest last, with the contents that were replaced: one
/// folder for each operation, named by its number, under the git directory. Entries go after
/// `kept_days`, unless they are unfinished.
class OperationLog {
 public:
  static constexpr int kept_days = 30;

  /// `state_directory` is Repository::state_directory(); made when the first entry is.
  explicit OperationLog(std::string state_directory);

  /// Where an entry can be read: the file, absolute.
  std::string path_of(int number) const;
  /// Newest first; what cannot be read is passed over.
  std::vector<Operation> operations() const;
  std::optional<Operation> find(int number) const;

  /// Takes the next number for an entry; old entries go. Throws as the system says where the git
  /// directory cannot be written.
  int reserve(Instant now) const;
  /// Writes the entry under its number; durable, with all that was kept for it, when it is a
  /// planned one.
  void begin(const Operation& operation) const;
  void append(int number, const FileStep& step) const;
  /// Durable.
  void finish(int number) const;

  /// Keeps a content with an entry, under its id; what is there already is kept.
  void keep(int number, const std::string& id, std::string_view bytes) const;
  /// The same for the rest of a file, which need not fit in memory.
  void keep(int number, const std::string& id, const FileDescriptor& file) const;
  /// A content that was kept; nullopt when it was not.
  std::optional<FileDescriptor> open_content(int number, const std::string& id) const;

 private:
  std::optional<Directory> open_entry(int number) const;
  Directory entry_for_writing(int number) const;
  std::vector<int> numbers() const;
  void remove_old(const Directory& log, const std::vector<int>& numbers, Instant now) const;
  std::string directory_;
};

/// Notes the changes that one verb makes to single files, each before it is made, in an entry that
/// begins with the first of them. A log that cannot be written is no error: work goes on without.
/// Safe to use from several threads.
class ChangeRecorder {
 public:
  explicit ChangeRecorder(OperationLog log) : log_(std::move(log)) {}

  /// What is noted from now on is this verb's. Until then, and after pause(), nothing is noted.
  void begin(const std::string& verb, Instant now);
  /// What follows is noted by somebody else.
  void pause();

  /// `path` (relative to the top level) is about to get the content `after`; nullopt means that
  /// there is none.
  void will_write(const std::string& path, const std::optional<std::string>& before,
                  const std::string& after);
  void will_remove(const std::string& path, const std::string& before);
  /// Any step whose contents need not be kept, before or after it is made.
  void note(const FileStep& step);
  void will_move_folder(const std::string& source, const std::string& path);

 private:
  void add(const FileStep& step, const std::optional<std::string>& kept);
  OperationLog log_;
  std::mutex mutex_;
  std::optional<Operation> operation_;  ///< to be begun, or begun
  bool is_broken_ = false;
};

}  // namespace git_session
