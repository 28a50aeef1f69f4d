#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "store/merge_metadata.h"

namespace git_session {

/// Files as git gives them to a merge driver; relative paths are seen from the working directory.
struct MergeFileRequest {
  std::string ancestor;
  std::string ours;  ///< gets the result
  std::string theirs;
  size_t marker_size = 7;
};

struct MergeFileReport {
  bool is_clean = true;
  std::vector<FieldConflict> conflicts;
  std::vector<LeftOutComment> left_out;
  /// Why the files were merged by line, as `git merge-file` does; nullopt when they were merged by
  /// field.
  std::optional<std::string> by_line_because;
};

/// Merges three metadata files and writes the result in the place of ours, at once. Where one
/// cannot be merged by field git merges them by line. Needs no repository. Throws `not_found` and
/// `unavailable` when a file cannot be read or written and when git cannot merge them either; ours
/// is as it was then.
MergeFileReport merge_file(const MergeFileRequest& request);

}  // namespace git_session
