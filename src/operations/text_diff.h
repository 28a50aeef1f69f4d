#pragma once

#include <optional>
#include <string>
#include <vector>

#include "operations/workspace.h"

namespace git_session {

/// A text before and after; nullopt where there is none.
struct TextChange {
  std::string label;  ///< what stands behind `---` and `+++`
  std::optional<std::string> before;
  std::optional<std::string> after;
  std::string new_label = {};  ///< what stands behind `+++`, where that is something else
};

/// For each change the lines that differ, as `git diff` shows them, with its labels; empty where
/// nothing does. One git for all of them. Throws where there is no place for the two sides, or git
/// cannot compare them.
std::vector<std::string> diffs_of(const Workspace& workspace,
                                  const std::vector<TextChange>& changes);

}  // namespace git_session
