#include "mcp/line_splitter.h"

#include <utility>

#include "base/text.h"

namespace git_session::mcp {

void LineSplitter::feed(std::string_view bytes, const std::function<void(Line)>& take) {
  for (size_t end; (end = bytes.find('\n')) != bytes.npos; bytes.remove_prefix(end + 1)) {
    append(bytes.substr(0, end));
    Line line = take_line();
    if (line.is_too_long || !trim(line.text).empty()) take(std::move(line));
  }
  append(bytes);
}

void LineSplitter::append(std::string_view bytes) {
  if (is_too_long_) return;
  if (bytes.size() <= most_bytes_ - pending_.size()) {
    pending_ += bytes;
    return;
  }
  is_too_long_ = true;
  std::string().swap(pending_);
}

Line LineSplitter::take_line() {
  Line line{std::exchange(pending_, {}), std::exchange(is_too_long_, false)};
  if (line.text.ends_with('\r')) line.text.pop_back();
  return line;
}

}  // namespace git_session::mcp
