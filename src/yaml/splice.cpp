#include "yaml/splice.h"

#include <algorithm>

namespace git_session::yaml {

std::string apply_splices(std::string_view source, std::vector<Splice> splices) {
  std::stable_sort(splices.begin(), splices.end(), [](const Splice& left, const Splice& right) {
    return left.begin < right.begin;
  });
  std::string out;
  size_t added = 0;
  for (const Splice& splice : splices) added += splice.text.size();
  out.reserve(source.size() + added);
  size_t position = 0;
  for (const Splice& splice : splices) {
    out += source.substr(position, splice.begin - position);
    out += splice.text;
    position = splice.end;
  }
  return out += source.substr(position);
}

bool are_apart(const std::vector<Splice>& left, const std::vector<Splice>& right) {
  return std::none_of(left.begin(), left.end(), [&](const Splice& one) {
    return std::any_of(right.begin(), right.end(), [&](const Splice& other) {
      return one.begin <= other.end && other.begin <= one.end;
    });
  });
}

}  // namespace git_session::yaml
