#include <algorithm>
#include <limits>
#include <string>

#include "yaml/lines.h"
#include "yaml/planner.h"
#include "yaml/refusal.h"
#include "yaml/scalar.h"

namespace git_session::yaml {
namespace {

std::string space_before_comment(std::string_view text, size_t position) {
  return position < text.size() && text[position] == '#' ? " " : "";
}

bool is_empty_collection(const Value& value) {
  return (value.sequence() != nullptr && value.sequence()->empty()) ||
         (value.mapping() != nullptr && value.mapping()->empty());
}

bool is_collection(const Value& value) {
  return value.sequence() != nullptr || value.mapping() != nullptr;
}

/// The smallest splice with the same effect.
Splice trimmed(std::string_view source, Splice splice) {
  const std::string_view old = source.substr(splice.begin, splice.end - splice.begin);
  const size_t shortest = std::min(old.size(), splice.text.size());
  size_t front = 0;
  while (front < shortest && old[front] == splice.text[front]) ++front;
  size_t back = 0;
  while (back < shortest - front &&
         old[old.size() - 1 - back] == splice.text[splice.text.size() - 1 - back]) {
    ++back;
  }
  return {splice.begin + front, splice.end - back,
          splice.text.substr(front, splice.text.size() - front - back)};
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
  if (!place.is_in_flow() && text != nullptr) {
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
  const bool is_open_ended =
      block.content_end == text_.size() && break_length_before(text_, text_.size()) == 0;
  const size_t begin = is_open_ended ? line_end(text_, block.header_end) : block.content_begin;
  if (begin < block.content_end) splices.push_back({begin, block.content_end, ""});
  return splices;
}

std::vector<Splice> Planner::fill(const Place& place, const std::string& scalar) const {
  size_t position = place.node.begin();
  std::string lead = " ";
  if (place.parent->is_mapping()) {
    const auto colon = layout_.colon(*place.parent, place.index);
    if (!colon && !place.is_in_flow())
      throw cannot_edit("a key without a colon", place.node.line());
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

std::vector<Splice> Planner::replace_with_literal(const Place& place,
                                                  const std::string& text) const {
  NewLines block = emitter_.literal(text, layout_.column(*place.parent));
  const std::string header = block.lines[0];
  block.lines.erase(block.lines.begin());
  std::vector<Splice> splices;
  if (is_block_scalar(place.node)) {
    splices = replace_block_scalar(place, header);
  } else if (place.node.begin() == place.node.end()) {
    splices = fill(place, header);
  } else {
    splices = {{place.node.begin(), place.node.end(), header}};
  }
  // The new lines go where the old value's last line ends, before any comment.
  const size_t last = splices.back().end;
  const bool is_line_start = last > 0 && break_length_before(text_, last) != 0;
  const Boundary boundary = is_line_start
                                ? Boundary{last, true}
                                : layout_.boundary_behind(last, std::numeric_limits<size_t>::max());
  Splice content = insert_lines_at(boundary, block);
  // Blank lines that follow would become part of a block that keeps its own.
  if (header.back() == '+') content.end = skip_blank_lines(text_, content.end);
  splices.push_back(content);
  return splices;
}

std::optional<std::vector<Splice>> Planner::update_literal(const Place& place,
                                                           const std::string& text) const {
  const size_t base = layout_.column(*place.parent);
  const BlockScalar block = block_scalar_at(text_, place.node, base);
  const size_t indentation = block.indentation.value_or(base + style_.indent_step);
  const LiteralText wanted = split_literal(text);
  const bool is_open_ended =
      block.content_end == text_.size() && break_length_before(text_, text_.size()) == 0;

  std::string header(text_.substr(block.begin, block.header_end - block.begin));
  if (wanted.needs_indicator && !block.has_indicator) {
    if (indentation <= base || indentation - base > 9) return std::nullopt;
    header.insert(1, std::to_string(indentation - base));
  }
  Chomping chomping = block.chomping;
  if (wanted.final_breaks == 0 && !is_open_ended) chomping = Chomping::strip;
  if (wanted.final_breaks == 1 && chomping == Chomping::strip) chomping = Chomping::clip;
  if (wanted.final_breaks > 1) chomping = Chomping::keep;
  if (chomping != block.chomping) {
    std::erase_if(header, [](char character) { return character == '+' || character == '-'; });
    if (chomping != Chomping::clip) header += chomping == Chomping::keep ? '+' : '-';
  }

  // Lines that stay are taken as they are: blank ones may hold any number of blanks.
  std::vector<std::string_view> source_lines;
  for (size_t line = block.content_begin; line < block.content_end; line = next_line(text_, line)) {
    source_lines.push_back(text_.substr(line, next_line(text_, line) - line));
  }
  const std::vector<std::string_view> old_lines = split_literal(place.node.text()).lines;
  const bool is_known = old_lines.size() == source_lines.size();
  const size_t most = is_known ? std::min(old_lines.size(), wanted.lines.size()) : 0;
  size_t front = 0;
  while (front < most && old_lines[front] == wanted.lines[front]) ++front;
  size_t back = 0;
  while (back < most - front &&
         old_lines[old_lines.size() - 1 - back] == wanted.lines[wanted.lines.size() - 1 - back]) {
    ++back;
  }

  const std::string_view ending = layout_.line_ending_at(block.content_end, style_.line_ending);
  std::string content;
  if (break_length_before(text_, block.content_begin) == 0) content += ending;
  for (size_t i = 0; i < wanted.lines.size(); ++i) {
    const bool is_last = i + 1 == wanted.lines.size();
    const size_t from_end = wanted.lines.size() - i;
    std::string line;
    if (i < front) {
      line = source_lines[i];
    } else if (from_end <= back) {
      line = source_lines[source_lines.size() - from_end];
    } else if (!wanted.lines[i].empty()) {
      line = std::string(indentation, ' ') + std::string(wanted.lines[i]);
    }
    const size_t break_size = break_length_before(line, line.size());
    const bool needs_break = !is_last || wanted.final_breaks > 0 || !is_open_ended;
    if (needs_break && break_size == 0) line += ending;
    if (!needs_break) line.erase(line.size() - break_size);
    content += line;
  }
  const size_t end = chomping == Chomping::keep ? std::max(place.node.end(), block.content_end)
                                                : block.content_end;
  std::vector<Splice> splices = {trimmed(text_, {block.content_begin, end, std::move(content)})};
  if (text_.substr(block.begin, block.header_end - block.begin) != header) {
    splices.push_back({block.begin, block.header_end, header});
  }
  return splices;
}

}  // namespace git_session::yaml
