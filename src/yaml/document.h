#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/value.h"

namespace git_session::yaml {

enum class Kind : uint8_t { scalar, sequence, mapping };
enum class Style : uint8_t { plain, single_quoted, double_quoted, literal, folded, block, flow };

/// What the reader refuses; the same limits hold for what the editor writes.
inline constexpr size_t max_bytes = 1024 * 1024;
inline constexpr size_t max_events = 20000;
inline constexpr int max_depth = 16;

/// What the reader makes of a key that stands twice in one mapping. Allowed, find() means the
/// first.
enum class DuplicateKeys : uint8_t { refused, allowed };

class Document;

/// One node of a Document; a cheap handle that must not outlive it.
class NodeRef {
 public:
  Kind kind() const;
  Style style() const;
  bool is_scalar() const { return kind() == Kind::scalar; }
  bool is_sequence() const { return kind() == Kind::sequence; }
  bool is_mapping() const { return kind() == Kind::mapping; }
  /// A plain scalar that YAML reads as null (empty, `~`, `null`).
  bool is_null() const;
  /// A scalar's content, unescaped and unfolded; empty for collections.
  std::string_view text() const;
  /// Number of items, or of key-value pairs.
  size_t size() const;
  /// Item `index` of a sequence, or value `index` of a mapping. Constant time for the first, linear
  /// in siblings.
  NodeRef item(size_t index) const;
  NodeRef key(size_t index) const;
  /// The value under a key of this mapping; nullopt when this is no mapping or has no such key.
  std::optional<NodeRef> find(std::string_view key) const;
  /// Line of the node's first byte, counted from 1.
  int line() const;
  /// This node as a value: plain scalars resolve to null, booleans (`true`, `false` in YAML 1.2
  /// spellings), integers and reals; everything else is text.
  Value value() const;

  /// Bytes of source() that the node covers: a scalar with its quotes or block header, a flow
  /// collection with its brackets, a block collection from its first key or dash to the end of its
  /// last descendant. An empty plain scalar covers nothing.
  size_t begin() const;
  size_t end() const;

  /// The last node inside this one, at any depth; itself for scalars and empty collections.
  NodeRef last_descendant() const;

  /// Calls `visit(key, value)` for each pair in order (linear in total).
  template <typename Visit>
  void for_each_pair(Visit visit) const;
  /// Calls `visit(item)` for each item in order (linear in total).
  template <typename Visit>
  void for_each_item(Visit visit) const;

 private:
  friend class Document;
  friend class Reader;
  NodeRef(const Document& document, size_t index) : document_(&document), index_(index) {}
  NodeRef first_child() const { return NodeRef(*document_, index_ + 1); }
  NodeRef next_sibling() const;

  const Document* document_;
  size_t index_;
};

/// A YAML text, read with the position of every node in it. The grammar is libyaml's (YAML 1.1, as
/// PyYAML reads).
class Document {
 public:
  /// Throws Error(invalid_data) with the line: not UTF-8, NUL, merge-conflict markers (named as
  /// such), an alias or anchor, a tag, a duplicate key (unless allowed), a second document, depth,
  /// events or size over the limits (the last two with reason "too-large"), any syntax error.
  static Document parse(std::string text, DuplicateKeys duplicates = DuplicateKeys::refused);
  NodeRef root() const { return NodeRef(*this, 0); }  ///< an empty text is one null scalar
  const std::string& source() const { return source_; }
  size_t event_count() const { return event_count_; }

 private:
  friend class NodeRef;
  friend class Reader;
  /// Nodes lie in the order of the text, children right after their parent. Text that is spelled in
  /// the source as it reads is not copied; all other text is in `unescaped_`.
  struct Node {
    uint32_t begin = 0;
    uint32_t end = 0;
    uint32_t line = 0;
    uint32_t size = 0;
    uint32_t next = 0;  ///< index behind the last descendant
    uint32_t text_begin = 0;
    uint32_t text_size = 0;
    Kind kind = Kind::scalar;
    Style style = Style::plain;
    bool is_text_in_source = true;
  };

  Document() = default;
  const Node& node(size_t index) const { return nodes_[index]; }

  std::string source_;
  std::string unescaped_;
  std::vector<Node> nodes_;
  size_t event_count_ = 0;
};

inline Kind NodeRef::kind() const { return document_->node(index_).kind; }
inline Style NodeRef::style() const { return document_->node(index_).style; }
inline size_t NodeRef::size() const { return document_->node(index_).size; }
inline size_t NodeRef::begin() const { return document_->node(index_).begin; }
inline size_t NodeRef::end() const { return document_->node(index_).end; }
inline NodeRef NodeRef::next_sibling() const {
  return NodeRef(*document_, document_->node(index_).next);
}

inline NodeRef NodeRef::last_descendant() const {
  return NodeRef(*document_, document_->node(index_).next - 1);
}

template <typename Visit>
void NodeRef::for_each_pair(Visit visit) const {
  if (!is_mapping()) return;
  NodeRef node = first_child();
  for (size_t i = 0; i < size(); ++i) {
    const NodeRef value = node.next_sibling();
    visit(node, value);
    node = value.next_sibling();
  }
}

template <typename Visit>
void NodeRef::for_each_item(Visit visit) const {
  if (!is_sequence()) return;
  NodeRef node = first_child();
  for (size_t i = 0; i < size(); ++i) {
    visit(node);
    node = node.next_sibling();
  }
}

}  // namespace git_session::yaml
