#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace git_session::mcp {

/// One line of a stream, without its end.
struct Line {
  std::string text;          ///< empty when it was too long
  bool is_too_long = false;  ///< it had more than the limit, and was thrown away as it came
};

/// Cuts a stream of bytes into lines, and never keeps more than the longest that is allowed. Blank
/// lines are passed over, a carriage return before the line feed is taken off; what has no line
/// feed yet is no line.
class LineSplitter {
 public:
  explicit LineSplitter(size_t most_bytes) : most_bytes_(most_bytes) {}

  /// Hands over every line that `bytes` completes, in order.
  void feed(std::string_view bytes, const std::function<void(Line)>& take);

 private:
  void append(std::string_view bytes);
  Line take_line();

  size_t most_bytes_;
  std::string pending_;
  bool is_too_long_ = false;
};

}  // namespace git_session::mcp
