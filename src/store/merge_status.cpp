#include "store/merge_status.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "base/time.h"
#include "store/metadata_tree.h"

namespace git_session {
namespace {

std::string word_of(const Value::Mapping& status) {
  const Value* word = find_value(status, "current");
  if (word == nullptr) return "active";
  return word->text() != nullptr ? *word->text() : std::string();
}

std::optional<Instant> time_of(const Value::Mapping& status, std::string_view key) {
  const Value* value = find_value(status, key);
  if (value == nullptr || value->text() == nullptr) return std::nullopt;
  return parse_rfc3339(*value->text());
}

bool name_is_known(std::string_view word) {
  return word == "active" || word == "closed" || word == "archived";
}

/// A time that is no time cannot be compared.
bool is_readable(const Value::Mapping& status) {
  return std::all_of(status.begin(), status.end(), [&](const auto& pair) {
    if (pair.first == "current") return name_is_known(word_of(status));
    return time_of(status, pair.first).has_value();
  });
}

std::optional<Instant> later(std::optional<Instant> left, std::optional<Instant> right) {
  return std::max(left, right);  // nothing is before everything
}

}  // namespace

std::optional<Value::Mapping> merge_status(const Value::Mapping& base, const Value::Mapping& ours,
                                           const Value::Mapping& theirs) {
  if (!is_readable(ours) || !is_readable(theirs)) return std::nullopt;
  const std::string our_word = word_of(ours);
  const std::string their_word = word_of(theirs);
  const bool was_active = word_of(base) == "active";
  if ((our_word == "active") != (their_word == "active")) {
    // From an active session nobody goes back to active; from another one that is a reopening.
    if (!was_active) return std::nullopt;
    return our_word == "active" ? theirs : ours;
  }
  Value::Mapping merged;
  const bool is_archived = our_word == "archived" || their_word == "archived";
  merged.emplace_back("current", is_archived ? Value("archived") : Value(our_word));
  for (std::string_view key : {"closed_at", "archived_at"}) {
    const auto time = later(time_of(ours, key), time_of(theirs, key));
    if (time) merged.emplace_back(key, Value(format_rfc3339(*time)));
  }
  return merged;
}

}  // namespace git_session
