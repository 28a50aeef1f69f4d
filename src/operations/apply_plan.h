#pragma once

#include <functional>
#include <optional>
#include <string>

#include "operations/file_plan.h"
#include "operations/workspace.h"

namespace git_session {

/// Called with the number of steps done and of all; from the thread that called.
using StepProgress = std::function<void(size_t done, size_t all)>;

/// Makes the steps in their order as one entry of the operation log, and returns its number.
/// Everything is looked at before anything is written: throws `conflict` with the names when a file
/// is neither as it was planned nor as it shall become, `refused` (reason "symbolic-link") for
/// links. The entry is durable before the first step; a kill leaves it unfinished, and
/// finish_operation() or undo_operation() of it goes on from there. Throws `unavailable` where the
/// log cannot be written: nothing changes then.
int apply_plan(const Workspace& workspace, const FilePlan& plan, const StepProgress& progress = {});

/// Makes the steps of an unfinished entry that were not made yet.
void finish_operation(const Workspace& workspace, int number, const StepProgress& progress = {});

/// The content id of a file: SHA-256 of its bytes; nullopt when it is not there. Never through
/// a link.
std::optional<std::string> content_id_of_file(const Directory& top_level, const std::string& path);

}  // namespace git_session
