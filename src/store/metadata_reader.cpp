#include "store/metadata_reader.h"

#include <algorithm>
#include <array>
#include <limits>

#include "base/error.h"
#include "base/text.h"
#include "store/metadata_shape.h"

namespace git_session {
namespace {

using yaml::NodeRef;

/// Keys at the top that no section owns.
constexpr std::array<std::string_view, 8> plain_keys = {
    "schema", "session_id", "created_at", "outputs", "stakeholders", "links", "tags", "notes"};

std::string how_to_write(FieldType type, const std::string& name) {
  switch (type) {
    case FieldType::instant:
      return "write a time as 2025-11-22T08:00:00Z";
    case FieldType::date:
      return "write a day as 2025-11-22";
    case FieldType::boolean:
      return "write true or false";
    case FieldType::integer:
      return "write a whole number";
    case FieldType::text:
      break;
  }
  return "git session schema says what '" + name + "' takes";
}

class Reader {
 public:
  Reader(const std::string& path, bool keep_unknown_keys, Session& session)
      : path_(path), keep_unknown_keys_(keep_unknown_keys), session_(session) {}

  void read(NodeRef root);

 private:
  /// A section with its place in this file, looked up once.
  struct PlacedSection {
    const Section* section;
    FoundSection found;
  };

  void place_sections(NodeRef root);
  const PlacedSection& placed(std::string_view section_name) const;
  void read_schema(NodeRef root);
  void read_field(NodeRef root, const SessionField& field);
  template <typename Owner>
  void set(Owner& owner, const Field<Owner>& field, NodeRef node);
  void read_list(NodeRef root, std::string_view key, std::string_view item_key,
                 void (Reader::*read_item)(NodeRef));
  void read_output(NodeRef node);
  void read_stakeholder(NodeRef node);
  void read_links(NodeRef node);
  void read_tags(NodeRef node);
  void read_unknown_keys(NodeRef root);
  const Section* section_with_key(std::string_view key) const;
  void problem(std::string code, int line, std::string message, std::string hint);

