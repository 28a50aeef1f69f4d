#pragma once

#include <string_view>

namespace git_session::markdown {

/// A file without its byte order mark, in two parts.
struct SplitText {
  std::string_view front_matter;  ///< without the lines of dashes around it
  std::string_view body;
  int body_line = 1;  ///< the line of the file on which the body starts
};

/// Front matter is what stands between a first line `---` and the next line `---` or `...`.
SplitText split_front_matter(std::string_view text);

}  // namespace git_session::markdown
