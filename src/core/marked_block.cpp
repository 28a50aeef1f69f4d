#include "core/marked_block.h"

#include <optional>

#include "base/error.h"
#include "base/text.h"

namespace git_session {
namespace {

struct Marks {
  std::string_view first;
  std::string_view last;
};

Marks marks_of(BlockMarks marks) {
  if (marks == BlockMarks::html)
    return {"<!-- >>> git-session >>> -->", "<!-- <<< git-session <<< -->"};
  return {"# >>> git-session >>>", "# <<< git-session <<<"};
}

/// The block's place in a text, from the first byte of its first line to behind the line end of its
/// last one, when that has one.
struct Block {
  size_t start = 0;
  size_t end = 0;
  size_t first_line = 0;  ///< of what it holds
  size_t last_mark = 0;   ///< the start of that line
};

[[noreturn]] void fail(const std::string& name, int line, const std::string& what) {
  throw Error(ErrorKind::invalid_data, name + ": " + what,
              "remove the lines of git-session from " + name + " and repeat")
      .at_line(line);
}

std::optional<Block> find_block(std::string_view text, const std::string& name,
                                const Marks& marks) {
  std::optional<Block> block;
  std::optional<Block> open;
  int line = 0;
  int open_line = 0;
  for (size_t start = 0; start < text.size();) {
    size_t feed = text.find('\n', start);
    size_t end = feed == text.npos ? text.size() : feed + 1;
    std::string_view content = trim(text.substr(start, end - start));
    ++line;
    if (content == marks.first) {
      if (open || block) fail(name, line, "the block of git-session starts twice");
      open = Block{start, end, end, end};
      open_line = line;
    } else if (content.starts_with(marks.last)) {
      if (!open) fail(name, line, "the block of git-session ends where none is");
      // Where the text had no final newline, what somebody appended stands behind the mark.
      const bool is_alone = content == marks.last;
      const size_t last = text.find(marks.last, start);
      block =
          Block{open->start, is_alone ? end : last + marks.last.size(), open->first_line, start};
      open.reset();
    }
    start = end;
  }
  if (open) fail(name, open_line, "the block of git-session has no end");
  return block;
}

bool has_carriage_returns(std::string_view text) {
  size_t feed = text.find('\n');
  return feed != text.npos && feed > 0 && text[feed - 1] == '\r';
}

std::string render_block(std::string_view lines, bool carriage_returns, const Marks& marks) {
  std::string plain =
      std::string(marks.first) + "\n" + std::string(lines) + std::string(marks.last) + "\n";
  if (!carriage_returns) return plain;
  std::string block;
  for (char c : plain) block += c == '\n' ? "\r\n" : std::string(1, c);
  return block;
}

std::string line_end(bool carriage_returns) { return carriage_returns ? "\r\n" : "\n"; }

void drop_end(std::string& text, const std::string& end) {
  if (text.ends_with(end)) text.resize(text.size() - end.size());
}

}  // namespace

std::string with_marked_block(const std::string& text, std::string_view lines,
                              const std::string& name, BlockMarks marks) {
  std::optional<Block> old = find_block(text, name, marks_of(marks));
  bool carriage_returns = has_carriage_returns(old ? text.substr(old->start) : text);
  std::string block = render_block(lines, carriage_returns, marks_of(marks));
  Block place = old.value_or(Block{text.size(), text.size(), text.size(), text.size()});
  std::string before = text.substr(0, place.start);
  std::string after = text.substr(place.end);
  bool ends_the_text = after.empty();
  bool lacks_line_end = old ? !text.ends_with('\n') : !text.empty() && !text.ends_with('\n');
  if (ends_the_text && lacks_line_end) drop_end(block, line_end(carriage_returns));
  if (!before.empty() && !before.ends_with('\n')) before += line_end(carriage_returns);
  return before + block + after;
}

std::string without_marked_block(const std::string& text, const std::string& name,
                                 BlockMarks marks) {
  std::optional<Block> block = find_block(text, name, marks_of(marks));
  if (!block) return text;
  std::string before = text.substr(0, block->start);
  // A block without a line end was added behind a text without one.
  if (block->end == text.size() && !text.ends_with('\n')) {
    drop_end(before, line_end(has_carriage_returns(text.substr(block->start))));
  }
  return before + text.substr(block->end);
}

std::optional<std::string> marked_block_lines(const std::string& text, const std::string& name,
                                              BlockMarks marks) {
  const std::optional<Block> block = find_block(text, name, marks_of(marks));
  if (!block) return std::nullopt;
  return text.substr(block->first_line, block->last_mark - block->first_line);
}

}  // namespace git_session
