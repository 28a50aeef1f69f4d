#pragma once

#include <functional>
#include <vector>

#include "operations/apply_plan.h"

namespace git_session {

/// Throws `conflict` with the names unless every step could be made.
void check_steps(const Workspace& workspace, const std::vector<FileStep>& steps);

/// Puts the contents that `write` steps need into the entry `number`.
using KeepContents = std::function<void(int number)>;

/// What apply_plan() and undo_operation() share: logs the checked operation, keeps what it takes
/// away, and makes its steps. Returns its number.
int run_operation(const Workspace& workspace, Operation operation, const KeepContents& keep,
                  const StepProgress& progress);

}  // namespace git_session
