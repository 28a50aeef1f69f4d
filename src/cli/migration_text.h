#pragma once

#include <vector>

#include "cli/console.h"
#include "operations/migration_plan.h"

namespace git_session {

/// How much of a long list people want to see.
struct ListLength {
  bool everything = false;  ///< also on a terminal
};

/// What would become of which file, by session, and what stays.
void print_migration_plan(Console& console, const MigrationPlan& plan, bool keep,
                          ListLength length);
/// "12 files into 2 sessions".
std::string size_of_migration(const MigrationPlan& plan);
/// What stays where it is and why: what may have been wanted as warnings, all else in one note.
void tell_left(Console& console, const std::vector<LeftFile>& left, ListLength length);

void print_removal_plan(Console& console, const RemovalPlan& plan, ListLength length);

/// "a link, which is never followed".
const char* describe(LeftReason reason);

}  // namespace git_session
