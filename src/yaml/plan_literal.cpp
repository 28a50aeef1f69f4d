#include <algorithm>
#include <limits>
#include <string>

#include "yaml/lines.h"
#include "yaml/planner.h"
#include "yaml/scalar.h"

namespace git_session::yaml {
namespace {

using Lines = std::vector<std::string_view>;

/// Each with its line break.
Lines source_lines(std::string_view text, size_t begin, size_t end) {
  Lines lines;
  while (begin < end) {
    const size_t next = next_line(text, begin);
    lines.push_back(text.substr(begin, next - begin));
    begin = next;
  }
  return lines;
}

/// A text that ends with the file lacks its last line break whatever the header says.
Chomping chomping_for(const LiteralText& wanted, Chomping old, bool is_open) {
  if (wanted.final_breaks > 1) return Chomping::keep;
  if (wanted.final_breaks == 1) return old == Chomping::keep ? old : Chomping::clip;
  return is_open ? old : Chomping::strip;
}

std::string with_chomping(std::string header, Chomping chomping) {
  std::erase_if(header, [](char character) { return character == '+' || character == '-'; });
  if (chomping == Chomping::clip) return header;
  return header + (chomping == Chomping::keep ? '+' : '-');
}

/// How many lines at the start and at the end two texts have in common.
std::pair<size_t, size_t> common_lines(const Lines& left, const Lines& right) {
  const size_t most = std::min(left.size(), right.size());
  const auto front = static_cast<size_t>(
      std::mismatch(left.begin(), left.begin() + static_cast<std::ptrdiff_t>(most), right.begin())
          .first -
      left.begin());
  size_t back = 0;
  while (back < most - front && left[left.size() - 1 - back] == right[right.size() - 1 - back]) {
    ++back;
  }
  return {front, back};
}

/// The lines of a block, old ones as they were spelled: blank ones may hold any number of blanks.
std::string content_of(const LiteralText& wanted, const LiteralText& old, const Lines& source,
                       size_t indentation, std::string_view ending) {
  const bool is_known = old.lines.size() == source.size();
  const auto [front, back] = common_lines(is_known ? old.lines : Lines(), wanted.lines);
  std::string content;
  for (size_t i = 0; i < wanted.lines.size(); ++i) {
    const size_t from_end = wanted.lines.size() - i;
    if (i < front || from_end <= back) {
      const std::string_view line = i < front ? source[i] : source[source.size() - from_end];
      content += line;
      if (break_length_before(line, line.size()) == 0) content += ending;
    } else {
      if (!wanted.lines[i].empty()) content.append(indentation, ' ').append(wanted.lines[i]);
      content += ending;
    }
  }
  return content;
}

}  // namespace

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
    const size_t end = place.node.end();
    splices = {{place.node.begin(), end, header + space_before_comment(text_, end)}};
  }
  // The new lines go where the old value's last line ends, before any comment.
  const size_t last = splices.back().end;
  const Boundary boundary = break_length_before(text_, last) != 0
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
  const bool is_open = layout_.is_open_end(block.content_end);
  const Chomping chomping = chomping_for(wanted, block.chomping, is_open);

  const std::string old_header(text_.substr(block.begin, block.header_end - block.begin));
  std::string header =
      chomping == block.chomping ? old_header : with_chomping(old_header, chomping);
  if (wanted.needs_indicator && !block.has_indicator) {
    if (indentation <= base || indentation - base > 9) return std::nullopt;
    header.insert(1, std::to_string(indentation - base));
  }
  const std::string_view ending = layout_.line_ending_at(block.content_end, style_.line_ending);
  std::string content =
      content_of(wanted, split_literal(place.node.text()),
                 source_lines(text_, block.content_begin, block.content_end), indentation, ending);
  if (is_open && wanted.final_breaks == 0) {
    content.erase(content.size() - break_length_before(content, content.size()));
  }
  if (break_length_before(text_, block.content_begin) == 0) content.insert(0, ending);
  // Blank lines behind belong to what keeps them; and to a first line they could seem its own.
  const bool takes_blank_lines = chomping == Chomping::keep || !block.indentation;
  const size_t end =
      takes_blank_lines ? std::max(place.node.end(), block.content_end) : block.content_end;
  std::vector<Splice> splices = {trimmed(text_, {block.content_begin, end, std::move(content)})};
  if (header != old_header) splices.push_back({block.begin, block.header_end, header});
  return splices;
}

}  // namespace git_session::yaml
