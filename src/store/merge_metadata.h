#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/conflict_text.h"

namespace git_session {

/// A field that both sides changed to different values.
struct FieldConflict {
  std::string field;  ///< "context.project", "outputs.review.md.agent"
  int line = 0;       ///< of the marker in the merged text that begins it
};

/// A comment that their side added and that found no place.
struct LeftOutComment {
  std::string text;
  int line = 0;  ///< in their text
};

struct MetadataMerge {
  std::string text;
  std::vector<FieldConflict> conflicts;
  std::vector<LeftOutComment> left_out;
};

/// Three versions of a metadata file put together by field, as merge_trees() says, in whatever
/// shape each has; the other side's bytes where one changed nothing. Where a merge by line says the
/// same it is taken; else the result is `ours`, in its own shape, edited where it must say
/// something else: its comments, order, quoting and line endings survive. Around the lines of a
/// conflict stand markers that name the field. `ancestor` is nullopt (or empty) when both sides
/// made the file. Nothing of what the three say is trusted. Throws Error(invalid_data) with the
/// line when ours or theirs, which the message names, cannot be read or is no mapping;
/// Error(refused) when one has a newer schema ("newer-schema"), when the editor refuses
/// ("cannot-edit", "too-large"), or when more than 50 fields are in conflict
/// ("too-many-conflicts"). An ancestor that cannot be read counts as absent.
MetadataMerge merge_metadata(const std::optional<std::string>& ancestor, const std::string& ours,
                             const std::string& theirs, const MarkerStyle& style = {});

}  // namespace git_session