  const std::string& path_;
  bool keep_unknown_keys_;
  Session& session_;
  std::vector<PlacedSection> sections_;
  std::vector<std::string_view> keys_of_older_files_;  ///< fields found at the top
};

void Reader::problem(std::string code, int line, std::string message, std::string hint) {
  session_.problems.push_back({std::move(code), path_, line, std::move(message), std::move(hint)});
}

template <typename Owner>
void Reader::set(Owner& owner, const Field<Owner>& field, NodeRef node) {
  if (is_loose(node, field.type)) {
    if (session_.loose_values++ == 0) session_.loose_line = node.line();
  }
  if (is_absent(node)) return;
  if (node.is_scalar() && field.set(owner, node.text())) return;
  const std::string name = path_of(field.section, field.key);
  if (node.is_scalar()) {
    problem("invalid-value", node.line(),
            "'" + name + "' cannot be '" + std::string(node.text()) + "'",
            how_to_write(field.type, name));
  } else {
    problem("invalid-value", node.line(), "'" + name + "' is not a single value",
            "write one value after '" + std::string(field.key) + ":'");
  }
}

void Reader::place_sections(NodeRef root) {
  for (const Section& section : sections()) {
    sections_.push_back({&section, find_section(root, section)});
  }
}

const Reader::PlacedSection& Reader::placed(std::string_view section_name) const {
  return *std::find_if(sections_.begin(), sections_.end(), [&](const PlacedSection& candidate) {
    return candidate.section->name == section_name;
  });
}

void Reader::read_field(NodeRef root, const SessionField& field) {
  if (field.section.empty()) {
    if (auto node = root.find(field.key)) set(session_, field, *node);
    return;
  }
  const auto& [section, found] = placed(field.section);
  if (found.node && found.node->is_mapping()) {
    if (auto node = found.node->find(field.key)) return set(session_, field, *node);
  } else if (found.node && !is_absent(*found.node) && field.key == section->scalar_field) {
    return set(session_, field, *found.node);
  }
  if (auto node = root.find(field.key); node && node->is_scalar()) {
    keys_of_older_files_.push_back(field.key);
    set(session_, field, *node);
  }
}

void Reader::read_schema(NodeRef root) {
  auto node = root.find("schema");
  if (!node || is_absent(*node)) return;
  std::string text(node->text());
  bool is_number = !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
  auto number = parse_integer(text);
  // More digits than a number holds are a later version all the same: never to be written.
  if (is_number && !number) number = std::numeric_limits<int64_t>::max();
  if (number && *number >= 1) {
    session_.metadata_schema = *number;
  } else {
    problem("invalid-value", node->line(), "'schema' is not a version number", "write schema: 1");
  }
}

/// The name of an output, under the keys people give it.
std::optional<NodeRef> file_of(NodeRef item) {
  for (std::string_view key : {"file", "path", "filename", "name"}) {
    if (auto node = item.find(key); node && node->is_scalar() && !is_absent(*node)) return node;
  }
  return std::nullopt;
}

void Reader::read_output(NodeRef node) {
  Output output;
  output.line = node.line();
  auto file = node.is_scalar() && !is_absent(node) ? std::optional(node) : file_of(node);
  if (!file) {
    problem("invalid-output", node.line(), "an entry of 'outputs' names no file",
            "give it a line 'file: NAME'");
    // It keeps its place: edits name entries by their number.
    session_.outputs.push_back(std::move(output));
    return;
  }
  output.file = file->text();
  node.for_each_pair([&](NodeRef key, NodeRef value) {
    if (key.text() == "file") return;
    for (const OutputField& field : output_fields()) {
      if (field.key == key.text()) return set(output, field, value);
    }
    if (keep_unknown_keys_) output.extra.emplace_back(key.text(), value.value());
  });
  if (output.agent == "unknown") output.agent.clear();
  session_.outputs.push_back(std::move(output));
}

void Reader::read_stakeholder(NodeRef node) {
  Stakeholder person;
  if (node.is_scalar() && !is_absent(node)) person.name = node.text();
  node.for_each_pair([&](NodeRef key, NodeRef value) {
    for (const StakeholderField& field : stakeholder_fields()) {
      if (field.key == key.text()) return set(person, field, value);
    }
    if (keep_unknown_keys_) person.extra.emplace_back(key.text(), value.value());
  });
  session_.stakeholders.push_back(std::move(person));
}

void Reader::read_list(NodeRef root, std::string_view key, std::string_view item_key,
                       void (Reader::*read_item)(NodeRef)) {
  auto node = root.find(key);
  if (!node || is_absent(*node)) return;
  if (!node->is_sequence()) {
    return problem("invalid-value", node->line(), "'" + std::string(key) + "' is not a list",
                   "write one line '- " + std::string(item_key) + ": …' for each");
  }
  node->for_each_item([&](NodeRef item) { (this->*read_item)(item); });
}

void Reader::read_links(NodeRef node) {
  if (is_absent(node)) return;
  if (!node.is_mapping()) {
    return problem("invalid-value", node.line(), "'links' is not a mapping",
                   "write one line 'name: URL' for each link");
  }
  node.for_each_pair([&](NodeRef key, NodeRef value) {
    if (value.is_scalar()) {
      session_.links.emplace_back(key.text(), is_absent(value) ? std::string_view() : value.text());
    } else if (keep_unknown_keys_) {
      session_.extra.emplace_back("links." + std::string(key.text()), value.value());
    }
  });
}

void Reader::read_tags(NodeRef node) {
  if (node.is_scalar() && !is_absent(node)) {
    for (const std::string& tag : split(node.text(), ',')) {
      if (!trim(tag).empty()) session_.tags.emplace_back(trim(tag));
    }
  }
  node.for_each_item([&](NodeRef item) {
    // Empty ones keep their place: edits name tags by their number.
    session_.tags.emplace_back(item.text());
  });
}

const Section* Reader::section_with_key(std::string_view key) const {
  for (const PlacedSection& placed : sections_) {
    if (placed.found.key == key) return placed.section;
  }
  return nullptr;
}

void Reader::read_unknown_keys(NodeRef root) {
  root.for_each_pair([&](NodeRef key, NodeRef value) {
    std::string_view name = key.text();
    bool is_plain = std::find(plain_keys.begin(), plain_keys.end(), name) != plain_keys.end();
    bool is_older = std::find(keys_of_older_files_.begin(), keys_of_older_files_.end(), name) !=
                    keys_of_older_files_.end();
    if (is_plain || is_older) return;
    const Section* section = section_with_key(name);
    if (!section) {
      session_.extra.emplace_back(name, value.value());
      return;
    }
    Value::Mapping unknown;
    value.for_each_pair([&](NodeRef inner, NodeRef inner_value) {
      std::string path = path_of(section->name, inner.text());
      const SessionField* field = find_session_field(path);
      if (!field) unknown.emplace_back(inner.text(), inner_value.value());
    });
    if (!unknown.empty()) session_.extra.emplace_back(name, std::move(unknown));
  });
}

void Reader::read(NodeRef root) {
  place_sections(root);
  read_schema(root);
  for (const SessionField& field : session_fields()) read_field(root, field);
  read_list(root, "outputs", "file", &Reader::read_output);
  read_list(root, "stakeholders", "name", &Reader::read_stakeholder);
  if (auto node = root.find("links")) read_links(*node);
  if (auto node = root.find("tags")) read_tags(*node);
  if (keep_unknown_keys_) read_unknown_keys(root);
  session_.shape = Shape::version_1;
  for (const Section& section : sections()) {
    auto node = root.find(section.name);
    if (!node || !node->is_mapping()) session_.shape = Shape::drifted;
  }
}

}  // namespace

void read_metadata(const yaml::Document& document, const std::string& path, bool keep_unknown_keys,
                   Session& session) {
  NodeRef root = document.root();
  if (!root.is_mapping()) {
    bool is_empty = root.is_scalar() && root.is_null();
    throw Error(ErrorKind::invalid_data,
                is_empty ? "the file is empty" : "the file is not a mapping",
                "git session schema --template shows what belongs in it")
        .at_line(root.line());
  }
  Reader(path, keep_unknown_keys, session).read(root);
}

}  // namespace git_session
