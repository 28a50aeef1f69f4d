#include "store/merge_metadata.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "base/error.h"
#include "base/line_merge.h"
#include "base/text.h"
#include "core/fields.h"
#include "store/merge_trees.h"
#include "store/metadata_comments.h"
#include "store/metadata_tree_edits.h"
#include "yaml/document.h"
#include "yaml/edit.h"

namespace git_session {
namespace {

using yaml::Document;
using Names = std::set<std::string>;

constexpr size_t max_conflicts = 50;

/// A version that has been read.
struct Version {
  Document document;
  MetadataTree tree;
};

bool has_newer_schema(const MetadataTree& tree) {
  const Value* schema = find_value(tree.fields, "schema");
  if (schema == nullptr) return false;
  const std::string text = to_text(*schema);
  const bool is_number = !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
  const auto number = parse_integer(text);
  return is_number && (!number || *number > 1);
}

Version read_version(const std::string& text, const std::string& side) {
  try {
    Document document = Document::parse(text);
    if (!document.root().is_mapping()) {
      throw Error(ErrorKind::invalid_data, text.empty() ? "the file is empty" : "it is no mapping");
    }
    MetadataTree tree = read_metadata_tree(document);
    if (has_newer_schema(tree)) {
      throw Error(ErrorKind::refused, "it needs a newer git-session").with_reason("newer-schema");
    }
    return {std::move(document), std::move(tree)};
  } catch (const Error& error) {
    throw Error(error.kind(), side + ": " + error.what(), error.hint())
        .with_reason(error.reason())
        .at_line(error.line());
  }
}

std::optional<Version> read_ancestor(const std::optional<std::string>& text) {
  if (!text || text->empty()) return std::nullopt;
  try {
    return read_version(*text, "ancestor");
  } catch (const Error&) {
    return std::nullopt;
  }
}

class Merger {
 public:
  Merger(const std::optional<std::string>& ancestor, const std::string& ours,
         const std::string& theirs, const MarkerStyle& style)
      : style_(style),
        base_(read_ancestor(ancestor)),
        ours_(read_version(ours, style.our_label)),
        theirs_(read_version(theirs, style.their_label)) {}

  MetadataMerge merge() {
    const std::string& ours = ours_.document.source();
    const std::string& theirs = theirs_.document.source();
    if (base_ && base_->document.source() == ours) return {theirs, {}, {}};
    if (ours == theirs || (base_ && base_->document.source() == theirs)) return {ours, {}, {}};
    const TreeMerge merged = merge_with({});
    if (merged.conflicts.size() > max_conflicts) {
      throw Error(ErrorKind::refused,
                  std::to_string(merged.conflicts.size()) + " fields differ on both sides")
          .with_reason("too-many-conflicts");
    }
    MetadataMerge result;
    result.text = merged_text(merged.tree);
    result.left_out = left_out_of(result.text);
    if (!merged.conflicts.empty()) mark_conflicts(merged.conflicts, result);
    return result;
  }

 private:
  TreeMerge merge_with(const Names& take_theirs) const {
    static const MetadataTree nothing;
    return merge_trees(base_ ? base_->tree : nothing, ours_.tree, theirs_.tree, take_theirs);
  }

  LineMerge by_line(bool share_common_lines) const {
    return merge_lines(base_ ? base_->document.source() : std::string(), ours_.document.source(),
                       theirs_.document.source(),
                       {.keep_both_additions = true, .share_common_lines = share_common_lines});
  }

  /// A merge by line keeps the comments of both sides, so it comes first where it says the same.
  /// Where it does not, it is the better start for edits as long as ours loses comments of theirs.
  std::string merged_text(const MetadataTree& tree) const {
    const std::string candidates[] = {by_line(false).text, by_line(true).text};
    for (const std::string& candidate : candidates) {
      if (says(candidate, tree, false)) return candidate;
    }
    std::string text = edited(ours_.document, tree);
    for (const std::string& candidate : candidates) {
      const size_t lost = left_out_of(text).size();
      if (lost == 0) break;
      const auto other = edited_candidate(candidate, tree);
      if (other && left_out_of(*other).size() < lost) text = *other;
    }
    return text;
  }

  static std::optional<std::string> edited_candidate(const std::string& candidate,
                                                     const MetadataTree& tree) {
    try {
      const Document document = Document::parse(candidate);
      if (document.root().is_mapping()) return edited(document, tree);
    } catch (const Error&) {
      // Its lines do not fit together; it was an attempt.
    }
    return std::nullopt;
  }

