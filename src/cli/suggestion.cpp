#include "cli/suggestion.h"

#include <algorithm>

#include "base/text.h"

namespace git_session {
namespace {

constexpr size_t longest_word_compared = 64;

// Two mistakes in a word of six letters are likely a slip; in a word of three they are another
// word.
size_t tolerance_for(size_t length) { return std::max<size_t>(1, length / 3); }

}  // namespace

size_t edit_distance(std::string_view left, std::string_view right) {
  std::vector<size_t> before_previous(right.size() + 1);
  std::vector<size_t> previous(right.size() + 1);
  std::vector<size_t> current(right.size() + 1);
  for (size_t j = 0; j <= right.size(); ++j) current[j] = j;
  for (size_t i = 1; i <= left.size(); ++i) {
    before_previous.swap(previous);
    previous.swap(current);
    current[0] = i;
    for (size_t j = 1; j <= right.size(); ++j) {
      const bool equal = left[i - 1] == right[j - 1];
      current[j] =
          std::min({previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (equal ? 0 : 1)});
      const bool swapped =
          i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
      if (swapped) current[j] = std::min(current[j], before_previous[j - 2] + 1);
    }
  }
  return current[right.size()];
}

std::optional<std::string> nearest_word(std::string_view word,
                                        const std::vector<std::string>& candidates) {
  if (word.empty() || word.size() > longest_word_compared) return std::nullopt;
  const std::string lowered = to_lower_ascii(word);
  const std::string* best = nullptr;
  size_t best_distance = tolerance_for(word.size()) + 1;
  for (const std::string& candidate : candidates) {
    const size_t distance = edit_distance(lowered, to_lower_ascii(candidate));
    if (distance < best_distance) {
      best = &candidate;
      best_distance = distance;
    }
  }
  if (best != nullptr) return *best;
  // `--promo` for `--promoted-only`: no slip, but somebody who hoped for an abbreviation.
  if (word.size() < 3) return std::nullopt;
  for (const std::string& candidate : candidates) {
    if (to_lower_ascii(candidate).starts_with(lowered)) return candidate;
  }
  return std::nullopt;
}

}  // namespace git_session
