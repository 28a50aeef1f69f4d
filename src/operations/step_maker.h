#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/operation.h"
#include "operations/workspace.h"
#include "store/operation_log.h"

namespace git_session {

/// Makes the steps of one operation, each of which may have been made before a crash. Looks at
/// every file again right before it is changed.
class StepMaker {
 public:
  /// The operation's entry in the log keeps the contents.
  StepMaker(const Workspace& workspace, const Operation& operation)
      : workspace_(workspace),
        top_level_(workspace.store().top_level()),
        log_(workspace.operation_log()),
        number_(operation.number),
        is_undo_(operation.undoes.has_value()) {}

  /// Throws `conflict` when a file is neither as it was nor as it shall become.
  void make(const FileStep& step);
  /// For a step that was made before: what comes after it and was not done then.
  void pass(const FileStep& step);
  /// Makes what was copied and moved durable, and lets git's index follow the moves.
  void settle();
  /// Removes what was on its way to `path` when its step was killed: the file, and the folders that
  /// were made for it and hold nothing else.
  void clear_leftovers(const std::string& path);

 private:
  void write(const FileStep& step);
  void copy(const FileStep& step);
  void move(const FileStep& step);
  void move_folder(const FileStep& step);
  void remove(const FileStep& step);
  std::optional<Directory> open_folder(const std::string& path) const;
  Directory parent_of(const std::string& path);
  void sync_folders();
  void clear_incoming(const std::string& path);
  std::vector<std::string> folders_to_lock(const FileStep& step) const;
  void lock_folders_of(const FileStep& step);
  void lock(const std::string& folder);
  void remove_emptied_folders(const std::string& removed);
  bool may_be_removed(const std::string& folder) const;

  const Workspace& workspace_;
  const Directory& top_level_;
  const OperationLog& log_;
  int number_;
  bool is_undo_;
  std::map<std::string, DirectoryLock> locks_;              ///< by the folder
  std::set<std::string> changed_folders_;                   ///< not yet durable
  bool has_new_files_ = false;                              ///< not yet durable
  std::vector<std::pair<std::string, std::string>> moved_;  ///< from, to
};

}  // namespace git_session
