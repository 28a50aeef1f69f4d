#include "store/shape_conversion.h"

#include <vector>

#include "base/text.h"
#include "core/fields.h"
#include "store/metadata_entry.h"
#include "store/metadata_shape.h"
#include "store/splice.h"
#include "yaml/edit.h"
#include "yaml/layout.h"
#include "yaml/lines.h"
#include "yaml/scalar.h"

namespace git_session {
namespace {

using yaml::Document;
using yaml::NodeRef;

constexpr std::string_view indent = "  ";

/// Finds, in one state of the text, the first kind of thing that version 1 has elsewhere.
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
    return spliced(text_, {{key.begin(), key.end(), std::string(section.name)}});
  }

  /// `status: closed  # why` becomes a mapping that has the word, and the comment, in its field.
  std::string wrapped(const Section& section, NodeRef word) const {
    const size_t index = index_of(section.name);
    auto colon = layout_.colon(root_, index);
    require_one_line(root_.key(index), word);
    std::string text = line_ending() + std::string(indent) + std::string(section.scalar_field);
    return spliced(text_, {{*colon + 1, word.begin(), text + ": "}});
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
      if (!is_member || (mapping && mapping->is_mapping() && mapping->find(key.text()))) continue;
      if (mapping && mapping->is_sequence()) return std::nullopt;
      require_one_line(key, value);
      if (!mapping) return begun(section, key);
      return mapping->is_mapping() ? moved_into(*mapping, key)
                                   : moved_behind(section, *mapping, key);
    }
    return std::nullopt;
  }

  std::string begun(const Section& section, NodeRef key) const {
    return spliced(text_,
                   {{key.begin(), key.begin(),
                     std::string(section.name) + ":" + line_ending() + std::string(indent)}});
  }

  std::string moved_into(NodeRef mapping, NodeRef key) const {
    const size_t begin = key.begin();
    const size_t end = yaml::next_line(text_, begin);
    std::string line = text_.substr(begin, end - begin);
    if (!line.ends_with('\n')) line += line_ending();
    const yaml::Boundary place = layout_.boundary(mapping, mapping.size() - 1);
    std::string moved = std::string(layout_.column(mapping), ' ') + line;
    if (!place.is_at_line_start) moved = line_ending() + moved;
    return spliced(text_, {{place.position, place.position, moved}, {begin, end, ""}});
  }

  /// The section stands there with nothing in it: `context:`, or `context: ~`.
  std::string moved_behind(const Section& section, NodeRef nothing, NodeRef key) const {
    const NodeRef name = root_.key(index_of(section.name));
    if (!nothing.text().empty()) require_one_line(name, nothing);
    const size_t end_of_name = yaml::next_line(text_, name.begin());
    const size_t begin = key.begin();
    const size_t end = yaml::next_line(text_, begin);
    std::string line = std::string(indent) + text_.substr(begin, end - begin);
    if (!line.ends_with('\n')) line += line_ending();
    if (text_[end_of_name - 1] != '\n') line = line_ending() + line;
    std::vector<Splice> splices = {{end_of_name, end_of_name, line}, {begin, end, ""}};
    if (!nothing.text().empty())
      splices.push_back({*layout_.colon(root_, index_of(section.name)) + 1, nothing.end(), ""});
    return spliced(text_, std::move(splices));
  }

  std::optional<std::string> convert_items(std::string_view list) const {
    auto node = root_.find(list);
    if (!node || !node->is_sequence()) return std::nullopt;
    const std::string key = list == "outputs" ? "file" : "name";
    std::vector<Splice> splices;
    for (size_t index = 0; index < node->size(); ++index) {
      NodeRef item = node->item(index);
      if (item.is_scalar() && !is_absent(item)) {
        splices.push_back({item.begin(), item.begin(), key + ": "});
      } else if (list == "outputs" && item.is_mapping() && !item.find("file")) {
        if (auto other = other_name_of_file(item))
          splices.push_back({other->begin(), other->end(), key});
      }
    }
    return splices.empty() ? std::nullopt : std::optional(spliced(text_, std::move(splices)));
  }

  /// The key that names the file of an entry.
  static std::optional<NodeRef> other_name_of_file(NodeRef item) {
    for (std::string_view name : {"path", "filename", "name"}) {
      for (size_t pair = 0; pair < item.size(); ++pair) {
        const NodeRef value = item.item(pair);
        if (item.key(pair).text() == name && value.is_scalar() && !is_absent(value))
          return item.key(pair);
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
    return spliced(text_, {{node->begin(), node->end(), "[" + join(tags, ", ") + "]"}});
  }

  const std::string& text_;
  NodeRef root_;
  yaml::Layout layout_;
};

}  // namespace

Error cannot_convert(NodeRef node, const std::string& what) {
  return Error(ErrorKind::refused, what, "edit that line by hand")
      .with_reason("cannot-edit")
      .at_line(node.line());
}

std::optional<std::string> next_conversion(const Document& document) {
  return Conversion(document).next();
}

}  // namespace git_session
