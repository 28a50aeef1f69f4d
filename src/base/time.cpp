#include "base/time.h"

#include <algorithm>
#include <cstdint>
#include <ctime>

#include "base/text.h"

namespace git_session {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr Date first_date{std::chrono::year(1), std::chrono::January, std::chrono::day(1)};
constexpr Date last_date{std::chrono::year(9999), std::chrono::December, std::chrono::day(31)};

bool is_digit(char character) { return character >= '0' && character <= '9'; }

std::string padded(int64_t value, size_t digits) {
  const std::string text = std::to_string(value);
  return text.size() < digits ? std::string(digits - text.size(), '0') + text : text;
}

/// Takes a text apart from its front; every step says whether it was there.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}

  bool at_end() const { return rest_.empty(); }

  bool take_one_of(std::string_view characters) {
    if (rest_.empty() || characters.find(rest_.front()) == std::string_view::npos) return false;
    rest_.remove_prefix(1);
    return true;
  }

  /// Exactly `count` digits whose value lies within the limits.
  std::optional<int> take_number(size_t count, int least, int most) {
    if (rest_.size() < count || !std::all_of(rest_.begin(), rest_.begin() + count, is_digit))
      return std::nullopt;
    int value = 0;
    for (const char digit : rest_.substr(0, count)) value = value * 10 + (digit - '0');
    if (value < least || value > most) return std::nullopt;
    rest_.remove_prefix(count);
    return value;
  }

  bool take_digits() {
    const size_t before = rest_.size();
    rest_.remove_prefix(std::min(rest_.find_first_not_of("0123456789"), rest_.size()));
    return rest_.size() < before;
  }

 private:
  std::string_view rest_;
};

std::optional<Date> take_date(Scanner& scanner) {
  const auto year = scanner.take_number(4, 1, 9999);
  if (!year || !scanner.take_one_of("-")) return std::nullopt;
  const auto month = scanner.take_number(2, 1, 12);
  if (!month || !scanner.take_one_of("-")) return std::nullopt;
  const auto day = scanner.take_number(2, 1, 31);
  if (!day) return std::nullopt;
  const Date date{std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                  std::chrono::day(static_cast<unsigned>(*day))};
  if (!date.ok()) return std::nullopt;
  return date;
}

std::optional<std::chrono::seconds> take_time_of_day(Scanner& scanner) {
  const auto hour = scanner.take_number(2, 0, 23);
  if (!hour || !scanner.take_one_of(":")) return std::nullopt;
  const auto minute = scanner.take_number(2, 0, 59);
  if (!minute || !scanner.take_one_of(":")) return std::nullopt;
  const auto second = scanner.take_number(2, 0, 60);
  if (!second) return std::nullopt;
  if (scanner.take_one_of(".,") && !scanner.take_digits()) return std::nullopt;
  // System time has no leap seconds: 60 stays in its own minute.
  return std::chrono::hours(*hour) + std::chrono::minutes(*minute) +
         std::chrono::seconds(std::min(*second, 59));
}

/// How far the written time is ahead of UTC.
std::optional<std::chrono::minutes> take_offset(Scanner& scanner) {
  if (scanner.at_end() || scanner.take_one_of("Zz")) return std::chrono::minutes(0);
  scanner.take_one_of(" ");
  const bool is_west = scanner.take_one_of("-");
  if (!is_west && !scanner.take_one_of("+")) return std::nullopt;
  const auto hours = scanner.take_number(2, 0, 23);
  if (!hours) return std::nullopt;
  scanner.take_one_of(":");
  const auto minutes = scanner.take_number(2, 0, 59);
  if (!minutes) return std::nullopt;
  const std::chrono::minutes offset = std::chrono::hours(*hours) + std::chrono::minutes(*minutes);
  return is_west ? -offset : offset;
}

bool is_in_range(Instant instant) {
  return instant >= Instant(sys_days(first_date)) &&
         instant < Instant(sys_days(last_date) + days(1));
}

Date clamped(int64_t days_since_epoch) {
  const int64_t first = sys_days(first_date).time_since_epoch().count();
  const int64_t last = sys_days(last_date).time_since_epoch().count();
  return Date(sys_days(days(std::clamp(days_since_epoch, first, last))));
}

LocalTime local_time_of(const std::tm& parts) {
  LocalTime local;
  local.date = Date(std::chrono::year(parts.tm_year + 1900),
                    std::chrono::month(static_cast<unsigned>(parts.tm_mon) + 1),
                    std::chrono::day(static_cast<unsigned>(parts.tm_mday)));
  local.hour = parts.tm_hour;
  local.minute = parts.tm_min;
  local.second = parts.tm_sec;
  return local;
}

