#include "store/resolve_metadata.h"

#include "base/error.h"
#include "yaml/duplicate_keys.h"

namespace git_session {
namespace {

/// The label without the field that our own merge put behind it.
std::string side_label(const std::string& label, const std::string& usual) {
  return label.empty() || label.starts_with(usual + ' ') ? usual : label;
}

std::optional<MetadataResolution> unite_duplicates(const std::string& text) {
  const auto duplicates = yaml::find_duplicate_keys(text);
  if (duplicates.empty()) return std::nullopt;
  MetadataResolution result{duplicates.front().first, {}, {}};
  for (const yaml::DuplicateKey& duplicate : duplicates) {
    bool is_united = false;
    if (!duplicate.first.empty()) {
      MetadataMerge merged = merge_metadata(duplicate.neither, result.text, duplicate.later);
      is_united = merged.conflicts.empty() && merged.left_out.empty();
      if (is_united) result.text = std::move(merged.text);
    }
    if (!is_united) result.undecided.push_back({duplicate.name, duplicate.line});
  }
  if (!result.is_complete()) result.text = text;
  return result;
}

/// One side of a conflict, which a merge before may have left with duplicates.
std::string readable_side(const std::string& text, const std::string& label) {
  const auto united = unite_duplicates(text);
  if (!united) return text;
  if (united->is_complete()) return united->text;
  throw Error(ErrorKind::invalid_data,
              label + ": duplicate key '" + united->undecided.front().field + "'",
              "resolve the conflict in an editor");
}

std::optional<std::string> readable_ancestor(const std::optional<std::string>& text) {
  if (!text) return std::nullopt;
  try {
    return readable_side(*text, "ancestor");
  } catch (const Error&) {
    return std::nullopt;
  }
}

}  // namespace

std::optional<MetadataResolution> resolve_metadata(const std::string& text) {
  const auto sides = split_conflicts(text);
  if (!sides) return unite_duplicates(text);
  const MarkerStyle style{sides->marker_size, side_label(sides->our_label, "ours"),
                          side_label(sides->their_label, "theirs")};
  MetadataMerge merged =
      merge_metadata(readable_ancestor(sides->base), readable_side(sides->ours, style.our_label),
                     readable_side(sides->theirs, style.their_label), style);
  return MetadataResolution{std::move(merged.text), std::move(merged.conflicts),
                            std::move(merged.left_out)};
}

}  // namespace git_session
