#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace git_session::agents {

/// Where a value of a JSON text stands, and what stands in it.
struct JsonPlace {
  size_t entry = 0;  ///< where it begins: the key of a member, else the value
  size_t begin = 0;  ///< of the value
  size_t end = 0;    ///< behind it
  std::string key;   ///< of a member, unescaped
  std::vector<JsonPlace> children;
};

/// How deep values may lie in each other.
inline constexpr size_t deepest_json = 64;

/// The root of a text that JSON parsers took; a byte order mark before it is passed over. Throws
/// Error(invalid_data) at the line of a key that stands twice in its object, and of what lies too
/// deep. `name` is for messages.
JsonPlace find_json_places(std::string_view text, const std::string& name);

/// The line of a byte, counted from 1.
int line_of_byte(std::string_view text, size_t position);

}  // namespace git_session::agents
