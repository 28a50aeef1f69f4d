#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
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
  /// Item `index` of a sequence, or value `index` of a mapping. Constant time for the first, linear in siblings.
  NodeRef item(size_t index) const;
  NodeRef key(size_t index) const;
  /// The value under a key of this mapping; nullopt when this is no mapping or has no such key.
  std::optional<NodeRef> find(std::string_view key) const;
  /// Line of the node's first byte, counted from 1.
  int line() const;
  /// This node as a value: plain scalars resolve to null, booleans (`true`, `false` in YAML 1.2 spellings), integers and
  /// reals; everything else is text.
  Value value() const;

  /// Calls `visit(key, value)` for each pair in order (linear in total).
  template <typename Visit>
  void for_each_pair(Visit visit) const;
  /// Calls `visit(item)` for each item in order (linear in total).
  template <typename Visit>
  void for_each_item(Visit visit) const;
};

/// A YAML text, read with the position of every node in it. The grammar is libyaml's (YAML 1.1, as PyYAML reads).
class Document {
 public:
  /// Throws Error(invalid_data) with the line: not UTF-8, NUL, merge-conflict markers (named as such), an alias or
  /// anchor, a tag, a duplicate key, a second document, depth, events or size over the limits, any syntax error.
  static Document parse(std::string text);
  NodeRef root() const;  ///< an empty text is one null scalar
  const std::string& source() const;
  size_t event_count() const;
};

}  // namespace git_session::yaml
