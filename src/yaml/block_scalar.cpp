#include "yaml/block_scalar.h"

#include "yaml/lines.h"

namespace git_session::yaml {
namespace {

void read_header(std::string_view text, size_t begin, size_t base, BlockScalar& block) {
  block.begin = begin;
  size_t position = begin + 1;
  for (; position < text.size(); ++position) {
    const char character = text[position];
    if (character == '+' || character == '-') {
      block.chomping = character == '+' ? Chomping::keep : Chomping::strip;
    } else if (character >= '1' && character <= '9') {
      block.has_indicator = true;
      block.indentation = base + static_cast<size_t>(character - '0');
    } else {
      break;
    }
  }
  block.header_end = position;
}

bool ends_at(std::string_view text, size_t position) {
  return position >= text.size() || break_length(text, position) != 0;
}

std::optional<size_t> first_indentation(std::string_view text, size_t begin, size_t end) {
  for (size_t line = begin; line < end; line = next_line(text, line)) {
    const size_t first = skip_spaces(text, line);
    if (!ends_at(text, first)) return first - line;
  }
  return std::nullopt;
}

}  // namespace

bool is_block_scalar(NodeRef node) {
  return node.style() == Style::literal || node.style() == Style::folded;
}

BlockScalar block_scalar_at(std::string_view text, NodeRef scalar, size_t base) {
  BlockScalar block;
  read_header(text, scalar.begin(), base, block);
  block.content_begin = next_line(text, block.header_end);
  if (!block.indentation) {
    block.indentation = first_indentation(text, block.content_begin, scalar.end());
  }
  block.content_end = block.content_begin;
  for (size_t line = block.content_begin; line < scalar.end(); line = next_line(text, line)) {
    const size_t first = skip_spaces(text, line);
    const bool is_blank =
        ends_at(text, first) && (!block.indentation || first - line <= *block.indentation);
    if (!is_blank || block.chomping == Chomping::keep) block.content_end = next_line(text, line);
  }
  return block;
}

}  // namespace git_session::yaml
