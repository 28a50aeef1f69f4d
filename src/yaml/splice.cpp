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

Splice trimmed(std::string_view source, const Splice& splice) {
  const std::string_view old = source.substr(splice.begin, splice.end - splice.begin);
  const std::string_view added = splice.text;
  const size_t shortest = std::min(old.size(), added.size());
  size_t front = 0;
  while (front < shortest && old[front] == added[front]) ++front;
  size_t back = 0;
  while (back < shortest - front && old[old.size() - 1 - back] == added[added.size() - 1 - back]) {
    ++back;
  }
  return {splice.begin + front, splice.end - back,
          std::string(added.substr(front, added.size() - front - back))};
}

bool are_apart(const std::vector<Splice>& left, const std::vector<Splice>& right) {
  return std::none_of(left.begin(), left.end(), [&](const Splice& one) {
    return std::any_of(right.begin(), right.end(), [&](const Splice& other) {
      return one.begin <= other.end && other.begin <= one.end;
    });
  });
}

}  // namespace git_session::yaml
