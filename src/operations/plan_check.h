#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/file.h"
#include "core/file_step.h"

namespace git_session {

/// Goes through steps without making them, and finds those that could not be made: the file is
/// neither as it was nor as it shall become.
class PlanCheck {
 public:
  explicit PlanCheck(const Directory& top_level) : top_level_(top_level) {}

  /// False when the step could not be made now, after those before it.
  bool is_possible(const FileStep& step);
  /// The content that would be at `path` after the steps so far; nullopt for none.
  std::optional<std::string> content_at(const std::string& path) const;

 private:
  bool is_folder(const std::string& path) const;
  std::optional<std::string> place_on_disk(const std::string& path) const;
  const Directory& top_level_;
  std::map<std::string, std::optional<std::string>> changed_;
  std::vector<std::pair<std::string, std::string>> moved_folders_;  ///< from, to
};

}  // namespace git_session
