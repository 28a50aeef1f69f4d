#include "store/metadata_shape.h"

#include <stdexcept>
#include <string>

#include "base/time.h"
#include "store/metadata_reader.h"

namespace git_session {

using yaml::NodeRef;

bool is_absent(NodeRef node) {
  return node.is_scalar() && (node.is_null() || node.text().empty() || node.text() == "None");
}

namespace {

bool is_canonical_time(yaml::NodeRef node, FieldType type) {
  const std::string text(node.text());
  if (node.style() == yaml::Style::plain) return false;
  if (type == FieldType::date) return parse_date(text).has_value();
  auto instant = parse_rfc3339(text);
  return instant && format_rfc3339(*instant) == text;
}

}  // namespace

bool is_loose(yaml::NodeRef node, FieldType type) {
  if (!node.is_scalar() || node.is_null() || node.text().empty()) return false;
  if (node.text() == "None") return true;
  const bool is_plain = node.style() == yaml::Style::plain;
  switch (type) {
    case FieldType::boolean:
      return !is_plain || node.value().boolean() == nullptr;
    case FieldType::integer:
      return !is_plain || node.value().integer() == nullptr;
    case FieldType::instant:
    case FieldType::date:
      return !is_canonical_time(node, type);
    case FieldType::text:
      return is_plain && node.value().text() == nullptr;
  }
  return false;
}

const Section& section_named(std::string_view name) {
  for (const Section& section : sections()) {
    if (section.name == name) return section;
  }
  throw std::logic_error("no such section: " + std::string(name));
}

FoundSection find_section(NodeRef root, const Section& section) {
  if (auto node = root.find(section.name)) return {section.name, node};
  if (!section.older_name.empty()) {
    if (auto node = root.find(section.older_name)) return {section.older_name, node};
  }
  return {section.name, std::nullopt};
}

FieldPlace place_of(const yaml::Document& document, std::string_view section_name,
                    std::string_view key) {
  NodeRef root = document.root();
  std::string key_text(key);
  if (section_name.empty()) return {{key_text}, {}, root.find(key).has_value()};
  const Section& section = section_named(section_name);
  FoundSection found = find_section(root, section);
  std::string section_key(found.key);
  bool is_mapping = found.node && found.node->is_mapping();
  bool is_word = found.node && found.node->is_scalar() && !found.node->is_null();
  if (is_mapping && found.node->find(key)) return {{section_key, key_text}, {}, true};
  if (is_word && key == section.scalar_field) return {{section_key}, {}, true};
  if (auto node = root.find(key); node && node->is_scalar()) return {{key_text}, {}, true};
  if (is_mapping) return {{section_key, key_text}, {}, false};
  if (is_word) return {{key_text}, section_key, false};
  if (auto sibling = root.find(section.scalar_field); sibling && sibling->is_scalar()) {
    return {{key_text}, std::string(section.scalar_field), false};
  }
  return {{section_key, key_text}, {}, false};
}

}  // namespace git_session
