#include "store/metadata_tree.h"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <set>

#include "base/text.h"
#include "core/fields.h"
#include "core/session.h"
#include "store/metadata_reader.h"
#include "store/metadata_shape.h"

namespace git_session {
namespace {

using yaml::NodeRef;

/// A field of ours as we would write it; text that does not fit as it is; null when it says
/// nothing.
template <typename Owner>
Value normal_value(const Field<Owner>& field, NodeRef node) {
  if (is_absent(node)) return {};
  if (!node.is_scalar()) return node.value();
  Owner owner;
  if (!field.set(owner, node.text())) return Value(std::string(node.text()));
  Value value = field.get(owner);
  const bool is_default_flag = value.boolean() != nullptr && !*value.boolean();
  return is_default_flag ? Value() : value;
}

std::optional<NodeRef> node_at(NodeRef root, const yaml::Path& path) {
  std::optional<NodeRef> node = root;
  for (const yaml::PathPart& part : path) {
    if (node) node = node->find(std::get<std::string>(part));
  }
  return node;
}

/// A text that only the same value has.
void describe_value(const Value& value, std::string& out) {
  if (const auto* mapping = value.mapping()) {
    for (const auto& [key, inner] : *mapping) {
      out += '{' + key + ':';
      describe_value(inner, out);
    }
    out += '}';
  } else if (const auto* sequence = value.sequence()) {
    for (const Value& inner : *sequence) {
      out += '[';
      describe_value(inner, out);
    }
    out += ']';
  } else {
    out += to_text(value) + ',';
  }
}

class Reader {
 public:
  explicit Reader(const yaml::Document& document) : document_(document), root_(document.root()) {
    for (const Section& section : sections()) {
      section_keys_.emplace(find_section(root_, section).key, &section);
    }
  }

  MetadataTree read() {
    for (const SessionField& field : session_fields()) read_field(field);
    read_items("outputs", tree_.outputs, &Reader::read_output);
    read_items("stakeholders", tree_.stakeholders, &Reader::read_stakeholder);
    const bool is_ledger = !root_.find("session_id") && !root_.find("outputs");
    if (is_ledger) read_items("promotions", tree_.promotions, &Reader::read_promotion);
    read_tags();
    read_links();
    read_the_rest();
    return std::move(tree_);
  }

 private:
  void put(std::string_view section, std::string_view key, Value value) {
    if (section.empty()) {
      tree_.fields.emplace_back(key, std::move(value));
      return;
    }
    const auto found = std::find_if(tree_.fields.begin(), tree_.fields.end(),
                                    [&](const auto& pair) { return pair.first == section; });
    if (found != tree_.fields.end()) {
      found->second.mapping()->emplace_back(key, std::move(value));
      return;
    }
    Value::Mapping inner;
    inner.emplace_back(key, std::move(value));
    tree_.fields.emplace_back(section, std::move(inner));
  }

  void read_field(const SessionField& field) {
    const FieldPlace place = place_of(document_, field.section, field.key);
    const auto node = place.present ? node_at(root_, place.path) : std::nullopt;
    if (!node) return;
    if (place.path.size() == 1) used_keys_.insert(std::get<std::string>(place.path.front()));
    Value value = normal_value(field, *node);
    if (!value.is_null()) put(field.section, field.key, std::move(value));
  }

  void read_items(const std::string& list, std::vector<MetadataItem>& items,
                  MetadataItem (*read_item)(NodeRef)) {
    const auto node = root_.find(list);
    if (!node || (!node->is_sequence() && !is_absent(*node))) return;
    used_keys_.insert(list);
    std::map<std::string, int> seen;
    node->for_each_item([&](NodeRef item) {
      MetadataItem read = read_item(item);
      // The second of the same name is another one.
      if (const int number = seen[read.key]++; number > 0) {
        read.key += '\0' + std::to_string(number);
      }
      items.push_back(std::move(read));
    });
  }

  template <typename Owner>
  static void read_item_fields(NodeRef node, std::span<const Field<Owner>> fields,
                               std::string_view key_of_item, MetadataItem& item) {
    node.for_each_pair([&](NodeRef key, NodeRef value) {
      if (key.text() == key_of_item) return;
      for (const Field<Owner>& field : fields) {
        if (field.key != key.text()) continue;
        Value normal = normal_value(field, value);
        if (!normal.is_null()) item.fields.emplace_back(key.text(), std::move(normal));
        return;
      }
      item.fields.emplace_back(key.text(), value.value());
    });
  }

  static void name_by_content(MetadataItem& item) {
    item.name = "an entry without a name";
    item.key = '\0';
    describe_value(item.written, item.key);
  }

  static MetadataItem read_output(NodeRef node) {
    MetadataItem item;
    item.written = node.value();
    std::string_view key_of_name;
    if (node.is_scalar() && !is_absent(node)) item.key = node.text();
    for (std::string_view key : {"file", "path", "filename", "name"}) {
      const auto name = node.find(key);
      if (!item.key.empty() || !name || !name->is_scalar() || is_absent(*name)) continue;
      item.key = name->text();
      key_of_name = key;
    }
    item.name = item.key;
    if (item.key.empty()) name_by_content(item);
    read_item_fields(node, output_fields(), key_of_name, item);
    // As it reads everywhere.
    std::erase_if(item.fields, [](const auto& pair) {
      return pair.first == "agent" && pair.second == Value("unknown");
    });
    return item;
  }

