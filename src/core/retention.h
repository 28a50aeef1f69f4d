#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"

namespace git_session {

/// A length of time as people write it: `90d`, `2w`, `6m`, `1y`. Months and years are those of the
/// calendar.
struct Length {
  enum class Unit { days, months };
  int count = 0;
  Unit unit = Unit::days;

  bool operator==(const Length&) const = default;
};

/// `90d`, `90 days`, `1 week`, `6m`, `1 year`; nullopt for anything else, for nothing (`0d`) and
/// for more than a hundred years.
std::optional<Length> parse_length(std::string_view text);
/// "90 days", "6 months"; parse_length() reads it.
std::string describe(Length length);
Date add_length(Date start, Length length);

/// How long the policies with a date keep a session; the settings session.retention.* change them.
struct RetentionLengths {
  Length project = {6, Length::Unit::months};
  Length sprint = {21, Length::Unit::days};
  Length temporary = {30, Length::Unit::days};
};

/// The policies that --retention takes: project, sprint, temporary, permanent, hold.
const std::vector<std::string>& retention_policies();
bool is_retention_policy(std::string_view policy);
/// Whether a session of this policy has a date: project, sprint, temporary.
bool is_dated_policy(std::string_view policy);

/// The day a session of this policy may go, counted from `start`; nullopt for permanent, hold and
/// words we do not know.
std::optional<Date> expiry_date(std::string_view policy, Date start,
                                const RetentionLengths& lengths);

/// Why a session is kept, when nobody says: "Project retention policy"; of one with a length of its
/// own "Kept for 90 days".
std::string default_retention_reason(std::string_view policy);
std::string default_retention_reason(Length length);
/// Whether `reason` is one of those, so that another may take its place.
bool is_default_retention_reason(std::string_view reason, std::string_view policy);

/// What `--retention` says.
struct RetentionChoice {
  std::string policy;            ///< empty where only a length is given
  std::optional<Length> length;  ///< for this session alone
};
/// A policy or a length; nullopt for anything else.
std::optional<RetentionChoice> parse_retention_choice(std::string_view text);

/// What a session had before somebody put a hold on it, as one line of the metadata:
/// "project until 2026-05-22: Project retention policy".
struct HeldRetention {
  std::string policy;
  std::optional<Date> expires_at;
  std::string reason;

  bool operator==(const HeldRetention&) const = default;
};
std::string describe(const HeldRetention& held);
/// nullopt for a line that is none of those.
std::optional<HeldRetention> parse_held_retention(std::string_view line);

}  // namespace git_session
