#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "yaml/document.h"
#include "yaml/edit.h"

namespace git_session::test {

/// Decisions that depend on nothing but the seed, or on given bytes while there are some.
class Choices {
 public:
  explicit Choices(uint64_t seed, std::string_view bytes = {}) : state_(seed), bytes_(bytes) {}
  /// Less than `limit`, which is not 0.
  size_t below(size_t limit);
  bool one_in(size_t count) { return below(count) == 0; }
  template <typename T>
  const T& of(const std::vector<T>& things) {
    return things[below(things.size())];
  }

 private:
  uint64_t state_;
  std::string_view bytes_;
};

/// `text` with a line or a character moved, doubled, lost or put in, as editors, merges and tired
/// people do. What comes out may not be YAML.
std::string mutate(std::string text, Choices& choices);

/// Values of every kind, most of them awkward to write down.
Value random_scalar(Choices& choices);
Value random_item(Choices& choices);

/// An edit of something that is there, or next to it.
yaml::Edit random_edit(const yaml::Document& document, Choices& choices);

}  // namespace git_session::test