  static bool says(const std::string& text, const MetadataTree& tree, bool any_order) {
    try {
      const Document document = Document::parse(text);
      return document.root().is_mapping() &&
             means_same(read_metadata_tree(document), tree, any_order);
    } catch (const Error&) {
      return false;
    }
  }

  static std::string edited(const Document& document, const MetadataTree& tree) {
    std::string text = yaml::apply(document.source(), edits_toward(document, tree));
    if (!says(text, tree, true)) {
      throw Error(ErrorKind::refused, "the edits would not say what the merge means")
          .with_reason("cannot-edit");
    }
    return text;
  }

  struct Group {
    std::vector<std::string> fields;
    std::string theirs;  ///< the merged text with their values of these fields
    LineRange range;
  };

  Group group_of(std::vector<std::string> fields, const Document& document) const {
    Group group{std::move(fields), {}, {}};
    const TreeMerge merged = merge_with(Names(group.fields.begin(), group.fields.end()));
    // Whether it says that is found out at the end, for all groups at once.
    group.theirs = yaml::apply(document.source(), edits_toward(document, merged.tree));
    group.range = differing_lines(document.source(), group.theirs);
    return group;
  }

  void mark_conflicts(const std::vector<std::string>& conflicts, MetadataMerge& result) const {
    const Document document = Document::parse(result.text);
    const MetadataTree their_choice = merge_with(Names(conflicts.begin(), conflicts.end())).tree;
    for (const bool is_apart : {true, false}) {
      const std::vector<Group> groups =
          is_apart ? groups_apart(conflicts, document) : std::vector{group_of(conflicts, document)};
      const ConflictText marked = with_markers(document.source(), groups);
      const auto sides = split_conflicts(marked.text);
      if (!sides || !says(sides->ours, read_metadata_tree(document), true) ||
          !says(sides->theirs, their_choice, true)) {
        continue;
      }
      for (size_t i = 0; i < groups.size(); ++i) {
        for (const std::string& field : groups[i].fields) {
          result.conflicts.push_back({field, marked.lines[i]});
        }
      }
      result.text = marked.text;
      return;
    }
    throw Error(ErrorKind::refused, "the fields in conflict cannot be shown apart")
        .with_reason("cannot-edit");
  }

  /// In the order of the text; fields whose lines overlap share their markers.
  std::vector<Group> groups_apart(const std::vector<std::string>& conflicts,
                                  const Document& document) const {
    std::vector<Group> groups;
    for (const std::string& field : conflicts) groups.push_back(group_of({field}, document));
    while (true) {
      std::stable_sort(groups.begin(), groups.end(), [](const Group& left, const Group& right) {
        return left.range.begin < right.range.begin;
      });
      const auto first = std::adjacent_find(
          groups.begin(), groups.end(),
          [](const Group& one, const Group& next) { return next.range.begin < one.range.end; });
      if (first == groups.end()) return groups;
      std::vector<std::string> fields = first->fields;
      const auto second = std::next(first);
      fields.insert(fields.end(), second->fields.begin(), second->fields.end());
      *first = group_of(std::move(fields), document);
      groups.erase(second);
    }
  }

  ConflictText with_markers(const std::string& text, const std::vector<Group>& groups) const {
    std::vector<Disagreement> disagreements;
    for (const Group& group : groups) {
      disagreements.push_back({join(group.fields, ", "), group.theirs});
    }
    return write_conflicts(text, disagreements, style_);
  }

  std::vector<LeftOutComment> left_out_of(const std::string& text) const {
    std::map<std::string, int> known;
    if (base_) {
      for (const auto& comment : comments_of(base_->document)) ++known[comment.text];
    }
    std::map<std::string, int> kept;
    for (const auto& comment : comments_of(Document::parse(text))) ++kept[comment.text];
    std::vector<LeftOutComment> left_out;
    for (const auto& [comment, line] : comments_of(theirs_.document)) {
      const bool is_theirs = known[comment]-- <= 0;
      const bool is_there = kept[comment]-- > 0;
      if (is_theirs && !is_there) left_out.push_back({comment, line});
    }
    return left_out;
  }

  const MarkerStyle& style_;
  std::optional<Version> base_;
  Version ours_;
  Version theirs_;
};

}  // namespace

MetadataMerge merge_metadata(const std::optional<std::string>& ancestor, const std::string& ours,
                             const std::string& theirs, const MarkerStyle& style) {
  return Merger(ancestor, ours, theirs, style).merge();
}

}  // namespace git_session
