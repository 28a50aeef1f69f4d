#pragma once

#include <functional>
#include <vector>

#include "base/error.h"
#include "operations/apply_plan.h"

namespace git_session {

/// What apply_plan() and undo_operation() share. The caller holds the lock of the log.

/// Those of the steps that are not made yet. Throws `conflict` with the names unless each of them
/// could be made.
std::vector<FileStep> steps_to_make(const Workspace& workspace, const std::vector<FileStep>& steps);

/// Puts the contents that `write` steps need into the entry `number`.
using KeepContents = std::function<void(int number)>;

/// Logs the checked operation, keeps what it takes away, and makes its steps. Returns its number.
int run_operation(const Workspace& workspace, Operation operation, const KeepContents& keep,
                  const StepProgress& progress);

/// How many of the steps of an operation that was stopped were made: nobody can tell from a step
/// alone, because a later one may have moved or changed the same file. nullopt when somebody else
/// changed something since.
std::optional<size_t> made_steps(const Workspace& workspace, const std::vector<FileStep>& steps);

/// Makes the steps of a logged operation but for the first `made`, and notes that it is finished.
/// The hint of what it throws says how to go on.
void make_steps(const Workspace& workspace, const Operation& operation, size_t made,
                const StepProgress& progress);

/// What to throw when made_steps() knows nothing: `conflict` with the names of what was changed.
Error changed_since_stop(const Workspace& workspace, const Operation& operation);

/// "'a', 'b', 'c' and 5 more"
std::string some_of(const std::vector<std::string>& paths);

}  // namespace git_session
