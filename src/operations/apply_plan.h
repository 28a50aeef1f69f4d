#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/operation.h"
#include "operations/file_plan.h"
#include "operations/workspace.h"

namespace git_session {

/// Called with the number of steps made and of all, on the thread that called.
using StepProgress = std::function<void(size_t done, size_t all)>;

/// Makes the steps of a plan in their order, as one operation of `verb` in the log, and returns its
/// number; 0 for an empty plan. Locks the sessions that it writes to, one after the other: the
/// caller must hold none of them.
///
/// Everything is looked at before anything is written: throws `conflict` with the names when a file
/// is not as it was planned, `refused` for links in the way, `unavailable` where the log cannot be
/// written. The operation is durable in the log before its first step; a kill or an error after
/// that leaves it unfinished, and the hint names how to go on and how to go back.
int apply_plan(const Workspace& workspace, const std::string& verb, const FilePlan& plan,
               const StepProgress& progress = {});

/// The newest operation of `verb` that was begun, not finished and not undone.
std::optional<Operation> unfinished_operation(const Workspace& workspace, const std::string& verb);
/// Makes the steps of it that were not made yet; none when somebody finished it or took it back
/// meanwhile. Throws as apply_plan() does.
void finish_operation(const Workspace& workspace, const Operation& operation,
                      const StepProgress& progress = {});

/// The content id of a regular file; nullopt when nothing is there. Throws `refused` for links and
/// for what is no file.
std::optional<std::string> content_id_of_file(const Directory& top_level, const std::string& path);

}  // namespace git_session
