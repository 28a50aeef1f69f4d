#pragma once

#include <string>
#include <string_view>

namespace git_session {

struct LineMergeOptions {
  /// What both sides added at the same place is kept, ours first; else it is a conflict.
  bool keep_both_additions = false;
  /// Lines that both sides begin or end their change with count once.
  bool share_common_lines = true;
  /// Whose lines stand for a conflict.
  bool prefer_theirs = false;
};

struct LineMerge {
  std::string text;
  bool is_clean = true;
};

/// Three texts merged by line. Whether the text ends in a line feed is merged like a line. Where
/// the sides differ by more than can be compared in a moment, the whole differing part is one
/// change.
LineMerge merge_lines(std::string_view base, std::string_view ours, std::string_view theirs,
                      const LineMergeOptions& options = {});

}  // namespace git_session
