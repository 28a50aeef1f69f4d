#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/merge_metadata.h"

namespace git_session {

/// What a metadata file becomes that a merge by line left in disorder.
struct MetadataResolution {
  /// With markers around nothing but the fields that a person must decide, where the text had
  /// conflict markers; the text as it was when a duplicate key needs a person.
  std::string text;
  std::vector<FieldConflict> undecided;
  std::vector<LeftOutComment> left_out;  ///< comments of one side that found no place

  bool is_complete() const { return undecided.empty(); }
};

/// Puts the two sides of git's conflict markers (any style and size) together by field, and unites
/// keys that stand twice: lists are joined, equal values collapse, what says nothing gives way; a
/// pair whose comment would be lost is left to a person. `ancestor` is what both sides come from,
/// for markers that do not show it. The text comes back as it is where everything is left to a
/// person. nullopt when the text has neither. Throws
/// Error(invalid_data) with the line of `text`, where one is to blame, when it cannot be read
/// besides; Error(refused) as merge_metadata() does.
std::optional<MetadataResolution> resolve_metadata(
    const std::string& text, const std::optional<std::string>& ancestor = std::nullopt);

}  // namespace git_session
