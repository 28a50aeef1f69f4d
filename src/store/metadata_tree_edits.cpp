#include "store/metadata_tree_edits.h"

#include <algorithm>
#include <map>
#include <set>
#include <span>
#include <string>
#include <utility>

#include "core/fields.h"
#include "store/metadata_editor.h"
#include "store/metadata_entry.h"
#include "store/metadata_reader.h"
#include "store/metadata_shape.h"

namespace git_session {
namespace {

bool is_filled_collection(const Value& value) {
  return (value.sequence() != nullptr && !value.sequence()->empty()) ||
         (value.mapping() != nullptr && !value.mapping()->empty());
}

using Index = std::map<std::string_view, const Value*>;

Index index_of(const Value::Mapping& mapping) {
  Index index;
  for (const auto& [key, value] : mapping) index.emplace(key, &value);
  return index;
}

template <typename Owner>
const Field<Owner>* find_field(std::span<const Field<Owner>> fields, std::string_view section,
                               std::string_view key) {
  const auto found = std::find_if(fields.begin(), fields.end(), [&](const Field<Owner>& field) {
    return field.section == section && field.key == key;
  });
  return found == fields.end() ? nullptr : &*found;
}

class Planner {
 public:
  Planner(const yaml::Document& document, const MetadataTree& tree)
      : document_(document),
        root_(document.root()),
        now_(read_metadata_tree(document)),
        wanted_(tree),
        editor_(document) {}

  std::vector<yaml::Edit> plan() {
    plan_fields({}, now_.fields, wanted_.fields);
    plan_items("outputs", output_fields(), now_.outputs, wanted_.outputs);
    plan_items("stakeholders", stakeholder_fields(), now_.stakeholders, wanted_.stakeholders);
    plan_items("promotions", std::span<const PromotionField>(), now_.promotions,
               wanted_.promotions);
    plan_tags();
    // Those of the editor are last: it names entries by the numbers they had, and so do ours.
    for (yaml::Edit& edit : editor_.edits()) edits_.push_back(std::move(edit));
    edits_.insert(edits_.end(), removals_.rbegin(), removals_.rend());
    return std::move(edits_);
  }

 private:
  static bool is_section(std::string_view key) {
    return std::any_of(sections().begin(), sections().end(),
                       [&](const Section& section) { return section.name == key; });
  }

  /// The top, or a section of ours.
  void plan_fields(const std::string& section, const Value::Mapping& now,
                   const Value::Mapping& wanted) {
    const Index have = index_of(now);
    const Index want = index_of(wanted);
    for (const auto& [key, value] : now) {
      if (!want.contains(key)) plan_field(section, key, &value, nullptr);
    }
    for (const auto& [key, value] : wanted) {
      const auto found = have.find(key);
      plan_field(section, key, found == have.end() ? nullptr : found->second, &value);
    }
  }

  void plan_field(const std::string& section, const std::string& key, const Value* now,
                  const Value* wanted) {
    if (now != nullptr && wanted != nullptr && means_same(*now, *wanted)) return;
    static const Value nothing = Value(Value::Mapping{});
    const Value& have = now == nullptr ? nothing : *now;
    const Value& want = wanted == nullptr ? nothing : *wanted;
    const bool are_mappings = have.mapping() != nullptr && want.mapping() != nullptr;
    const bool holds_fields = key == "links" || is_section(key);
    if (section.empty() && holds_fields && are_mappings) {
      return plan_fields(key, *have.mapping(), *want.mapping());
    }
    if (section == "links") return plan_link(key, now, wanted);
    if (const SessionField* field = find_field(session_fields(), section, key)) {
      return plan_known_field(*field, now, wanted);
    }
    yaml::Path path;
    if (!section.empty()) {
      path.emplace_back(std::string(find_section(root_, section_named(section)).key));
    }
    path.emplace_back(key);
    change(path, now, wanted);
  }

  void plan_known_field(const SessionField& field, const Value* now, const Value* wanted) {
    const bool is_collection = (now != nullptr && is_filled_collection(*now)) ||
                               (wanted != nullptr && is_filled_collection(*wanted));
    if (is_collection) {
      change(place_of(document_, field.section, field.key).path, now, wanted);
    } else {
      editor_.set(field, wanted == nullptr ? Value() : *wanted);
    }
  }

  void plan_link(const std::string& name, const Value* now, const Value* wanted) {
    const bool is_text = (now == nullptr || now->text() != nullptr) &&
                         (wanted == nullptr || wanted->text() != nullptr);
    if (!is_text) return change({std::string("links"), name}, now, wanted);
    editor_.set_link(name, wanted == nullptr ? std::string() : *wanted->text());
  }

  /// A value at a key that is not ours: only what differs, down into mappings.
  void change(const yaml::Path& path, const Value* now, const Value* wanted) {
    if (wanted == nullptr) {
      edits_.push_back(yaml::Remove{path});
    } else if (now == nullptr) {
      edits_.push_back(yaml::Set{path, *wanted});
    } else if (now->mapping() != nullptr && wanted->mapping() != nullptr &&
               !now->mapping()->empty()) {
      change_mapping(path, *now->mapping(), *wanted->mapping());
    } else if (now->sequence() != nullptr && wanted->sequence() != nullptr) {
      change_sequence(path, *now->sequence(), *wanted->sequence());
    } else if (is_filled_collection(*now) || is_filled_collection(*wanted)) {
      edits_.push_back(yaml::Remove{path});
      edits_.push_back(yaml::Set{path, *wanted, sibling_before(path)});
    } else {
      edits_.push_back(yaml::Set{path, *wanted});
    }
  }

