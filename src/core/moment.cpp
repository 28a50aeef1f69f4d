#include "core/moment.h"

#include "base/error.h"
#include "base/text.h"

namespace git_session {
namespace {

constexpr int64_t max_count = 10000;

Moment whole_day(Date day) {
  return {from_local({day, 0, 0, 0}), from_local({add_days(day, 1), 0, 0, 0})};
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  for (std::string& word : split(text, ' ')) {
    if (!word.empty()) words.push_back(to_lower_ascii(word));
  }
  return words;
}

std::optional<Instant> parse_ago(std::string_view text, Instant now) {
  std::vector<std::string> words = words_of(text);
  if (words.size() != 3 || words[2] != "ago") return std::nullopt;
  auto count = parse_integer(words[0]);
  if (!count || *count < 0 || *count > max_count) return std::nullopt;
  std::string unit = words[1];
  if (unit.ends_with('s')) unit.pop_back();
  LocalTime local = to_local(now);
  int amount = static_cast<int>(*count);
  if (unit == "day") {
    local.date = add_days(local.date, -amount);
  } else if (unit == "week") {
    local.date = add_days(local.date, -7 * amount);
  } else if (unit == "month") {
    local.date = add_months(local.date, -amount);
  } else {
    return std::nullopt;
  }
  return from_local(local);
}

}  // namespace

Moment parse_moment(std::string_view text, Instant now) {
  std::string_view trimmed = trim(text);
  if (trimmed == "today") return whole_day(to_local(now).date);
  if (trimmed == "yesterday") return whole_day(add_days(to_local(now).date, -1));
  if (auto day = parse_date(trimmed)) return whole_day(*day);
  std::optional<Instant> instant = parse_ago(trimmed, now);
  if (!instant) instant = parse_rfc3339(trimmed);
  if (instant) return {*instant, *instant + std::chrono::seconds(1)};
  throw Error(
      ErrorKind::usage, "cannot read '" + std::string(text) + "' as a time",
      "write 2025-11-22, 2025-11-22T08:00:00Z, '3 days ago', '2 weeks ago', today or yesterday");
}

}  // namespace git_session
