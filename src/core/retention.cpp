#include "core/retention.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace git_session {
namespace {

constexpr std::string_view own_length_lead = "Kept for ";
constexpr std::string_view until_lead = " until ";
constexpr std::string_view reason_lead = ": ";
constexpr int most_days = 36525;
constexpr int most_months = 1200;

struct UnitWord {
  std::string_view letter;
  std::string_view word;
  Length unit;  ///< one of it
};
constexpr std::array unit_words = {
    UnitWord{"d", "day", {1, Length::Unit::days}},
    UnitWord{"w", "week", {7, Length::Unit::days}},
    UnitWord{"m", "month", {1, Length::Unit::months}},
    UnitWord{"y", "year", {12, Length::Unit::months}},
};

std::optional<Length> unit_named(std::string_view name) {
  for (const UnitWord& unit : unit_words) {
    const bool is_plural = name.ends_with('s') && name.substr(0, name.size() - 1) == unit.word;
    if (name == unit.letter || name == unit.word || is_plural) return unit.unit;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Length> parse_length(std::string_view text) {
  const size_t end = std::min(text.find_first_not_of("0123456789"), text.size());
  const auto count = parse_integer(text.substr(0, end));
  const auto unit = unit_named(to_lower_ascii(trim(text.substr(end))));
  if (!count || !unit || *count < 1 || *count > most_days) return std::nullopt;
  const int most = unit->unit == Length::Unit::months ? most_months : most_days;
  if (*count > most / unit->count) return std::nullopt;
  return Length{static_cast<int>(*count) * unit->count, unit->unit};
}

std::string describe(Length length) {
  return count_of(static_cast<size_t>(length.count),
                  length.unit == Length::Unit::months ? "month" : "day");
}

Date add_length(Date start, Length length) {
  return length.unit == Length::Unit::months ? add_months(start, length.count)
                                             : add_days(start, length.count);
}

const std::vector<std::string>& retention_policies() {
  static const std::vector<std::string> policies = {"project", "sprint", "temporary", "permanent",
                                                    "hold"};
  return policies;
}

bool is_retention_policy(std::string_view policy) {
  const auto& all = retention_policies();
  return std::find(all.begin(), all.end(), policy) != all.end();
}

bool is_dated_policy(std::string_view policy) {
  return policy == "project" || policy == "sprint" || policy == "temporary";
}

std::optional<Date> expiry_date(std::string_view policy, Date start,
                                const RetentionLengths& lengths) {
  if (policy == "project") return add_length(start, lengths.project);
  if (policy == "sprint") return add_length(start, lengths.sprint);
  if (policy == "temporary") return add_length(start, lengths.temporary);
  return std::nullopt;
}

std::string default_retention_reason(std::string_view policy) {
  std::string reason(policy);
  if (!reason.empty() && reason[0] >= 'a' && reason[0] <= 'z') reason[0] -= 'a' - 'A';
  return reason + " retention policy";
}

std::string default_retention_reason(Length length) {
  return std::string(own_length_lead) + describe(length);
}

bool is_default_retention_reason(std::string_view reason, std::string_view policy) {
  if (reason.starts_with(own_length_lead)) {
    return parse_length(reason.substr(own_length_lead.size())).has_value();
  }
  return reason == default_retention_reason(policy);
}

std::optional<RetentionChoice> parse_retention_choice(std::string_view text) {
  if (is_retention_policy(text)) return RetentionChoice{std::string(text), std::nullopt};
  if (auto length = parse_length(text)) return RetentionChoice{"", length};
  return std::nullopt;
}

std::string describe(const HeldRetention& held) {
  std::string line = held.policy;
  if (held.expires_at) line += std::string(until_lead) + format_date(*held.expires_at);
  if (!held.reason.empty()) line += std::string(reason_lead) + held.reason;
  return line;
}

std::optional<HeldRetention> parse_held_retention(std::string_view line) {
  HeldRetention held;
  const size_t colon = std::min(line.find(reason_lead), line.size());
  if (colon < line.size()) held.reason = line.substr(colon + reason_lead.size());
  line = line.substr(0, colon);
  if (const size_t until = line.rfind(until_lead); until != line.npos) {
    held.expires_at = parse_date(line.substr(until + until_lead.size()));
    if (!held.expires_at) return std::nullopt;
    line = line.substr(0, until);
  }
  if (line.empty() || line.starts_with(' ')) return std::nullopt;
  held.policy = line;
  return held;
}

}  // namespace git_session
