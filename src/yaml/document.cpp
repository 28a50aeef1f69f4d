#include "yaml/document.h"

#include "yaml/reader.h"
#include "yaml/resolve.h"

namespace git_session::yaml {

Document Document::parse(std::string text, DuplicateKeys duplicates) {
  return Reader::read(std::move(text), duplicates);
}

bool NodeRef::is_null() const {
  return is_scalar() && style() == Style::plain && is_null_word(text());
}

std::string_view NodeRef::text() const {
  const Document::Node& node = document_->node(index_);
  const std::string& holder = node.is_text_in_source ? document_->source_ : document_->unescaped_;
  return std::string_view(holder).substr(node.text_begin, node.text_size);
}

int NodeRef::line() const { return static_cast<int>(document_->node(index_).line) + 1; }

NodeRef NodeRef::item(size_t index) const {
  NodeRef node = first_child();
  if (is_mapping()) node = node.next_sibling();
  for (size_t i = 0; i < index; ++i) {
    node = node.next_sibling();
    if (is_mapping()) node = node.next_sibling();
  }
  return node;
}

NodeRef NodeRef::key(size_t index) const {
  NodeRef node = first_child();
  for (size_t i = 0; i < index; ++i) node = node.next_sibling().next_sibling();
  return node;
}

std::optional<NodeRef> NodeRef::find(std::string_view wanted) const {
  if (!is_mapping()) return std::nullopt;
  NodeRef key = first_child();
  for (size_t i = 0; i < size(); ++i) {
    const NodeRef value = key.next_sibling();
    if (key.text() == wanted) return value;
    key = value.next_sibling();
  }
  return std::nullopt;
}

Value NodeRef::value() const {
  switch (kind()) {
    case Kind::scalar:
      return style() == Style::plain ? resolve_plain(text()) : Value(std::string(text()));
    case Kind::sequence: {
      Value::Sequence items;
      items.reserve(size());
      for_each_item([&](NodeRef item) { items.push_back(item.value()); });
      return items;
    }
    case Kind::mapping: {
      Value::Mapping pairs;
      pairs.reserve(size());
      for_each_pair([&](NodeRef key, NodeRef value) {
        pairs.emplace_back(std::string(key.text()), value.value());
      });
      return pairs;
    }
  }
  return {};
}

}  // namespace git_session::yaml
