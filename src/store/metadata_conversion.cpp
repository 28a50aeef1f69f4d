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
#include "yaml/document.h"
#include "yaml/edit.h"
#include "yaml/layout.h"
#include "yaml/lines.h"
#include "yaml/scalar.h"

namespace git_session {
namespace {

using yaml::Document;
using yaml::NodeRef;

constexpr int most_splices = 10000;
constexpr std::string_view indent = "  ";

Error cannot_convert(NodeRef node, const std::string& what) {
  return Error(ErrorKind::refused, what, "edit that line by hand")
      .with_reason("cannot-edit")
      .at_line(node.line());
}

/// One place of a text, and what shall stand there.
struct Splice {
  size_t begin = 0;
  size_t end = 0;
  std::string text = {};
};

std::string spliced(const std::string& text, const Splice& splice) {
  return text.substr(0, splice.begin) + splice.text + text.substr(splice.end);
}

/// Finds, in one state of the text, the first thing that version 1 has elsewhere.
class Conversion {
 public:
  explicit Conversion(const Document& document)
      : text_(document.source()), root_(document.root()), layout_(document) {}

  std::optional<std::string> next() const {
    if (!root_.is_mapping()) return std::nullopt;
    for (const Section& section : sections())
      if (auto text = convert_section(section)) return text;
    for (std::string_view list : {"outputs", "stakeholders"})
      if (auto text = convert_items(list)) return text;
    return convert_tags();
  }

 private:
  std::string line_ending() const { return std::string(yaml::first_line_ending(text_)); }

  size_t index_of(std::string_view key) const {
    size_t index = 0;
    while (root_.key(index).text() != key) ++index;
    return index;
  }

  std::optional<std::string> convert_section(const Section& section) const {
    auto node = root_.find(section.name);
    auto older = section.older_name.empty() ? std::nullopt : root_.find(section.older_name);
    if (!node && older && older->is_mapping()) return renamed(section);
    if (node && node->is_scalar() && !is_absent(*node)) return wrapped(section, *node);
    if (auto moved = move_member(section, node)) return moved;
    if (node && node->is_mapping()) return std::nullopt;
    if (node && node->is_sequence()) {
      throw cannot_convert(*node, "'" + std::string(section.name) + "' is a list");
    }
    yaml::Path path = {std::string(section.name), std::string(section.scalar_field)};
    return yaml::apply(text_, {yaml::Set{std::move(path), Value("")}});
  }

  std::string renamed(const Section& section) const {
    NodeRef key = root_.key(index_of(section.older_name));
    return spliced(text_, {key.begin(), key.end(), std::string(section.name)});
  }

  /// `status: closed  # why` becomes a mapping that has the word, and the comment, in its field.
  std::string wrapped(const Section& section, NodeRef word) const {
    const size_t index = index_of(section.name);
    auto colon = layout_.colon(root_, index);
    require_one_line(root_.key(index), word);
    std::string text = line_ending() + std::string(indent) + std::string(section.scalar_field);
    return spliced(text_, {*colon + 1, word.begin(), text + ": "});
  }

  void require_one_line(NodeRef key, NodeRef value) const {
    const bool is_plain_pair = key.is_scalar() && value.is_scalar() &&
                               yaml::column_of(text_, key.begin()) == 0 &&
                               yaml::line_begin(text_, value.end()) == key.begin();
    if (!is_plain_pair)
      throw cannot_convert(key, "'" + std::string(key.text()) + "' is not written on one line");
  }

  /// The first field of the section that stands at the top goes under it, with its whole line.
  std::optional<std::string> move_member(const Section& section,
                                         std::optional<NodeRef> mapping) const {
    for (size_t index = 0; index < root_.size(); ++index) {
      NodeRef key = root_.key(index);
      NodeRef value = root_.item(index);
      const SessionField* field = find_session_field(path_of(section.name, key.text()));
      bool is_member =
          field && field->section == section.name && field->key == key.text() && value.is_scalar();
      if (!is_member || (mapping && mapping->find(key.text()))) continue;
      require_one_line(key, value);
      return mapping && mapping->is_mapping() ? moved_into(*mapping, key) : begun(section, key);
    }
    return std::nullopt;
  }

  std::string begun(const Section& section, NodeRef key) const {
    return spliced(text_, {key.begin(), key.begin(),
                           std::string(section.name) + ":" + line_ending() + std::string(indent)});
  }

  std::string moved_into(NodeRef mapping, NodeRef key) const {
    const size_t begin = key.begin();
    const size_t end = yaml::next_line(text_, begin);
    std::string line = text_.substr(begin, end - begin);
    if (!line.ends_with('\n')) line += line_ending();
    const yaml::Boundary place = layout_.boundary(mapping, mapping.size() - 1);
    std::string moved = std::string(layout_.column(mapping), ' ') + line;
    if (!place.is_at_line_start) moved = line_ending() + moved;
    if (place.position <= begin) {
      return spliced(spliced(text_, {begin, end, ""}), {place.position, place.position, moved});
    }
    return spliced(spliced(text_, {place.position, place.position, moved}), {begin, end, ""});
  }

  std::optional<std::string> convert_items(std::string_view list) const {
    auto node = root_.find(list);
    if (!node || !node->is_sequence()) return std::nullopt;
    const std::string key = list == "outputs" ? "file" : "name";
    for (size_t index = 0; index < node->size(); ++index) {
      NodeRef item = node->item(index);
      if (item.is_scalar() && !is_absent(item))
        return spliced(text_, {item.begin(), item.begin(), key + ": "});
      if (list != "outputs" || !item.is_mapping() || item.find("file")) continue;
      for (std::string_view other : {"path", "filename", "name"}) {
        auto value = item.find(other);
        if (!value || !value->is_scalar() || is_absent(*value)) continue;
        size_t pair = 0;
        while (item.key(pair).text() != other) ++pair;
        return spliced(text_, {item.key(pair).begin(), item.key(pair).end(), key});
      }
    }
    return std::nullopt;
  }

  /// `tags: a, b` becomes a list in the same line.
  std::optional<std::string> convert_tags() const {
    auto node = root_.find("tags");
    if (!node || !node->is_scalar() || is_absent(*node)) return std::nullopt;
    std::vector<std::string> tags;
    for (const std::string& tag : split(node->text(), ','))
      if (!trim(tag).empty()) tags.push_back(yaml::quote_scalar(std::string(trim(tag))));
    return spliced(text_, {node->begin(), node->end(), "[" + join(tags, ", ") + "]"});
  }

  const std::string& text_;
  NodeRef root_;
  yaml::Layout layout_;
};

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
  std::sort(splices.begin(), splices.end(),
            [](const Splice& left, const Splice& right) { return left.begin > right.begin; });
  std::string quoted = text;
  for (const Splice& splice : splices) quoted = spliced(quoted, splice);
  return quoted;
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
  for (int splices = 0; splices < most_splices; ++splices) {
    auto next = Conversion(Document::parse(converted)).next();
    if (!next) break;
    converted = std::move(*next);
  }
  converted = with_schema_values(converted);
  if (!mean_the_same(session, read(Document::parse(converted))))
    throw cannot_convert(before.root(), "the shape cannot be changed without changing a value");
  return converted;
}

}  // namespace git_session
