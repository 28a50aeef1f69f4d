#include "yaml/guard.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string>

#include "base/error.h"
#include "base/text.h"
#include "yaml/document.h"

namespace git_session::yaml {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

int line_at(std::string_view text, size_t position) {
  return 1 + static_cast<int>(std::count(text.begin(), text.begin() + position, '\n'));
}

Error refusal(const std::string& message, int line) {
  return Error(ErrorKind::invalid_data, message).at_line(line);
}

bool is_all_ascii(std::string_view text) {
  size_t position = 0;
  uint64_t high_bits = 0;
  for (; position + 8 <= text.size(); position += 8) {
    uint64_t word;
    std::memcpy(&word, text.data() + position, 8);
    high_bits |= word;
  }
  for (; position < text.size(); ++position) {
    high_bits |= static_cast<unsigned char>(text[position]);
  }
  return (high_bits & 0x8080808080808080U) == 0;
}

size_t first_invalid_utf8(std::string_view text) {
  size_t position = 0;
  while (position < text.size()) {
    const size_t start = position;
    if (!next_code_point(text, position)) return start;
  }
  return text.size();
}

/// Git writes seven of a kind, or as many as an attribute says, then a blank and a label or the end
/// of the line.
bool is_conflict_marker(std::string_view line) {
  if (line.size() < 7) return false;
  const char kind = line[0];
  if (kind != '<' && kind != '=' && kind != '>' && kind != '|') return false;
  size_t length = 1;
  while (length < line.size() && line[length] == kind) ++length;
  if (length < 7) return false;
  // More of them may underline something; those that begin and end a conflict do not.
  if (length > 7 && kind != '<' && kind != '>') return false;
  return length == line.size() || line[length] == ' ' || line[length] == '\r';
}

void check_lines(std::string_view text) {
  int number = 0;
  for (size_t begin = 0; begin < text.size(); ++number) {
    const size_t found = text.find('\n', begin);
    const size_t end = found == std::string_view::npos ? text.size() : found;
    const std::string_view line = text.substr(begin, end - begin);
    if (is_conflict_marker(line)) {
      throw Error(ErrorKind::invalid_data, std::string(conflict_message),
                  "resolve the conflict in an editor, then 'git add' the file")
          .at_line(number + 1);
    }
    // libyaml compares each directive with all before it.
    if (line.starts_with("%TAG")) throw refusal("a tag directive", number + 1);
    begin = end + 1;
  }
}

}  // namespace

Preflight check_before_reading(std::string_view text) {
  if (text.size() > max_bytes) {
    throw refusal("larger than " + std::to_string(max_bytes) + " bytes", 0)
        .with_reason("too-large");
  }
  if (const size_t zero = text.find('\0'); zero != std::string_view::npos) {
    throw refusal("a NUL byte", line_at(text, zero));
  }
  Preflight result;
  result.is_ascii = is_all_ascii(text);
  if (!result.is_ascii && !is_valid_utf8(text)) {
    throw refusal("not UTF-8", line_at(text, first_invalid_utf8(text)));
  }
  if (text.starts_with(byte_order_mark)) result.content_begin = byte_order_mark.size();
  check_lines(text.substr(result.content_begin));
  return result;
}

}  // namespace git_session::yaml
