#pragma once

#include <set>
#include <string>
#include <vector>

#include "store/metadata_tree.h"

namespace git_session {

struct TreeMerge {
  MetadataTree tree;                   ///< with the value of one side where they disagree
  std::vector<std::string> conflicts;  ///< the fields that a person must decide, in order
};

/// What became of a metadata file on two sides, put together by field:
/// - a field that one side changed is as that side has it; changed on both to different values it
///   is a conflict, and has the value of theirs when `take_theirs` names it, else of ours;
/// - entries of outputs, stakeholders and promotions are joined by key, their fields one by one; what
///   one side added stays, what one side took away goes unless the other side changed it; a flag
///   that either side set is set;
/// - tags are a set;
/// - notes are merged by line; what both added at one place is kept, ours first;
/// - of two new states of a session the later one counts, by its own time; who archives and who
///   closes do not disagree: it is archived. A reopening has no time, so against another change it
///   is a conflict;
/// - policy, date and reason of the retention belong together;
/// - mappings of unknown keys are merged key by key, their lists and scalars as a whole.
TreeMerge merge_trees(const MetadataTree& base, const MetadataTree& ours,
                      const MetadataTree& theirs, const std::set<std::string>& take_theirs = {});

}  // namespace git_session
