#pragma once

#include <string>
#include <vector>

namespace git_session {

/// One place of a text, and what shall stand there.
struct Splice {
  size_t begin = 0;
  size_t end = 0;
  std::string text = {};
};

/// `text` with all of them made: places that do not overlap, in any order.
std::string spliced(const std::string& text, std::vector<Splice> splices);

}  // namespace git_session
