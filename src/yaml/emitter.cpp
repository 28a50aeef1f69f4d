#include "yaml/emitter.h"

#include <algorithm>

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

std::optional<NodeRef> member(std::optional<NodeRef> mapping, std::string_view key) {
  return mapping ? mapping->find(key) : std::nullopt;
}

/// Whether a neighbour tells how to write a text: a number or a null does not.
std::optional<Style> text_style_of(std::optional<NodeRef> neighbour) {
  if (!neighbour || !neighbour->is_scalar()) return std::nullopt;
  if (neighbour->style() != Style::plain) return neighbour->style();
  return neighbour->value().text() != nullptr ? std::optional(Style::plain) : std::nullopt;
}

std::string header_of(const LiteralText& text, size_t indicator) {
  std::string header = "|";
  if (text.needs_indicator) header += std::to_string(indicator);
  if (text.final_breaks == 0) header += '-';
  if (text.final_breaks > 1) header += '+';
  return header;
}

}  // namespace

NewLines Emitter::pair(size_t column, std::string_view key, const Value& value) const {
  NewLines out;
  add_pair(out, std::string(column, ' '), column, key, value, std::nullopt);
  return out;
}

NewLines Emitter::item(size_t column, size_t gap, const Value& value,
                       std::optional<NodeRef> neighbour) const {
  NewLines out;
  add_item(out, column, gap, value, neighbour);
  return out;
}

NewLines Emitter::collection(size_t column, const Value& value) const {
  NewLines out;
  if (const auto* mapping = value.mapping()) {
    add_mapping(out, std::string(column, ' '), column, *mapping, std::nullopt);
  } else {
    for (const Value& item : *value.sequence()) add_item(out, column, 1, item, std::nullopt);
  }
  return out;
}

void Emitter::add_item(NewLines& out, size_t column, size_t gap, const Value& value,
                       std::optional<NodeRef> neighbour) const {
  const std::string lead = std::string(column, ' ') + '-' + std::string(gap, ' ');
  const bool is_flow = neighbour && neighbour->style() == Style::flow;
  if (value.mapping() != nullptr && !value.mapping()->empty() && !is_flow) {
    add_mapping(out, lead, column + 1 + gap, *value.mapping(), neighbour);
  } else if (is_collection(value)) {
    out.lines.push_back(lead + flow(value, neighbour));
    out.must_end_line = false;
  } else {
    add_value(out, lead, column, value, neighbour);
  }
}

void Emitter::add_mapping(NewLines& out, const std::string& lead, size_t column,
                          const Value::Mapping& mapping, std::optional<NodeRef> neighbour) const {
  const std::string indentation(column, ' ');
  bool is_first = true;
  for (const auto& [key, value] : mapping) {
    add_pair(out, is_first ? lead : indentation, column, key, value, neighbour);
    is_first = false;
  }
}

void Emitter::add_pair(NewLines& out, const std::string& lead, size_t column,
                       std::string_view key_text, const Value& value,
                       std::optional<NodeRef> neighbour) const {
  const std::string start = lead + key(key_text, false) + ':';
  if (!is_collection(value) || is_empty_collection(value)) {
    add_value(out, start + ' ', column, value, member(neighbour, key_text));
    return;
  }
  out.lines.push_back(start);
  out.must_end_line = false;
  const bool is_mapping = value.mapping() != nullptr;
  NewLines inner =
      collection(column + (is_mapping ? style_.indent_step : style_.dash_offset), value);
  std::move(inner.lines.begin(), inner.lines.end(), std::back_inserter(out.lines));
  out.must_end_line = inner.must_end_line;
}

void Emitter::add_value(NewLines& out, const std::string& lead, size_t base, const Value& value,
                        std::optional<NodeRef> neighbour) const {
  out.must_end_line = false;
  if (is_literal(value)) {
    NewLines block = literal(*value.text(), base);
    block.lines[0].insert(0, lead);
    std::move(block.lines.begin(), block.lines.end(), std::back_inserter(out.lines));
    out.must_end_line = block.must_end_line;
  } else {
    out.lines.push_back(lead +
                        (is_collection(value) ? flow(value) : scalar(value, neighbour, false)));
  }
}

bool Emitter::is_literal(const Value& value) const {
  const std::string* text = value.text();
  return may_use_literals_ && text != nullptr && text->find('\n') != std::string::npos &&
         can_be_literal(*text);
}

NewLines Emitter::literal(std::string_view text, size_t base) const {
  const LiteralText cut = split_literal(text);
  NewLines out;
  out.lines.push_back(header_of(cut, style_.indent_step));
  const std::string indentation(base + style_.indent_step, ' ');
  for (const std::string_view line : cut.lines) {
    out.lines.push_back(line.empty() ? std::string() : indentation + std::string(line));
  }
  out.must_end_line = cut.final_breaks > 0;
  return out;
}

std::string Emitter::flow(const Value& value, std::optional<NodeRef> neighbour) const {
  if (const auto* sequence = value.sequence()) {
    std::string out;
    for (const Value& item : *sequence) out += (out.empty() ? "" : ", ") + flow(item);
    return '[' + out + ']';
  }
  if (const auto* mapping = value.mapping()) {
    std::string out;
    for (const auto& [key_text, member_value] : *mapping) {
      out += (out.empty() ? "" : ", ") +
             flow_pair(key_text, member_value, member(neighbour, key_text));
    }
    return '{' + out + '}';
  }
  return scalar(value, neighbour, true);
}

std::string Emitter::flow_pair(std::string_view key_text, const Value& value,
                               std::optional<NodeRef> neighbour) const {
  return key(key_text, true) + ": " + flow(value, neighbour);
}

std::string Emitter::scalar(const Value& value, std::optional<NodeRef> neighbour,
                            bool in_flow) const {
  const std::string* text = value.text();
  if (text == nullptr) return write_typed(value);
  return write_text(*text, choose_style(style_, *text, text_style_of(neighbour), in_flow), in_flow);
}

std::string Emitter::key(std::string_view text, bool in_flow) const {
  if (can_be_plain(text, in_flow)) return std::string(text);
  return write_text(text, style_.quotes, in_flow);
}

}  // namespace git_session::yaml
