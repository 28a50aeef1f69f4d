#include "store/merge_trees.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <span>
#include <string_view>

#include "base/line_merge.h"
#include "core/fields.h"
#include "store/merge_status.h"

namespace git_session {
namespace {

constexpr std::array<std::string_view, 3> status_keys = {"current", "closed_at", "archived_at"};
constexpr std::array<std::string_view, 4> retention_keys = {"policy", "expires_at", "reason",
                                                            "before_hold"};

/// A value on each side; nullptr where there is none.
struct Sides {
  const Value* base;
  const Value* ours;
  const Value* theirs;
};

bool is_same(const Value* left, const Value* right) {
  if (left == nullptr || right == nullptr) return left == right;
  return means_same(*left, *right);
}

using Index = std::map<std::string_view, const Value*>;

Index index_of(const Value::Mapping* mapping) {
  Index index;
  if (mapping == nullptr) return index;
  for (const auto& [key, value] : *mapping) index.emplace(key, &value);
  return index;
}

const Value* at(const Index& index, std::string_view key) {
  const auto found = index.find(key);
  return found == index.end() ? nullptr : found->second;
}

/// The pairs of a section that belong together.
template <typename Keys>
Value::Mapping group_of(const Value* section, const Keys& keys) {
  Value::Mapping group;
  if (section == nullptr || section->mapping() == nullptr) return group;
  for (std::string_view key : keys) {
    if (const Value* value = find_value(*section->mapping(), key)) group.emplace_back(key, *value);
  }
  return group;
}

template <typename Keys>
bool is_in(const Keys& keys, std::string_view key) {
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

class Merger {
 public:
  Merger(const MetadataTree& base, const MetadataTree& ours, const MetadataTree& theirs,
         const std::set<std::string>& take_theirs)
      : base_(base), ours_(ours), theirs_(theirs), take_theirs_(take_theirs) {}

  TreeMerge merge() {
    MetadataTree& tree = result_.tree;
    tree.fields = merge_mapping("", &base_.fields, &ours_.fields, &theirs_.fields);
    tree.outputs = merge_items("outputs", base_.outputs, ours_.outputs, theirs_.outputs);
    tree.stakeholders =
        merge_items("stakeholders", base_.stakeholders, ours_.stakeholders, theirs_.stakeholders);
    tree.promotions =
        merge_items("promotions", base_.promotions, ours_.promotions, theirs_.promotions);
    merge_tags();
    return std::move(result_);
  }

 private:
  /// Whether to take theirs where both sides changed something to something else.
  bool decide(const std::string& field) {
    if (known_conflicts_.insert(field).second) result_.conflicts.push_back(field);
    return take_theirs_.contains(field);
  }

  template <typename Thing>
  const Thing& decide(const std::string& field, const Thing& ours, const Thing& theirs) {
    return decide(field) ? theirs : ours;
  }

  Value::Mapping merge_mapping(const std::string& path, const Value::Mapping* base,
                               const Value::Mapping* ours, const Value::Mapping* theirs) {
    const Index old = index_of(base);
    const Index our = index_of(ours);
    const Index their = index_of(theirs);
    Value::Mapping merged;
    const auto merge_key = [&](const std::string& key) {
      const std::string inner = path.empty() ? key : path + "." + key;
      if (auto value = merge_value(inner, {at(old, key), at(our, key), at(their, key)})) {
        merged.emplace_back(key, std::move(*value));
      }
    };
    if (ours != nullptr) {
      for (const auto& [key, value] : *ours) merge_key(key);
    }
    if (theirs != nullptr) {
      for (const auto& [key, value] : *theirs) {
        if (!our.contains(key)) merge_key(key);
      }
    }
    return merged;
  }

  static std::optional<Value> copy_of(const Value* value) {
    return value == nullptr ? std::nullopt : std::optional(*value);
  }

  std::optional<Value> merge_value(const std::string& path, const Sides& sides) {
    if (is_same(sides.ours, sides.theirs) || is_same(sides.theirs, sides.base)) {
      return copy_of(sides.ours);
    }
    if (is_same(sides.ours, sides.base)) return copy_of(sides.theirs);
    if (path == "notes") return merge_notes(sides);
    const auto mapping = [](const Value* value) {
      return value == nullptr ? nullptr : value->mapping();
    };
    const bool are_mappings = (sides.ours == nullptr || mapping(sides.ours) != nullptr) &&
                              (sides.theirs == nullptr || mapping(sides.theirs) != nullptr);
    if (!are_mappings) return copy_of(decide(path) ? sides.theirs : sides.ours);
    Value::Mapping merged =
        path == "status" || path == "retention"
            ? merge_section(path, sides)
            : merge_mapping(path, mapping(sides.base), mapping(sides.ours), mapping(sides.theirs));
    if (merged.empty() && (sides.ours == nullptr || sides.theirs == nullptr)) return std::nullopt;
    return Value(std::move(merged));
  }

  /// A section whose own fields are one value, beside unknown keys.
  Value::Mapping merge_section(const std::string& path, const Sides& sides) {
    const auto keys = path == "status" ? std::span<const std::string_view>(status_keys)
                                       : std::span<const std::string_view>(retention_keys);
    const Value::Mapping base = group_of(sides.base, keys);
    const Value::Mapping ours = group_of(sides.ours, keys);
    const Value::Mapping theirs = group_of(sides.theirs, keys);
    Value::Mapping merged = merge_group(path, base, ours, theirs);
    const auto others = [&](const Value* section) {
      Value::Mapping pairs;
      if (section == nullptr || section->mapping() == nullptr) return pairs;
      for (const auto& pair : *section->mapping()) {
        if (!is_in(keys, pair.first)) pairs.push_back(pair);
      }
      return pairs;
    };
    const Value::Mapping base_others = others(sides.base);
    const Value::Mapping our_others = others(sides.ours);
    const Value::Mapping their_others = others(sides.theirs);
    for (auto& pair : merge_mapping(path, &base_others, &our_others, &their_others)) {
      merged.push_back(std::move(pair));
    }
    return merged;
  }

  Value::Mapping merge_group(const std::string& path, const Value::Mapping& base,
                             const Value::Mapping& ours, const Value::Mapping& theirs) {
    if (means_same(ours, theirs) || means_same(theirs, base)) return ours;
    if (means_same(ours, base)) return theirs;
    if (path == "status") {
      if (auto status = merge_status(base, ours, theirs)) return std::move(*status);
    }
    return decide(path, ours, theirs);
  }

  std::optional<Value> merge_notes(const Sides& sides) {
    static const std::string empty;
    const auto text = [](const Value* value) { return value == nullptr ? &empty : value->text(); };
    const std::string* base = text(sides.base);
    const std::string* ours = text(sides.ours);
    const std::string* theirs = text(sides.theirs);
    if (ours == nullptr || theirs == nullptr) {
      return copy_of(decide("notes") ? sides.theirs : sides.ours);
    }
    LineMergeOptions options{.keep_both_additions = true};
    LineMerge merged = merge_lines(base == nullptr ? empty : *base, *ours, *theirs, options);
    if (!merged.is_clean && decide("notes")) {
      options.prefer_theirs = true;
      merged = merge_lines(base == nullptr ? empty : *base, *ours, *theirs, options);
    }
    if (merged.text.empty()) return std::nullopt;
    return Value(std::move(merged.text));
  }

  using Items = std::vector<MetadataItem>;
  using ItemIndex = std::map<std::string_view, const MetadataItem*>;

  static ItemIndex index_items(const Items& items) {
    ItemIndex index;
    for (const MetadataItem& item : items) index.emplace(item.key, &item);
    return index;
  }

  static const MetadataItem* find_item(const ItemIndex& index, std::string_view key) {
    const auto found = index.find(key);
    return found == index.end() ? nullptr : found->second;
  }

  Items merge_items(const std::string& list, const Items& base, const Items& ours,
                    const Items& theirs) {
    const ItemIndex old = index_items(base);
    const ItemIndex our = index_items(ours);
    const ItemIndex their = index_items(theirs);
    Items merged;
    for (const MetadataItem& item : ours) {
      const MetadataItem* before = find_item(old, item.key);
      if (const MetadataItem* other = find_item(their, item.key)) {
        merged.push_back(merge_item(list, before, item, *other));
      } else if (before == nullptr || !means_same(before->fields, item.fields)) {
        merged.push_back(item);
      }
    }
    for (const MetadataItem& item : theirs) {
      if (our.contains(item.key)) continue;
      const MetadataItem* before = find_item(old, item.key);
      if (before == nullptr || !means_same(before->fields, item.fields)) merged.push_back(item);
    }
    return merged;
  }

  MetadataItem merge_item(const std::string& list, const MetadataItem* base,
                          const MetadataItem& ours, const MetadataItem& theirs) {
    MetadataItem merged = ours;
    const std::string path = list + "." + ours.name;
    const Value::Mapping* old = base == nullptr ? nullptr : &base->fields;
    merged.fields = merge_mapping(path, old, &ours.fields, &theirs.fields);
    return merged;
  }

  void merge_tags() {
    const std::set<std::string> old(base_.tags.begin(), base_.tags.end());
    const std::set<std::string> our(ours_.tags.begin(), ours_.tags.end());
    const std::set<std::string> their(theirs_.tags.begin(), theirs_.tags.end());
    auto& merged = result_.tree.tags;
    for (const std::string& tag : ours_.tags) {
      if (their.contains(tag) || !old.contains(tag)) merged.push_back(tag);
    }
    for (const std::string& tag : theirs_.tags) {
      if (!our.contains(tag) && !old.contains(tag)) merged.push_back(tag);
    }
  }

  const MetadataTree& base_;
  const MetadataTree& ours_;
  const MetadataTree& theirs_;
  const std::set<std::string>& take_theirs_;
  std::set<std::string> known_conflicts_;
  TreeMerge result_;
};

}  // namespace

TreeMerge merge_trees(const MetadataTree& base, const MetadataTree& ours,
                      const MetadataTree& theirs, const std::set<std::string>& take_theirs) {
  return Merger(base, ours, theirs, take_theirs).merge();
}

}  // namespace git_session
