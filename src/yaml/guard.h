#pragma once

#include <string_view>

namespace git_session::yaml {

/// What is said of a text that git left both sides of a merge in.
inline constexpr std::string_view conflict_message = "merge conflict markers";

/// What the reader looks at before libyaml sees a byte.
struct Preflight {
  size_t content_begin = 0;  ///< behind the byte-order mark, if there is one
  bool is_ascii = false;     ///< a character is a byte everywhere
};

/// Refuses what needs no parser to be refused, and what would cost libyaml more than linear time.
/// Throws Error(invalid_data) with the line: over the size limit, NUL, not UTF-8, merge-conflict
/// markers, tag directives.
Preflight check_before_reading(std::string_view text);

}  // namespace git_session::yaml
