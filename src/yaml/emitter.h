#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/value.h"
#include "yaml/document.h"
#include "yaml/file_style.h"

namespace git_session::yaml {

/// New lines for a file, without their line endings.
struct NewLines {
  std::vector<std::string> lines;
  /// The last line is that of a literal block whose text ends in a line break: it must have one.
  bool must_end_line = false;
};

/// Writes values the way a file is written.
class Emitter {
 public:
  explicit Emitter(const FileStyle& style, bool may_use_literals)
      : style_(style), may_use_literals_(may_use_literals) {}

  /// `key: value` in block style, its key at `column`.
  NewLines pair(size_t column, std::string_view key, const Value& value) const;
  /// `- value`, its dash at `column` and `gap` blanks behind it, in the manner of `neighbour`.
  NewLines item(size_t column, size_t gap, const Value& value,
                std::optional<NodeRef> neighbour) const;
  /// A whole collection that begins at `column`, as the value of a key.
  NewLines collection(size_t column, const Value& value) const;

  /// On one line, as it may stand between brackets.
  std::string flow(const Value& value, std::optional<NodeRef> neighbour = std::nullopt) const;
  std::string flow_pair(std::string_view key, const Value& value,
                        std::optional<NodeRef> neighbour = std::nullopt) const;
  /// A scalar on one line.
  std::string scalar(const Value& value, std::optional<NodeRef> neighbour, bool in_flow) const;
  std::string key(std::string_view text, bool in_flow) const;

  bool may_use_literals() const { return may_use_literals_; }
  /// Whether a text goes into a literal block, when it stands in a block collection.
  bool is_literal(const Value& value) const;
  /// Header (`|-`) and lines of a literal block in a collection whose column is `base`.
  NewLines literal(std::string_view text, size_t base) const;

 private:
  void add_pair(NewLines& out, const std::string& lead, size_t column, std::string_view key,
                const Value& value, std::optional<NodeRef> neighbour) const;
  void add_value(NewLines& out, const std::string& lead, size_t base, const Value& value,
                 std::optional<NodeRef> neighbour) const;
  void add_mapping(NewLines& out, const std::string& lead, size_t column,
                   const Value::Mapping& mapping, std::optional<NodeRef> neighbour) const;
  void add_item(NewLines& out, size_t column, size_t gap, const Value& value,
                std::optional<NodeRef> neighbour) const;

  const FileStyle& style_;
  bool may_use_literals_;
};

}  // namespace git_session::yaml
