#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/value.h"
#include "yaml/document.h"
#include "yaml/edit.h"
#include "yaml/emitter.h"
#include "yaml/file_style.h"
#include "yaml/layout.h"
#include "yaml/splice.h"

namespace git_session::yaml {

/// Turns edits of a document into splices of its source. Each plan is for the document as it is.
/// Throws Error(refused, reason "cannot-edit") with the line. A plan may still come out wrong (then
/// its result reads as something else): that is for the caller to check.
class Planner {
 public:
  /// `document` must outlive this. Without literals, text of several lines is quoted on one.
  Planner(const Document& document, bool may_use_literals);
  Planner(const Planner&) = delete;
  Planner& operator=(const Planner&) = delete;

  std::vector<Splice> set(const Set& edit) const;
  std::vector<Splice> remove(const Remove& edit) const;
  std::vector<Splice> append(const Path& path, const std::vector<Value>& items) const;

 private:
  /// The deepest node on a path that exists.
  struct Place {
    NodeRef node;
    std::optional<NodeRef> parent;
    size_t index = 0;     ///< in the parent
    size_t resolved = 0;  ///< parts of the path that exist
    bool is_in_flow() const { return parent && parent->style() == Style::flow; }
  };
  Place find(const Path& path) const;

  // plan_add.cpp: entries that are new
  std::vector<Splice> add_on_the_way(const Place& place, const Path& path, Value value,
                                     std::string_view after) const;
  std::vector<Splice> add_pair(const Place& place, std::string_view key, const Value& value,
                               std::string_view after) const;
  std::vector<Splice> add_items(NodeRef sequence, const std::vector<Value>& items) const;
  std::vector<Splice> add_flow(NodeRef collection, size_t index, const std::string& entries) const;
  std::vector<Splice> put_collection(const Place& place, const Value& collection) const;
  std::vector<Splice> put_root(NodeRef root, const Value& collection) const;
  std::vector<Splice> put_block_under_key(const Place& place, const Value& collection) const;
  size_t blank_lines_between_items(NodeRef sequence) const;
  /// Lines for a place: what would need a line break at the end of a text that has none is quoted.
  template <typename Make>
  NewLines lines_for(const Boundary& boundary, Make make) const {
    NewLines lines = make(emitter_);
    const bool fits = boundary.is_at_line_start || !lines.must_end_line;
    return fits ? lines : make(quoting_emitter_);
  }
  std::vector<Splice> insert_lines(NodeRef collection, size_t index, const Boundary& boundary,
                                   const NewLines& lines) const;
  Splice insert_lines_at(const Boundary& boundary, const NewLines& lines) const;

  // plan_set.cpp: values that change
  std::vector<Splice> replace(const Place& place, const Value& value) const;
  std::vector<Splice> replace_block_scalar(const Place& place, const std::string& scalar) const;
  std::vector<Splice> fill(const Place& place, const std::string& scalar) const;

  // plan_literal.cpp: text of several lines
  std::vector<Splice> replace_with_literal(const Place& place, const std::string& text) const;
  std::optional<std::vector<Splice>> update_literal(const Place& place,
                                                    const std::string& text) const;

  // plan_remove.cpp
  std::vector<Splice> remove_flow(NodeRef collection, size_t index) const;
  std::vector<Splice> remove_block(NodeRef collection, size_t index) const;
  std::vector<Splice> remove_only(const Place& collection) const;

  std::string_view text_;
  NodeRef root_;
  Layout layout_;
  FileStyle style_;
  Emitter emitter_;
  Emitter quoting_emitter_;
};

}  // namespace git_session::yaml
