#include <string>

#include "yaml/lines.h"
#include "yaml/planner.h"
#include "yaml/refusal.h"

namespace git_session::yaml {
namespace {

std::string brackets_of(NodeRef collection) { return collection.is_mapping() ? "{}" : "[]"; }

}  // namespace

std::vector<Splice> Planner::remove(const Remove& edit) const {
  if (edit.path.empty()) throw cannot_edit("a path is needed", 0);
  const Place place = find(edit.path);
  if (place.resolved < edit.path.size()) return {};
  if (place.is_in_flow()) return remove_flow(*place.parent, place.index);
  if (place.parent->size() > 1) return remove_block(*place.parent, place.index);
  return remove_only(find(Path(edit.path.begin(), edit.path.end() - 1)));
}

std::vector<Splice> Planner::remove_flow(NodeRef collection, size_t index) const {
  const size_t begin = layout_.entry_begin(collection, index);
  const size_t end = layout_.entry_end(collection, index);
  if (!layout_.has_brackets(collection)) return {{collection.begin(), collection.end(), "{}"}};
  if (collection.size() == 1 && !has_comment(text_, collection.begin(), begin) &&
      !has_comment(text_, end, collection.end())) {
    return {{collection.begin() + 1, collection.end() - 1, ""}};
  }
  const bool is_last = index + 1 == collection.size();
  if (is_last && index > 0) {
    const size_t previous = layout_.entry_end(collection, index - 1);
    if (!has_comment(text_, previous, begin)) return {{previous, end, ""}};
  }
  if (!is_last) {
    const size_t next = layout_.entry_begin(collection, index + 1);
    if (!has_comment(text_, end, next)) return {{begin, next, ""}};
  }
  const size_t comma = skip_to_token(text_, end);
  if (comma >= text_.size() || text_[comma] != ',') return {{begin, end, ""}};
  return {{begin, end, ""}, {comma, comma + 1, ""}};
}

std::vector<Splice> Planner::remove_block(NodeRef collection, size_t index) const {
  const size_t begin = layout_.entry_begin(collection, index);
  const size_t line = line_begin(text_, begin);
  const Boundary boundary = layout_.boundary(collection, index);
  if (skip_spaces(text_, line) != begin) {
    // It stands behind the dash of an outer list: the next entry moves up to it.
    const size_t next = layout_.entry_begin(collection, index + 1);
    if (has_comment(text_, boundary.position, next)) {
      throw cannot_edit("a comment would lose its place", line_number(text_, begin));
    }
    return {{begin, next, ""}};
  }
  Splice splice{line, boundary.position, ""};
  const size_t behind_blanks = skip_blank_lines(text_, boundary.position);
  const bool is_last = index + 1 == collection.size();
  const bool is_separated = behind_blanks > boundary.position;
  if (index == 0) {
    if (is_separated) splice.end = behind_blanks;
    return {splice};
  }
  // What separated it goes with it; a separation of the others stays.
  const size_t previous = layout_.boundary(collection, index - 1).position;
  if ((is_last || is_separated) && skip_blank_lines(text_, previous) >= line) {
    splice.begin = previous;
  }
  const bool follows_block = layout_.final_block_scalar(collection, index - 1).has_value();
  if (!boundary.is_at_line_start && !follows_block) {
    splice.begin -= break_length_before(text_, splice.begin);
  }
  return {splice};
}

std::vector<Splice> Planner::remove_only(const Place& place) const {
  const NodeRef collection = place.node;
  const size_t begin = layout_.entry_begin(collection, 0);
  const size_t line = line_begin(text_, begin);
  if (place.parent && place.parent->is_mapping() && skip_spaces(text_, line) == begin) {
    const auto colon = layout_.colon(*place.parent, place.index);
    if (colon && *colon < line) {
      const Boundary boundary = layout_.boundary(collection, 0);
      Splice lines{line, boundary.position, ""};
      if (!boundary.is_at_line_start) lines.begin -= break_length_before(text_, line);
      return {{*colon + 1, *colon + 1, ' ' + brackets_of(collection)}, lines};
    }
  }
  size_t end = layout_.entry_end(collection, 0);
  if (layout_.final_block_scalar(collection, 0)) end -= break_length_before(text_, end);
  return {{begin, end, brackets_of(collection)}};
}

}  // namespace git_session::yaml
