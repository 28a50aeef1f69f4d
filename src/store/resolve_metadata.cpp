#include "store/resolve_metadata.h"

#include <algorithm>

#include "base/error.h"
#include "base/text.h"
#include "core/fields.h"
#include "yaml/duplicate_keys.h"

namespace git_session {
namespace {

/// Whether it is one, as a merge of these sides names it.
bool is_field_name(std::string_view name, const ConflictSides& sides) {
  const std::string first(name.substr(0, name.find('.')));
  for (std::string_view list : {"outputs", "stakeholders", "links", "tags", "notes"})
    if (first == list) return true;
  for (const SessionField& field : session_fields())
    if (first == (field.section.empty() ? field.key : field.section)) return true;
  const std::string line = "\n" + first + ":";
  return !first.empty() && (("\n" + sides.ours).find(line) != std::string::npos ||
                            ("\n" + sides.theirs).find(line) != std::string::npos);
}

/// The label without the fields that our own merge put behind it.
std::string side_label(const std::string& label, const ConflictSides& sides,
                       const std::string& usual) {
  for (size_t blank = label.find(' '); blank != label.npos; blank = label.find(' ', blank + 1)) {
    std::vector<std::string> names = split(std::string_view(label).substr(blank + 1), ',');
    if (std::all_of(names.begin(), names.end(),
                    [&](const std::string& name) { return is_field_name(trim(name), sides); }))
      return label.substr(0, blank);
  }
  return label.empty() ? usual : label;
}

/// Whether only the places of markers and their labels differ.
bool has_sides(const std::string& text, const ConflictSides& sides) {
  const auto others = split_conflicts(text);
  return others && others->ours == sides.ours && others->theirs == sides.theirs;
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

std::optional<MetadataResolution> resolve_metadata(const std::string& text,
                                                   const std::optional<std::string>& ancestor) {
  const auto sides = split_conflicts(text);
  if (!sides) return unite_duplicates(text);
  const MarkerStyle style{sides->marker_size, side_label(sides->our_label, *sides, "ours"),
                          side_label(sides->their_label, *sides, "theirs")};
  MetadataMerge merged = merge_metadata(readable_ancestor(sides->base ? sides->base : ancestor),
                                        readable_side(sides->ours, style.our_label),
                                        readable_side(sides->theirs, style.their_label), style);
  if (has_sides(merged.text, *sides)) merged.text = text;
  return MetadataResolution{std::move(merged.text), std::move(merged.conflicts),
                            std::move(merged.left_out)};
}

}  // namespace git_session
