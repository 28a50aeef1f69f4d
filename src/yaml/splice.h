#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace git_session::yaml {

/// Bytes `begin` to `end` of a text give way to `text`.
struct Splice {
  size_t begin = 0;
  size_t end = 0;
  std::string text;
};

/// All at once; the splices must not overlap. Those at one place stay in their order.
std::string apply_splices(std::string_view source, std::vector<Splice> splices);

/// The smallest splice with the same effect.
Splice trimmed(std::string_view source, const Splice& splice);

/// Whether two sets of splices lie apart, with a byte between them: then neither changes what the
/// other was planned for.
bool are_apart(const std::vector<Splice>& left, const std::vector<Splice>& right);

}  // namespace git_session::yaml
