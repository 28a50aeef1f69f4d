#pragma once

#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "store/operation_log.h"

namespace git_session {

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
  /// The same for a file of `folder` that may be too large for memory, or not be there.
  void will_replace(const std::string& path, const Directory& folder, const std::string& name,
                    std::string_view after);
  void will_remove(const std::string& path, const std::string& before, unsigned mode);
  /// Any step whose contents need not be kept, before or after it is made.
  void note(const FileStep& step);
  void will_move_folder(const std::string& source, const std::string& path);

 private:
  using Keep = std::function<void(int number)>;
  void stop();
  void add(const FileStep& step, const Keep& keep);
  OperationLog log_;
  std::mutex mutex_;
  std::optional<Operation> operation_;  ///< to be begun, or begun
  bool is_broken_ = false;
};

}  // namespace git_session
