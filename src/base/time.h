#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace git_session {

/// A moment, UTC, to the second: what metadata can hold.
using Instant = std::chrono::sys_seconds;
/// A calendar day without a zone.
using Date = std::chrono::year_month_day;

/// The system clock's now. The programs call it once; everything below takes the moment as a
/// parameter.
Instant current_time();

std::string format_rfc3339(Instant instant);
/// RFC 3339 and its relatives in the field: `T` or a blank, optional fraction, `Z`, an offset, or
/// no zone at all (taken as UTC); a bare date is midnight UTC. nullopt for anything else.
std::optional<Instant> parse_rfc3339(std::string_view text);

std::string format_date(Date date);
/// `YYYY-MM-DD`, a day that exists; nullopt otherwise.
std::optional<Date> parse_date(std::string_view text);

/// The local time zone's view of a moment.
struct LocalTime {
  Date date;
  int hour = 0;
  int minute = 0;
  int second = 0;
};
LocalTime to_local(Instant instant);
Instant from_local(const LocalTime& local);
/// `YYYY-MM-DD_HH-MM-SS`, as output names carry it.
std::string format_file_stamp(const LocalTime& local);

/// Days and months added stop at the years 1 and 9999.
Date add_days(Date date, int days);
/// Calendar months; a day that the month lacks becomes the month's last.
Date add_months(Date date, int months);
/// Days from `from` to `to`; negative when `to` is earlier.
int days_between(Date from, Date to);

/// "today", "in 3 days", "5 days ago": a day as people say it.
std::string describe_day(Date day, Date today);
/// "just now", "3 hours ago", "12 days ago".
std::string describe_age(Instant then, Instant now);

}  // namespace git_session
