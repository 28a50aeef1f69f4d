#include "yaml/layout.h"

#include <algorithm>

#include "yaml/lines.h"
#include "yaml/refusal.h"

namespace git_session::yaml {

size_t Layout::column_of(size_t position) const { return yaml::column_of(text_, position); }

size_t Layout::entry_begin(NodeRef collection, size_t index) const {
  const bool is_flow = collection.style() == Style::flow;
  if (index == 0) {
    return is_flow && has_brackets(collection) ? skip_to_token(text_, collection.begin() + 1)
                                               : collection.begin();
  }
  size_t position = skip_to_token(text_, entry_end(collection, index - 1));
  if (is_flow && position < text_.size() && text_[position] == ',') {
    position = skip_to_token(text_, position + 1);
  }
  return position;
}

size_t Layout::entry_end(NodeRef collection, size_t index) const {
  const NodeRef value = collection.item(index);
  if (const auto block = final_block_scalar(collection, index)) return block->content_end;
  if (!collection.is_mapping() || value.begin() != value.end()) return value.end();
  const auto colon_position = colon(collection, index);
  return colon_position ? *colon_position + 1 : collection.key(index).end();
}

std::optional<size_t> Layout::colon(NodeRef mapping, size_t index) const {
  const size_t position = skip_to_token(text_, mapping.key(index).end());
  if (position < text_.size() && text_[position] == ':') return position;
  return std::nullopt;
}

Boundary Layout::boundary(NodeRef collection, size_t index) const {
  const size_t end = entry_end(collection, index);
  if (!final_block_scalar(collection, index)) return boundary_behind(end, column(collection));
  return past_deeper_comments(end, column(collection));
}

Boundary Layout::boundary_behind(size_t position, size_t column) const {
  position = skip_blanks(text_, position);
  if (position < text_.size() && text_[position] == '#') position = line_end(text_, position);
  const size_t length = break_length(text_, position);
  if (length == 0 && position < text_.size()) {
    throw cannot_edit("something else follows on the same line", line_number(text_, position));
  }
  return past_deeper_comments(position + length, column);
}

Boundary Layout::past_deeper_comments(size_t position, size_t column) const {
  while (position < text_.size()) {
    const size_t first = skip_spaces(text_, position);
    if (first >= text_.size() || text_[first] != '#' || first - position <= column) break;
    position = next_line(text_, position);
  }
  return {position, position == 0 || break_length_before(text_, position) != 0};
}

bool Layout::is_open_end(size_t position) const {
  return position == text_.size() && break_length_before(text_, position) == 0;
}

std::string_view Layout::line_ending_at(size_t position, std::string_view otherwise) const {
  const size_t before = break_length_before(text_, line_begin(text_, position));
  const std::string_view ending = text_.substr(line_begin(text_, position) - before, before);
  return ending == "\n" || ending == "\r\n" ? ending : otherwise;
}

std::optional<BlockScalar> Layout::final_block_scalar(NodeRef collection, size_t index) const {
  size_t base = column(collection);
  NodeRef node = collection.item(index);
  while (node.style() == Style::block) {
    base = column(node);
    node = node.item(node.size() - 1);
  }
  if (!is_block_scalar(node)) return std::nullopt;
  return block_scalar_at(text_, node, base);
}

bool Layout::has_brackets(NodeRef collection) const {
  const char first = text_[collection.begin()];
  return first == (collection.is_mapping() ? '{' : '[');
}

}  // namespace git_session::yaml
