#include <string>

#include "yaml/lines.h"
#include "yaml/planner.h"
#include "yaml/refusal.h"

namespace git_session::yaml {
namespace {

bool is_empty_flow(NodeRef node) { return !node.is_scalar() && node.size() == 0; }

std::string joined(const std::vector<std::string>& lines, std::string_view line_ending) {
  std::string out = lines.front();
  for (auto line = lines.begin() + 1; line != lines.end(); ++line) {
    out += line_ending;
    out += *line;
  }
  return out;
}

}  // namespace

std::vector<Splice> Planner::append(const Path& path, const std::vector<Value>& items) const {
  const Place place = find(path);
  if (place.resolved < path.size()) {
    return add_on_the_way(place, path, Value(Value::Sequence(items)), {});
  }
  if (place.node.is_null() || (place.node.is_sequence() && place.node.size() == 0)) {
    return put_collection(place, Value(Value::Sequence(items)));
  }
  if (!place.node.is_sequence()) throw cannot_edit("not a list", place.node.line());
  return add_items(place.node, items);
}

std::vector<Splice> Planner::add_on_the_way(const Place& place, const Path& path, Value value,
                                            std::string_view after) const {
  std::vector<std::string> keys;
  for (size_t i = place.resolved; i < path.size(); ++i) {
    const auto* key = std::get_if<std::string>(&path[i]);
    if (key == nullptr) {
      throw cannot_edit("no item " + std::to_string(std::get<size_t>(path[i])), place.node.line());
    }
    keys.push_back(*key);
  }
  const bool is_direct = keys.size() == 1;
  for (; keys.size() > 1; keys.pop_back()) {
    value = Value(Value::Mapping{{keys.back(), std::move(value)}});
  }
  if (place.node.is_null()) {
    return put_collection(place, Value(Value::Mapping{{keys[0], std::move(value)}}));
  }
  if (!place.node.is_mapping()) throw cannot_edit("not a mapping", place.node.line());
  return add_pair(place, keys[0], value, is_direct ? after : std::string_view());
}

std::vector<Splice> Planner::add_pair(const Place& place, std::string_view key, const Value& value,
                                      std::string_view after) const {
  const NodeRef mapping = place.node;
  if (mapping.size() == 0) {
    return put_collection(place, Value(Value::Mapping{{std::string(key), value}}));
  }
  size_t index = mapping.size() - 1;
  size_t position = 0;
  mapping.for_each_pair([&](NodeRef sibling, NodeRef) {
    if (!after.empty() && sibling.text() == after) index = position;
    ++position;
  });
  if (mapping.style() == Style::flow) {
    return add_flow(mapping, index, emitter_.flow_pair(key, value));
  }
  const Boundary boundary = layout_.boundary(mapping, index);
  return insert_lines(mapping, index, boundary, lines_for(boundary, [&](const Emitter& emitter) {
                        return emitter.pair(layout_.column(mapping), key, value);
                      }));
}

std::vector<Splice> Planner::add_items(NodeRef sequence, const std::vector<Value>& items) const {
  const size_t last = sequence.size() - 1;
  const NodeRef neighbour = sequence.item(last);
  if (sequence.style() == Style::flow) {
    std::string entries;
    for (const Value& item : items) {
      entries += (entries.empty() ? "" : ", ") + emitter_.flow(item, neighbour);
    }
    return add_flow(sequence, last, entries);
  }
  const size_t content = layout_.entry_begin(sequence, last) + 1;
  const size_t gap = skip_spaces(text_, content) - content;
  const bool has_gap = gap >= 1 && gap <= 8 && content + gap == neighbour.begin();
  const std::vector<std::string> separator(blank_lines_between_items(sequence));
  const Boundary boundary = layout_.boundary(sequence, last);
  const NewLines lines = lines_for(boundary, [&](const Emitter& emitter) {
    NewLines out;
    for (const Value& item : items) {
      const NewLines added =
          emitter.item(layout_.column(sequence), has_gap ? gap : 1, item, neighbour);
      out.lines.insert(out.lines.end(), separator.begin(), separator.end());
      out.lines.insert(out.lines.end(), added.lines.begin(), added.lines.end());
      out.must_end_line = added.must_end_line;
    }
    return out;
  });
  return insert_lines(sequence, last, boundary, lines);
}

size_t Planner::blank_lines_between_items(NodeRef sequence) const {
  size_t count = 0;
  for (size_t index = sequence.size() - 1; index > 0 && index + 2 >= sequence.size(); --index) {
    const size_t begin = layout_.boundary(sequence, index - 1).position;
    size_t lines = 0;
    for (size_t line = begin; line < text_.size() && is_blank_line(text_, line); ++lines) {
      line = next_line(text_, line);
    }
    if (lines == 0) return 0;
    if (count == 0) count = lines;
  }
  return count;
}

std::vector<Splice> Planner::add_flow(NodeRef collection, size_t index,
                                      const std::string& entries) const {
  const size_t end = layout_.entry_end(collection, index);
  const std::string added = ", " + entries;
  if (!layout_.has_brackets(collection)) {
    return {{collection.begin(), collection.begin(), "{"}, {end, end, added + "}"}};
  }
  return {{end, end, added + space_before_comment(text_, end)}};
}

std::vector<Splice> Planner::put_collection(const Place& place, const Value& collection) const {
  const NodeRef node = place.node;
  if (!place.parent) return put_root(node, collection);
  const bool has_room = !is_empty_flow(node) || !has_comment(text_, node.begin(), node.end());
  if (has_room && place.parent->style() == Style::block && place.parent->is_mapping()) {
    const auto colon = layout_.colon(*place.parent, place.index);
    if (colon && line_end(text_, *colon) >= node.begin()) {
      return put_block_under_key(place, collection);
    }
  }
  const std::string flow = emitter_.flow(collection);
  if (is_empty_flow(node)) {
    const bool is_tight = node.end() == node.begin() + 2;
    const std::string entries = flow.substr(1, flow.size() - 2);
    return {{node.begin() + 1, node.begin() + 1, entries + (is_tight ? "" : " ")}};
  }
  if (node.begin() == node.end()) return fill(place, flow);
  return {{node.begin(), node.end(), flow}};
}

std::vector<Splice> Planner::put_block_under_key(const Place& place,
                                                 const Value& collection) const {
  const size_t behind_colon = *layout_.colon(*place.parent, place.index) + 1;
  const size_t key_column = layout_.column(*place.parent);
  const bool is_absent = place.node.begin() == place.node.end();
  const size_t end = is_absent ? behind_colon : place.node.end();
  const size_t offset = collection.mapping() != nullptr ? style_.indent_step : style_.dash_offset;
  const Boundary boundary = layout_.boundary_behind(end, key_column);
  const NewLines lines = lines_for(boundary, [&](const Emitter& emitter) {
    return emitter.collection(key_column + offset, collection);
  });
  std::vector<Splice> splices;
  if (!is_absent) splices.push_back({behind_colon, end, space_before_comment(text_, end)});
  splices.push_back(insert_lines_at(boundary, lines));
  return splices;
}

std::vector<Splice> Planner::put_root(NodeRef root, const Value& collection) const {
  const NewLines lines = emitter_.collection(0, collection);
  if (root.begin() == root.end()) {
    const bool is_empty = line_begin(text_, text_.size()) == text_.size();
    return {insert_lines_at({text_.size(), is_empty}, lines)};
  }
  const bool is_alone = layout_.column(root) == 0 && !has_comment(text_, root.begin(), root.end());
  if (!is_alone) return {{root.begin(), root.end(), emitter_.flow(collection)}};
  return {{root.begin(), root.end(), joined(lines.lines, style_.line_ending)}};
}

std::vector<Splice> Planner::insert_lines(NodeRef collection, size_t index,
                                          const Boundary& boundary, const NewLines& lines) const {
  std::vector<Splice> splices = {insert_lines_at(boundary, lines)};
  if (boundary.is_at_line_start) return splices;
  // A block that ended with the text gets a line break, which must not become part of it.
  const auto block = layout_.final_block_scalar(collection, index);
  if (block && block->chomping != Chomping::strip && block->content_end == boundary.position) {
    std::string header(text_.substr(block->begin, block->header_end - block->begin));
    if (block->chomping == Chomping::keep) header.erase(header.find('+'), 1);
    splices.push_back({block->begin, block->header_end, header + '-'});
  }
  return splices;
}

Splice Planner::insert_lines_at(const Boundary& boundary, const NewLines& lines) const {
  const std::string_view ending = layout_.line_ending_at(boundary.position, style_.line_ending);
  std::string text = joined(lines.lines, ending);
  if (!boundary.is_at_line_start) text.insert(0, ending);
  if (boundary.is_at_line_start || lines.must_end_line) text += ending;
  return {boundary.position, boundary.position, text};
}

}  // namespace git_session::yaml
