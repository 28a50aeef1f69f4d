#pragma once

#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/file_step.h"
#include "operations/workspace.h"
#include "store/operation_log.h"

namespace git_session {

/// Makes the steps of one operation, each of which may have been made before a crash. Looks at
/// every file again right before it is changed.
class StepMaker {
 public:
  /// `number` names the entry of the log that keeps the contents.
  StepMaker(const Workspace& workspace, const OperationLog& log, int number)
      : workspace_(workspace),
        top_level_(workspace.store().top_level()),
        log_(log),
        number_(number) {}

  /// Throws `conflict` when a file is neither as it was nor as it shall become.
  void make(const FileStep& step);
  /// Makes what was copied and moved durable, and lets git's index follow the moves.
  void settle();

 private:
  void write(const FileStep& step);
  void copy(const FileStep& step);
  void move(const FileStep& step);
  void move_folder(const FileStep& step);
  void remove(const FileStep& step);
  void place(const std::string& path, const FileDescriptor& content, const std::string& id);
  std::optional<Directory> open_folder(const std::string& path) const;
  Directory parent_of(const std::string& path);
  void sync_folders();
  void lock_session_of(const std::string& path);
  void remove_emptied_folders(const std::string& removed);
  bool may_be_removed(const std::string& folder) const;

  const Workspace& workspace_;
  const Directory& top_level_;
  const OperationLog& log_;
  int number_;
  std::optional<DirectoryLock> lock_;
  std::string locked_path_;
  std::set<std::string> changed_folders_;                   ///< not yet durable
  bool has_new_copies_ = false;                             ///< not yet durable
  std::vector<std::pair<std::string, std::string>> moved_;  ///< from, to
};

}  // namespace git_session
