#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace git_session {

/// Single-character insertions, deletions, replacements and swaps of neighbours between two words.
size_t edit_distance(std::string_view left, std::string_view right);

/// The candidate that `word` was most likely meant to be; nullopt when none is near.
std::optional<std::string> nearest_word(std::string_view word,
                                        const std::vector<std::string>& candidates);

}  // namespace git_session