  void change_mapping(const yaml::Path& path, const Value::Mapping& now,
                      const Value::Mapping& wanted) {
    const Index have = index_of(now);
    const Index want = index_of(wanted);
    const auto below = [&](const std::string& key) {
      yaml::Path inner = path;
      inner.emplace_back(key);
      return inner;
    };
    for (const auto& [key, value] : now) {
      if (!want.contains(key)) change(below(key), &value, nullptr);
    }
    for (const auto& [key, value] : wanted) {
      const auto found = have.find(key);
      const Value* before = found == have.end() ? nullptr : found->second;
      if (before == nullptr || !means_same(*before, value)) change(below(key), before, &value);
    }
  }

  /// Items are exchanged from the first on that differs.
  void change_sequence(const yaml::Path& path, const Value::Sequence& now,
                       const Value::Sequence& wanted) {
    size_t common = 0;
    while (common < std::min(now.size(), wanted.size()) &&
           means_same(now[common], wanted[common])) {
      ++common;
    }
    for (size_t i = now.size(); i-- > common;) {
      yaml::Path item = path;
      item.emplace_back(i);
      edits_.push_back(yaml::Remove{std::move(item)});
    }
    for (size_t i = common; i < wanted.size(); ++i) {
      edits_.push_back(yaml::Append{path, wanted[i]});
    }
  }

  /// The key that stands before the last one of a path.
  std::string sibling_before(const yaml::Path& path) const {
    std::optional<yaml::NodeRef> parent = root_;
    for (size_t i = 0; i + 1 < path.size() && parent; ++i) {
      if (const auto* key = std::get_if<std::string>(&path[i])) {
        parent = parent->find(*key);
      } else {
        parent = parent->item(std::get<size_t>(path[i]));
      }
    }
    std::string previous;
    if (!parent) return previous;
    const auto& key = std::get<std::string>(path.back());
    bool is_found = false;
    parent->for_each_pair([&](yaml::NodeRef sibling, yaml::NodeRef) {
      is_found = is_found || sibling.text() == key;
      if (!is_found) previous = sibling.text();
    });
    return is_found ? previous : std::string();
  }

  template <typename Owner>
  void plan_items(const std::string& list, std::span<const Field<Owner>> fields,
                  const std::vector<MetadataItem>& now, const std::vector<MetadataItem>& wanted) {
    std::map<std::string_view, const MetadataItem*> want;
    for (const MetadataItem& item : wanted) want.emplace(item.key, &item);
    std::set<std::string_view> kept;
    std::vector<Value> added;
    for (size_t i = 0; i < now.size(); ++i) {
      const auto found = want.find(now[i].key);
      if (found == want.end()) {
        removals_.push_back(yaml::Remove{{list, i}});
        continue;
      }
      kept.insert(found->first);
      const MetadataItem& item = *found->second;
      if (means_same(now[i].fields, item.fields)) continue;
      if (now[i].is_mapping()) {
        plan_item(list, i, fields, now[i], item);
      } else {
        removals_.push_back(yaml::Remove{{list, i}});
        added.push_back(with_keys(list, item));
      }
    }
    for (const MetadataItem& item : wanted) {
      if (!kept.contains(item.key)) added.push_back(item.written);
    }
    append(list, added);
  }

  /// An entry that was a bare name, as a mapping.
  static Value with_keys(const std::string& list, const MetadataItem& item) {
    Value::Mapping entry;
    entry.emplace_back(list == "outputs" ? "file" : "name", item.written);
    for (const auto& pair : item.fields) entry.push_back(pair);
    return Value(std::move(entry));
  }

  template <typename Owner>
  void plan_item(const std::string& list, size_t index, std::span<const Field<Owner>> fields,
                 const MetadataItem& now, const MetadataItem& wanted) {
    const Index have = index_of(now.fields);
    const Index want = index_of(wanted.fields);
    const auto path = [&](const std::string& key) { return yaml::Path{list, index, key}; };
    for (const auto& [key, value] : now.fields) {
      if (want.contains(key)) continue;
      const Field<Owner>* field = find_field(fields, {}, key);
      if (field == nullptr || is_filled_collection(value)) {
        change(path(key), &value, nullptr);
      } else {
        const bool is_flag = field->type == FieldType::boolean;
        edits_.push_back(yaml::Set{path(key), is_flag ? Value(false) : empty_value(field->type)});
      }
    }
    for (const auto& [key, value] : wanted.fields) {
      const auto found = have.find(key);
      const Value* before = found == have.end() ? nullptr : found->second;
      if (before == nullptr || !means_same(*before, value)) change(path(key), before, &value);
    }
  }

  void append(const std::string& list, const std::vector<Value>& items) {
    if (items.empty()) return;
    const auto node = root_.find(list);
    const bool is_word = node && is_absent(*node) && !node->is_null();
    if (is_word) edits_.push_back(yaml::Set{{list}, Value()});
    for (const Value& item : items) edits_.push_back(yaml::Append{{list}, item});
  }

  void plan_tags() {
    const std::set<std::string_view> have(now_.tags.begin(), now_.tags.end());
    const std::set<std::string_view> want(wanted_.tags.begin(), wanted_.tags.end());
    for (size_t i = 0; i < now_.tags.size(); ++i) {
      if (!want.contains(now_.tags[i])) editor_.remove_tag(i);
    }
    for (const std::string& tag : wanted_.tags) {
      if (!have.contains(tag)) editor_.append_tag(tag);
    }
  }

  const yaml::Document& document_;
  yaml::NodeRef root_;
  const MetadataTree now_;
  const MetadataTree& wanted_;
  MetadataEditor editor_;
  std::vector<yaml::Edit> edits_;
  std::vector<yaml::Edit> removals_;
};

}  // namespace

std::vector<yaml::Edit> edits_toward(const yaml::Document& document, const MetadataTree& tree) {
  return Planner(document, tree).plan();
}

}  // namespace git_session
