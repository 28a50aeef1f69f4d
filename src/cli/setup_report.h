#pragma once

#include <string>
#include <vector>

#include "cli/console.h"
#include "operations/setup_plan.h"

namespace git_session {

/// Each file of the plan with what is done to it, and the lines that differ, as `diffs` has them;
/// of files that are ours as a whole only the name.
void print_setup_plan(Console& console, const SetupPlan& plan,
                      const std::vector<std::string>& diffs);
/// Whether something is missing or stale that has to be there.
bool has_setup_faults(const SetupPlan& plan);
/// What that is, one file a line.
void print_setup_faults(Console& console, const SetupPlan& plan);
/// Files that stay as they are, and what else people should know.
void tell_setup_notes(Console& console, const SetupPlan& plan);

/// `  add: merge.git-session.name = …` below the name of the file.
void print_merge_driver(Console& console, const std::vector<MergeDriverChange>& changes,
                        const std::string& lead);

}  // namespace git_session
