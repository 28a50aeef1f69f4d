#include "core/marked_block.h"

#include <optional>

#include "base/error.h"
#include "base/text.h"

namespace git_session {
namespace {

constexpr std::string_view first_mark = "# >>> git-session >>>";
constexpr std::string_view last_mark = "# <<< git-session <<<";

/// The block's place in a text, from the first byte of its first line to behind the line end of its
/// last one, when that has one.
struct Block {
  size_t start = 0;
  size_t end = 0;
};

[[noreturn]] void fail(const std::string& name, int line, const std::string& what) {
  throw Error(ErrorKind::invalid_data, name + ": " + what,
              "remove the lines of git-session from " + name + " and repeat")
      .at_line(line);
}

std::optional<Block> find_block(std::string_view text, const std::string& name) {
  std::optional<Block> block;
  std::optional<size_t> open;
  int line = 0;
  int open_line = 0;
  for (size_t start = 0; start < text.size();) {
    size_t feed = text.find('\n', start);
    size_t end = feed == text.npos ? text.size() : feed + 1;
    std::string_view content = trim(text.substr(start, end - start));
    ++line;
    if (content == first_mark) {
      if (open || block) fail(name, line, "the block of git-session starts twice");
      open = start;
      open_line = line;
    } else if (content == last_mark) {
      if (!open) fail(name, line, "the block of git-session ends where none is");
      block = Block{*open, end};
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

std::string render_block(std::string_view lines, bool carriage_returns) {
  std::string plain =
      std::string(first_mark) + "\n" + std::string(lines) + std::string(last_mark) + "\n";
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
                              const std::string& name) {
  std::optional<Block> old = find_block(text, name);
  bool carriage_returns = has_carriage_returns(old ? text.substr(old->start) : text);
  std::string block = render_block(lines, carriage_returns);
  Block place = old.value_or(Block{text.size(), text.size()});
  std::string before = text.substr(0, place.start);
  std::string after = text.substr(place.end);
  bool ends_the_text = after.empty();
  bool lacks_line_end = old ? !text.ends_with('\n') : !text.empty() && !text.ends_with('\n');
  if (ends_the_text && lacks_line_end) drop_end(block, line_end(carriage_returns));
  if (!before.empty() && !before.ends_with('\n')) before += line_end(carriage_returns);
  return before + block + after;
}

std::string without_marked_block(const std::string& text, const std::string& name) {
  std::optional<Block> block = find_block(text, name);
  if (!block) return text;
  std::string before = text.substr(0, block->start);
  // A block without a line end was added behind a text without one.
  if (block->end == text.size() && !text.ends_with('\n')) {
    drop_end(before, line_end(has_carriage_returns(text.substr(block->start))));
  }
  return before + text.substr(block->end);
}

}  // namespace git_session
