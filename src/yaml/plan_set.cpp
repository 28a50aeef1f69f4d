#include <string>

#include "yaml/lines.h"
#include "yaml/planner.h"
#include "yaml/refusal.h"
#include "yaml/scalar.h"

namespace git_session::yaml {
namespace {

bool is_empty_collection(const Value& value) {
  return (value.sequence() != nullptr && value.sequence()->empty()) ||
         (value.mapping() != nullptr && value.mapping()->empty());
}

bool is_collection(const Value& value) {
  return value.sequence() != nullptr || value.mapping() != nullptr;
}

}  // namespace

std::vector<Splice> Planner::set(const Set& edit) const {
  if (edit.path.empty()) throw cannot_edit("a path is needed", 0);
  const Place place = find(edit.path);
  if (place.resolved < edit.path.size()) {
    return add_on_the_way(place, edit.path, edit.value, edit.after);
  }
  return replace(place, edit.value);
}

std::vector<Splice> Planner::replace(const Place& place, const Value& value) const {
  const NodeRef node = place.node;
  if (!node.is_scalar() && (node.size() > 0 || has_comment(text_, node.begin(), node.end()))) {
    throw cannot_edit("not a single value", node.line());
  }
  if (is_collection(value) && !is_empty_collection(value)) {
    throw cannot_edit("a single value is needed", node.line());
  }
  if (node.value() == value) return {};
  const std::string* text = value.text();
  if (!place.is_in_flow() && text != nullptr && emitter_.may_use_literals()) {
    if (node.style() == Style::literal && can_be_literal(*text)) {
      if (auto splices = update_literal(place, *text)) return *splices;
    } else if (emitter_.is_literal(value)) {
      return replace_with_literal(place, *text);
    }
  }
  const std::string scalar = is_collection(value)
                                 ? emitter_.flow(value)
                                 : emitter_.scalar(value, node, place.is_in_flow());
  if (is_block_scalar(node)) return replace_block_scalar(place, scalar);
  if (node.begin() == node.end()) return fill(place, scalar);
  return {{node.begin(), node.end(), scalar + space_before_comment(text_, node.end())}};
}

std::vector<Splice> Planner::replace_block_scalar(const Place& place,
                                                  const std::string& scalar) const {
  const BlockScalar block = block_scalar_at(text_, place.node, layout_.column(*place.parent));
  std::vector<Splice> splices = {{block.begin, block.header_end, scalar}};
  const bool is_open = layout_.is_open_end(block.content_end);
  const size_t begin = is_open ? line_end(text_, block.header_end) : block.content_begin;
  if (begin < block.content_end) splices.push_back({begin, block.content_end, ""});
  return splices;
}

std::vector<Splice> Planner::fill(const Place& place, const std::string& scalar) const {
  size_t position = place.node.begin();
  std::string lead = " ";
  if (place.parent->is_mapping()) {
    const auto colon = layout_.colon(*place.parent, place.index);
    if (!colon && !place.is_in_flow()) {
      throw cannot_edit("a key without a colon", place.node.line());
    }
    position = colon ? *colon + 1 : place.parent->key(place.index).end();
    if (!colon) lead = ": ";
  }
  // Blanks that led to nothing go.
  const size_t rest = skip_blanks(text_, position);
  const bool is_line_over = rest == text_.size() || break_length(text_, rest) != 0;
  const bool is_slot_over = place.is_in_flow() && !is_line_over && text_[rest] != '#';
  const size_t end = is_line_over || is_slot_over ? rest : position;
  return {{position, end, lead + scalar}};
}

}  // namespace git_session::yaml
