#include "store/splice.h"

#include <algorithm>

namespace git_session {

std::string spliced(const std::string& text, std::vector<Splice> splices) {
  std::sort(splices.begin(), splices.end(),
            [](const Splice& left, const Splice& right) { return left.begin < right.begin; });
  std::string result;
  size_t position = 0;
  for (const Splice& splice : splices) {
    result.append(text, position, splice.begin - position);
    result += splice.text;
    position = splice.end;
  }
  return result.append(text, position);
}

}  // namespace git_session
