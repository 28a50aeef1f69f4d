#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace git_session {

/// The sides of a text that git has put conflict markers into.
struct ConflictSides {
  std::string ours;
  std::string theirs;
  std::optional<std::string> base;  ///< when every conflict shows it (diff3, zdiff3)
  std::string our_label;            ///< of the first conflict: a branch, mostly
  std::string their_label;
  size_t marker_size = 7;
};
/// nullopt when the text has no conflict. Markers of any size from 7 on are known, with any line
/// endings; in a conflict only those of its own size count. Throws Error(invalid_data) with the
/// line when a conflict does not end.
std::optional<ConflictSides> split_conflicts(std::string_view text);

/// Where another text differs, and the field that it is about.
struct Disagreement {
  std::string fields;  ///< for the markers
  std::string theirs;  ///< the text with their value
};
struct ConflictText {
  std::string text;
  std::vector<int> lines;  ///< of the markers that begin each conflict
};
struct MarkerStyle {
  size_t size = 7;
  std::string our_label = "ours";
  std::string their_label = "theirs";
};
/// `ours` with markers around the lines in which each of the others differs from it, as git would
/// write them. The lines of different conflicts must not overlap.
ConflictText write_conflicts(const std::string& ours, const std::vector<Disagreement>& others,
                             const MarkerStyle& style);

/// The bytes of `text`, whole lines, that another text has differently.
struct LineRange {
  size_t begin = 0;
  size_t end = 0;
  std::string other;  ///< what that text has in their place
};
LineRange differing_lines(std::string_view text, std::string_view other);

}  // namespace git_session
