#include "store/metadata_conversion.h"

#include <algorithm>
#include <optional>

#include "base/error.h"
#include "base/text.h"
#include "core/fields.h"
#include "core/session.h"
#include "store/metadata_entry.h"
#include "store/metadata_reader.h"
#include "store/metadata_shape.h"
#include "store/shape_conversion.h"
#include "store/splice.h"
#include "yaml/document.h"
#include "yaml/edit.h"
#include "yaml/scalar.h"

namespace git_session {
namespace {

using yaml::Document;
using yaml::NodeRef;

/// Each looks for one field of a section, or for all items of a list.
constexpr int most_steps = 200;
template <typename Owner>
void set_plainly(std::vector<yaml::Edit>& edits, const Field<Owner>& field, const Owner& owner,
                 yaml::Path path, NodeRef node) {
  if (!is_loose(node, field.type)) return;
  Value value = field.get(owner);
  // A value that means nothing stays: only its author knows what was meant.
  if (value.is_null() && !is_absent(node)) return;
  edits.push_back(yaml::Set{std::move(path), value.is_null() ? empty_value(field.type) : value});
}

std::optional<NodeRef> node_at(NodeRef root, const yaml::Path& path) {
  std::optional<NodeRef> node = root;
  for (const yaml::PathPart& part : path)
    if (node) node = node->find(std::get<std::string>(part));
  return node;
}

std::vector<yaml::Edit> edits_of_values(const Document& document, const Session& session) {
  std::vector<yaml::Edit> edits;
  const NodeRef root = document.root();
  for (const SessionField& field : session_fields()) {
    yaml::Path path;
    if (!field.section.empty()) path.emplace_back(std::string(field.section));
    path.emplace_back(std::string(field.key));
    if (auto node = node_at(root, path)) set_plainly(edits, field, session, std::move(path), *node);
  }
  auto outputs = root.find("outputs");
  for (size_t i = 0; outputs && i < std::min(outputs->size(), session.outputs.size()); ++i) {
    for (const OutputField& field : output_fields()) {
      const std::string key(field.key);
      auto node = outputs->item(i).find(key);
      if (node)
        set_plainly(edits, field, session.outputs[i], {std::string("outputs"), i, key}, *node);
    }
  }
  return edits;
}

Session read(const Document& document) {
  Session session;
  read_metadata(document, "", true, session);
  return session;
}

template <typename Owner>
bool have_equal_fields(std::span<const Field<Owner>> fields, const Owner& left,
                       const Owner& right) {
  return std::all_of(fields.begin(), fields.end(), [&](const Field<Owner>& field) {
    return field.get(left) == field.get(right);
  });
}

const Value::Mapping& other_keys(const Stakeholder& person) { return person.extra; }

/// Without the key that names the file where no `file` does.
Value::Mapping other_keys(const Output& output) {
  Value::Mapping keys = output.extra;
  std::erase_if(keys, [&](const auto& pair) {
    const bool may_name = pair.first == "path" || pair.first == "filename" || pair.first == "name";
    return may_name && pair.second == Value(output.file);
  });
  return keys;
}

template <typename Item>
bool have_equal_items(std::span<const Field<Item>> fields, const std::vector<Item>& left,
                      const std::vector<Item>& right) {
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [&](const Item& one, const Item& other) {
                      return have_equal_fields(fields, one, other) &&
                             other_keys(one) == other_keys(other);
                    });
}

/// The keys that are not ours, sorted, under the names that sections have now.
Value::Mapping other_keys(const Session& session) {
  Value::Mapping keys = session.extra;
  for (auto& [name, value] : keys)
    for (const Section& section : sections())
      if (name == section.older_name) name = section.name;
  std::sort(keys.begin(), keys.end(),
            [](const auto& left, const auto& right) { return left.first < right.first; });
  return keys;
}

bool mean_the_same(const Session& left, const Session& right) {
  return have_equal_fields(session_fields(), left, right) &&
         have_equal_items(output_fields(), left.outputs, right.outputs) &&
         have_equal_items(stakeholder_fields(), left.stakeholders, right.stakeholders) &&
         left.links == right.links && left.tags == right.tags && left.notes == right.notes &&
         other_keys(left) == other_keys(right);
}

/// What an edit leaves: to the editor a text is the same with quotes and without.
void quote_loose(NodeRef node, FieldType type, std::vector<Splice>& splices) {
  const bool is_text = type != FieldType::boolean && type != FieldType::integer;
  if (!is_text || node.style() != yaml::Style::plain || !is_loose(node, type)) return;
  splices.push_back({node.begin(), node.end(), yaml::quote_scalar(std::string(node.text()))});
}

std::string with_quotes(const std::string& text) {
  const Document document = Document::parse(text);
  const NodeRef root = document.root();
  std::vector<Splice> splices;
  for (const SessionField& field : session_fields()) {
    yaml::Path path;
    if (!field.section.empty()) path.emplace_back(std::string(field.section));
    path.emplace_back(std::string(field.key));
    if (auto node = node_at(root, path); node && node->is_scalar())
      quote_loose(*node, field.type, splices);
  }
  auto outputs = root.find("outputs");
  for (size_t i = 0; outputs && i < outputs->size(); ++i) {
    for (const OutputField& field : output_fields()) {
      auto node = outputs->item(i).find(field.key);
      if (node && node->is_scalar()) quote_loose(*node, field.type, splices);
    }
  }
  return spliced(text, std::move(splices));
}

}  // namespace

std::string with_schema_values(const std::string& text) {
  const Document document = Document::parse(text);
  const Session session = read(document);
  std::string plain = with_quotes(yaml::apply(text, edits_of_values(document, session)));
  if (!mean_the_same(session, read(Document::parse(plain))))
    throw cannot_convert(document.root(), "the values cannot be written without changing one");
  return plain;
}

std::string to_version_1(const std::string& text) {
  const Document before = Document::parse(text);
  const Session session = read(before);
  std::string converted = text;
  for (int steps = 0;; ++steps) {
    auto next = next_conversion(Document::parse(converted));
    if (!next) break;
    if (steps == most_steps) throw cannot_convert(before.root(), "too much of it lies elsewhere");
    converted = std::move(*next);
  }
  converted = with_schema_values(converted);
  if (!mean_the_same(session, read(Document::parse(converted))))
    throw cannot_convert(before.root(), "the shape cannot be changed without changing a value");
  return converted;
}

}  // namespace git_session