std::string in_words(bool is_future, int64_t count, std::string_view unit) {
  const std::string amount = count_of(static_cast<size_t>(count), unit);
  return is_future ? "in " + amount : amount + " ago";
}

}  // namespace

Instant current_time() {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

std::string format_rfc3339(Instant instant) {
  const auto midnight = std::chrono::floor<days>(instant);
  const std::chrono::hh_mm_ss time(instant - midnight);
  return format_date(Date(midnight)) + "T" + padded(time.hours().count(), 2) + ":" +
         padded(time.minutes().count(), 2) + ":" + padded(time.seconds().count(), 2) + "Z";
}

std::optional<Instant> parse_rfc3339(std::string_view text) {
  Scanner scanner(text);
  const auto date = take_date(scanner);
  if (!date) return std::nullopt;
  if (scanner.at_end()) return Instant(sys_days(*date));
  if (!scanner.take_one_of("Tt ")) return std::nullopt;
  const auto time = take_time_of_day(scanner);
  if (!time) return std::nullopt;
  const auto offset = take_offset(scanner);
  if (!offset || !scanner.at_end()) return std::nullopt;
  const Instant instant = sys_days(*date) + *time - *offset;
  if (!is_in_range(instant)) return std::nullopt;
  return instant;
}

std::string format_date(Date date) {
  return padded(static_cast<int>(date.year()), 4) + "-" +
         padded(static_cast<unsigned>(date.month()), 2) + "-" +
         padded(static_cast<unsigned>(date.day()), 2);
}

std::optional<Date> parse_date(std::string_view text) {
  Scanner scanner(text);
  const auto date = take_date(scanner);
  return scanner.at_end() ? date : std::nullopt;
}

LocalTime to_local(Instant instant) {
  const std::time_t seconds = instant.time_since_epoch().count();
  std::tm parts = {};
  // Only a year that overflows an int has no local time; UTC's first day is as good as any then.
  if (localtime_r(&seconds, &parts) == nullptr) return LocalTime{first_date};
  return local_time_of(parts);
}

Instant from_local(const LocalTime& local) {
  std::tm parts = {};
  parts.tm_year = static_cast<int>(local.date.year()) - 1900;
  parts.tm_mon = static_cast<int>(static_cast<unsigned>(local.date.month())) - 1;
  parts.tm_mday = static_cast<int>(static_cast<unsigned>(local.date.day()));
  parts.tm_hour = local.hour;
  parts.tm_min = local.minute;
  parts.tm_sec = local.second;
  parts.tm_isdst = -1;  // let the zone's rules decide
  return Instant(std::chrono::seconds(std::mktime(&parts)));
}

std::string format_file_stamp(const LocalTime& local) {
  return format_date(local.date) + "_" + padded(local.hour, 2) + "-" + padded(local.minute, 2) +
         "-" + padded(local.second, 2);
}

Date add_days(Date date, int days_to_add) {
  return clamped(int64_t{sys_days(date).time_since_epoch().count()} + days_to_add);
}

Date add_months(Date date, int months) {
  const int64_t month_number = int64_t{static_cast<int>(date.year())} * 12 +
                               static_cast<unsigned>(date.month()) - 1 + int64_t{months};
  if (month_number < 12) return first_date;
  if (month_number >= int64_t{10000} * 12) return last_date;
  const auto month = std::chrono::year(static_cast<int>(month_number / 12)) /
                     std::chrono::month(static_cast<unsigned>(month_number % 12) + 1);
  return month / std::min(date.day(), (month / std::chrono::last).day());
}

int days_between(Date from, Date to) {
  return static_cast<int>((sys_days(to) - sys_days(from)).count());
}

std::string describe_day(Date day, Date today) {
  const int64_t distance = days_between(today, day);
  if (distance == 0) return "today";
  if (distance == 1) return "tomorrow";
  if (distance == -1) return "yesterday";
  return in_words(distance > 0, distance > 0 ? distance : -distance, "day");
}

std::string describe_age(Instant then, Instant now) {
  const bool is_future = then > now;
  const std::chrono::seconds age = is_future ? then - now : now - then;
  if (age < std::chrono::minutes(1)) return "just now";
  if (age < std::chrono::hours(1))
    return in_words(is_future, age / std::chrono::minutes(1), "minute");
  if (age < days(1)) return in_words(is_future, age / std::chrono::hours(1), "hour");
  return in_words(is_future, age / days(1), "day");
}

}  // namespace git_session
