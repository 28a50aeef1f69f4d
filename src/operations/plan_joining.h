#pragma once

#include <string>
#include <vector>

#include "operations/file_plan.h"
#include "operations/workspace.h"
#include "store/merge_metadata.h"

namespace git_session {

/// How a session comes together again that lies in two places.
struct JoiningPlan {
  FilePlan plan;
  std::vector<FieldConflict> undecided;  ///< fields of the metadata that the two have differently
  /// Paths under the live folder that stay for a person: both have a file of that name with other
  /// bytes, or it is no file.
  std::vector<std::string> left;

  std::vector<std::string> repositories;  ///< folders of other repositories, which stay as well
  std::vector<std::string> folders;  ///< the live folder and those in it, each before what it holds

  bool is_complete() const { return undecided.empty() && left.empty() && repositories.empty(); }
};

/// One branch archived a session while the other worked on in it, and a merge left it in both
/// places: its files go to the archive, where those that are equal meet; the metadata there gets
/// what that of `live` says, field by field (with the version before both, while git still has it
/// for the conflict). Nothing is read or planned through a link. Throws Error(invalid_data) when
/// either metadata cannot be read, Error(refused) as merge_metadata() does.
JoiningPlan plan_joining(const Workspace& workspace, const SessionLocation& live,
                         const SessionLocation& archived);

}  // namespace git_session