  static MetadataItem read_stakeholder(NodeRef node) {
    MetadataItem item;
    item.written = node.value();
    if (node.is_scalar() && !is_absent(node)) item.key = node.text();
    for (std::string_view key : {"email", "name"}) {
      const auto name = node.find(key);
      if (item.key.empty() && name && name->is_scalar() && !is_absent(*name)) {
        item.key = to_lower_ascii(name->text());
      }
    }
    item.name = item.key;
    if (item.key.empty()) name_by_content(item);
    read_item_fields(node, stakeholder_fields(), {}, item);
    for (auto& [key, value] : item.fields) {
      if (key == "email" && value.text() != nullptr) value = Value(to_lower_ascii(*value.text()));
    }
    return item;
  }

  static MetadataItem read_promotion(NodeRef node) {
    MetadataItem item;
    item.written = node.value();
    std::vector<std::string> parts;
    for (std::string_view key : {"session_id", "source_file", "promoted_at"}) {
      const auto part = node.find(key);
      if (part && part->is_scalar() && !is_absent(*part)) parts.emplace_back(part->text());
    }
    item.name = item.key = join(parts, " ");
    if (item.key.empty()) name_by_content(item);
    node.for_each_pair(
        [&](NodeRef key, NodeRef value) { item.fields.emplace_back(key.text(), value.value()); });
    return item;
  }

  void read_tags() {
    const auto node = root_.find("tags");
    if (!node) return;
    if (is_absent(*node)) {
      used_keys_.insert("tags");
    } else if (node->is_scalar()) {
      used_keys_.insert("tags");
      for (const std::string& tag : split(node->text(), ',')) {
        if (!trim(tag).empty()) tree_.tags.emplace_back(trim(tag));
      }
    } else if (node->is_sequence()) {
      bool are_words = true;
      node->for_each_item([&](NodeRef item) { are_words = are_words && item.is_scalar(); });
      if (!are_words) return;
      used_keys_.insert("tags");
      node->for_each_item([&](NodeRef item) { tree_.tags.emplace_back(item.text()); });
    }
  }

  void read_links() {
    const auto node = root_.find("links");
    if (!node || (!node->is_mapping() && !is_absent(*node))) return;
    used_keys_.insert("links");
    node->for_each_pair([&](NodeRef key, NodeRef value) {
      if (is_absent(value)) return;
      put("links", key.text(),
          value.is_scalar() ? Value(std::string(value.text())) : value.value());
    });
  }

  const Section* section_with_key(std::string_view key) const {
    const auto found = section_keys_.find(key);
    return found == section_keys_.end() ? nullptr : found->second;
  }

  void read_the_rest() {
    root_.for_each_pair([&](NodeRef key, NodeRef value) {
      if (used_keys_.contains(key.text())) return;
      const Section* section = section_with_key(key.text());
      if (section != nullptr && value.is_mapping()) {
        read_unknown_keys(*section, value);
      } else if (section != nullptr && is_absent(value)) {
        return;
      } else if (key.text() != "schema" || value.text() != "1") {
        put({}, key.text(), value.value());
      }
    });
  }

  void read_unknown_keys(const Section& section, NodeRef node) {
    node.for_each_pair([&](NodeRef key, NodeRef value) {
      const SessionField* field = find_session_field(path_of(section.name, key.text()));
      if (field == nullptr) put(section.name, key.text(), value.value());
    });
  }

  const yaml::Document& document_;
  NodeRef root_;
  MetadataTree tree_;
  std::set<std::string, std::less<>> used_keys_;
  std::map<std::string_view, const Section*> section_keys_;  ///< as this file calls them
};

using Pairs = std::vector<const std::pair<std::string, Value>*>;

Pairs sorted(const Value::Mapping& mapping) {
  Pairs pairs;
  for (const auto& pair : mapping) pairs.push_back(&pair);
  std::sort(pairs.begin(), pairs.end(),
            [](const auto* left, const auto* right) { return left->first < right->first; });
  return pairs;
}

bool same_items(std::vector<MetadataItem> left, std::vector<MetadataItem> right, bool any_order) {
  if (any_order) {
    const auto by_key = [](const MetadataItem& one, const MetadataItem& other) {
      return one.key < other.key;
    };
    std::sort(left.begin(), left.end(), by_key);
    std::sort(right.begin(), right.end(), by_key);
  }
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [](const MetadataItem& one, const MetadataItem& other) {
                      return one.key == other.key && means_same(one.fields, other.fields);
                    });
}

}  // namespace

MetadataTree read_metadata_tree(const yaml::Document& document) { return Reader(document).read(); }

bool means_same(const Value::Mapping& left, const Value::Mapping& right) {
  if (left.size() != right.size()) return false;
  const Pairs ours = sorted(left);
  const Pairs theirs = sorted(right);
  return std::equal(ours.begin(), ours.end(), theirs.begin(),
                    [](const auto* one, const auto* other) {
                      return one->first == other->first && means_same(one->second, other->second);
                    });
}

bool means_same(const Value& left, const Value& right) {
  if (left.mapping() != nullptr && right.mapping() != nullptr) {
    return means_same(*left.mapping(), *right.mapping());
  }
  if (left.sequence() != nullptr && right.sequence() != nullptr) {
    return std::equal(left.sequence()->begin(), left.sequence()->end(), right.sequence()->begin(),
                      right.sequence()->end(),
                      [](const Value& one, const Value& other) { return means_same(one, other); });
  }
  return left == right;
}

bool means_same(const MetadataTree& left, const MetadataTree& right, bool any_order) {
  return means_same(left.fields, right.fields) && left.tags == right.tags &&
         same_items(left.outputs, right.outputs, any_order) &&
         same_items(left.stakeholders, right.stakeholders, any_order) &&
         same_items(left.promotions, right.promotions, any_order);
}

const Value* find_value(const Value::Mapping& mapping, std::string_view key) {
  const auto found = std::find_if(mapping.begin(), mapping.end(),
                                  [&](const auto& pair) { return pair.first == key; });
  return found == mapping.end() ? nullptr : &found->second;
}

}  // namespace git_session
