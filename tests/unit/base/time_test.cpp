#include "base/time.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <time.h>

#include <cstdlib>
#include <string>

namespace git_session {
namespace {

using std::chrono::seconds;

Instant at(int64_t since_epoch) { return Instant(seconds(since_epoch)); }

Date date(int year, unsigned month, unsigned day) {
  return Date(std::chrono::year(year), std::chrono::month(month), std::chrono::day(day));
}

/// Any day that metadata can hold.
rc::Gen<Date> any_date() {
  return rc::gen::map(rc::gen::inRange(-719162, 2932897), [](int days) {
    return Date(std::chrono::sys_days(std::chrono::days(days)));
  });
}

/// Another time zone for as long as it lives.
class TimeZone {
 public:
  explicit TimeZone(const char* name) {
    const char* current = getenv("TZ");
    if (current != nullptr) previous_ = current;
    setenv("TZ", name, 1);
    tzset();
  }
  TimeZone(const TimeZone&) = delete;
  TimeZone& operator=(const TimeZone&) = delete;
  ~TimeZone() {
    if (previous_) {
      setenv("TZ", previous_->c_str(), 1);
    } else {
      unsetenv("TZ");
    }
    tzset();
  }

 private:
  std::optional<std::string> previous_;
};

// Rules written out, so that no time zone database is needed.
constexpr const char* berlin = "CET-1CEST,M3.5.0,M10.5.0/3";

TEST(TimeTest, FormatsRfc3339) {
  EXPECT_EQ(format_rfc3339(at(0)), "1970-01-01T00:00:00Z");
  EXPECT_EQ(format_rfc3339(at(-1)), "1969-12-31T23:59:59Z");
  EXPECT_EQ(format_rfc3339(at(951782400)), "2000-02-29T00:00:00Z");
  EXPECT_EQ(format_rfc3339(at(2147483648)), "2038-01-19T03:14:08Z");
  EXPECT_EQ(format_rfc3339(at(253402300799)), "9999-12-31T23:59:59Z");
  EXPECT_EQ(format_rfc3339(at(-62135596800)), "0001-01-01T00:00:00Z");
}

TEST(TimeTest, ParsesRfc3339AndItsRelatives) {
  const std::pair<const char*, const char*> cases[] = {
      {"2025-06-01T12:30:45Z", "2025-06-01T12:30:45Z"},
      {"2025-06-01t12:30:45z", "2025-06-01T12:30:45Z"},
      {"2025-06-01 12:30:45", "2025-06-01T12:30:45Z"},
      {"2025-06-01T12:30:45", "2025-06-01T12:30:45Z"},
      {"2025-06-01", "2025-06-01T00:00:00Z"},
      {"2025-06-01T12:30:45.123456Z", "2025-06-01T12:30:45Z"},
      {"2025-06-01T12:30:45.9+00:00", "2025-06-01T12:30:45Z"},
      {"2025-06-01T12:30:45+02:00", "2025-06-01T10:30:45Z"},
      {"2025-06-01T12:30:45-0530", "2025-06-01T18:00:45Z"},
      {"2025-06-01 12:30:45 +0200", "2025-06-01T10:30:45Z"},
      {"2025-01-01T00:30:00+01:00", "2024-12-31T23:30:00Z"},
      {"2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z"},
      {"2024-02-29T00:00:00Z", "2024-02-29T00:00:00Z"},
      {"0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z"},
      {"9999-12-31T23:59:59Z", "9999-12-31T23:59:59Z"},
  };
  for (const auto& [text, normal] : cases) {
    const auto instant = parse_rfc3339(text);
    ASSERT_TRUE(instant) << text;
    EXPECT_EQ(format_rfc3339(*instant), normal) << text;
  }
}

TEST(TimeTest, RefusesWhatIsNoMoment) {
  for (const char* text : {"",
                           " ",
                           "2025",
                           "2025-06",
                           "2025-6-1",
                           "20250601",
                           "2025-06-01T",
                           "2025-06-01T12",
                           "2025-06-01T12:30",
                           "2025-06-01T12:30:",
                           "2025-06-01T12:30:45.",
                           "2025-06-01T12:30:45.Z",
                           "2025-06-01T12:30:45ZZ",
                           "2025-06-01T12:30:45Z ",
                           " 2025-06-01T12:30:45Z",
                           "2025-06-01T12:30:45+",
                           "2025-06-01T12:30:45+2:00",
                           "2025-06-01T12:30:45+24:00",
                           "2025-06-01T12:30:45+02:60",
                           "2025-06-01T12:30:45 CEST",
                           "2025-06-01T24:00:00Z",
                           "2025-06-01T12:60:00Z",
                           "2025-06-01T12:30:61Z",
                           "2025-13-01T00:00:00Z",
                           "2025-00-01T00:00:00Z",
                           "2025-01-00T00:00:00Z",
                           "2025-04-31T00:00:00Z",
                           "2025-02-29T00:00:00Z",
                           "1900-02-29T00:00:00Z",
                           "0000-01-01T00:00:00Z",
                           "-001-01-01T00:00:00Z",
                           "10000-01-01T00:00:00Z",
                           "0001-01-01T00:00:00+01:00",
                           "9999-12-31T23:59:59-00:01",
                           "2025-06-01X12:30:45Z",
                           "2025/06/01",
                           "tomorrow",
                           "null"})
    EXPECT_FALSE(parse_rfc3339(text)) << text;
  EXPECT_FALSE(parse_rfc3339(std::string_view("2025-06-01\0", 11)));
}

TEST(TimeTest, ParsesWhatItFormats) {
  EXPECT_TRUE(rc::check("parse_rfc3339 undoes format_rfc3339", [] {
    const Instant instant = at(*rc::gen::inRange<int64_t>(-62135596800, 253402300800));
    RC_ASSERT(parse_rfc3339(format_rfc3339(instant)) == instant);
  }));
  EXPECT_TRUE(rc::check("parse_date undoes format_date", [] {
    const Date day = *any_date();
    RC_ASSERT(parse_date(format_date(day)) == day);
  }));
  EXPECT_TRUE(rc::check("parse_rfc3339 never reads beyond its text",
                        [](const std::string& text) { parse_rfc3339("2025-01-01" + text); }));
}

TEST(TimeTest, ParsesOnlyDaysThatExist) {
  EXPECT_EQ(parse_date("2024-02-29"), date(2024, 2, 29));
  EXPECT_EQ(parse_date("2000-02-29"), date(2000, 2, 29));
  for (const char* text : {"", "2025-02-29", "2100-02-29", "2025-06-31", "2025-6-01", "2025-06-01 ",
                           "2025-06-01T00:00:00Z", "0000-01-01", "2025-06-0x"})
    EXPECT_FALSE(parse_date(text)) << text;
}

struct LocalCase {
  const char* zone;
  const char* instant;
  const char* local;
};

TEST(TimeTest, SeesMomentsInTheLocalZone) {
  const LocalCase cases[] = {
      {"UTC0", "2025-06-01T12:30:45Z", "2025-06-01_12-30-45"},
      {berlin, "2025-01-15T23:30:00Z", "2025-01-16_00-30-00"},
      {berlin, "2025-06-01T22:30:00Z", "2025-06-02_00-30-00"},
      {berlin, "2025-03-30T00:59:59Z", "2025-03-30_01-59-59"},
      {berlin, "2025-03-30T01:00:00Z", "2025-03-30_03-00-00"},
      {"<+14>-14", "2025-12-31T10:00:00Z", "2026-01-01_00-00-00"},
      {"<-11>11", "2026-01-01T10:59:59Z", "2025-12-31_23-59-59"},
  };
  for (const LocalCase& each : cases) {
    const TimeZone zone(each.zone);
    const Instant instant = *parse_rfc3339(each.instant);
    EXPECT_EQ(format_file_stamp(to_local(instant)), each.local) << each.zone;
    EXPECT_EQ(format_rfc3339(from_local(to_local(instant))), each.instant) << each.zone;
  }
}

TEST(TimeTest, TakesAnHourThatHappensTwiceForOneOfBoth) {
  const TimeZone zone(berlin);
  const LocalTime twice{date(2025, 10, 26), 2, 30, 0};
  const std::string instant = format_rfc3339(from_local(twice));
  EXPECT_TRUE(instant == "2025-10-26T00:30:00Z" || instant == "2025-10-26T01:30:00Z") << instant;
  EXPECT_EQ(format_file_stamp(to_local(from_local(twice))), "2025-10-26_02-30-00");
}

TEST(TimeTest, AddsDays) {
  EXPECT_EQ(add_days(date(2024, 2, 28), 1), date(2024, 2, 29));
  EXPECT_EQ(add_days(date(2025, 2, 28), 1), date(2025, 3, 1));
  EXPECT_EQ(add_days(date(2025, 1, 1), -1), date(2024, 12, 31));
  EXPECT_EQ(add_days(date(2025, 1, 1), INT32_MAX), date(9999, 12, 31));
  EXPECT_EQ(add_days(date(2025, 1, 1), INT32_MIN), date(1, 1, 1));
}

struct MonthsCase {
  Date from;
  int months;
  Date to;
};

TEST(TimeTest, AddsCalendarMonths) {
  const MonthsCase cases[] = {
      {date(2025, 1, 15), 1, date(2025, 2, 15)},
      {date(2025, 1, 31), 1, date(2025, 2, 28)},
      {date(2024, 1, 31), 1, date(2024, 2, 29)},
      {date(2025, 8, 31), 1, date(2025, 9, 30)},
      {date(2025, 8, 31), 6, date(2026, 2, 28)},
      {date(2025, 12, 1), 1, date(2026, 1, 1)},
      {date(2025, 11, 30), 3, date(2026, 2, 28)},
      {date(2024, 2, 29), 12, date(2025, 2, 28)},
      {date(2025, 3, 31), -1, date(2025, 2, 28)},
      {date(2025, 1, 31), -2, date(2024, 11, 30)},
      {date(2025, 5, 5), 0, date(2025, 5, 5)},
      {date(2025, 5, 5), INT32_MAX, date(9999, 12, 31)},
      {date(2025, 5, 5), INT32_MIN, date(1, 1, 1)},
      {date(1, 1, 31), -1, date(1, 1, 1)},
  };
  for (const MonthsCase& each : cases)
    EXPECT_EQ(format_date(add_months(each.from, each.months)), format_date(each.to))
        << format_date(each.from) << " and " << each.months;
}

TEST(TimeTest, MonthsKeepTheDayOrEndTheMonth) {
  EXPECT_TRUE(rc::check("add_months moves whole months", [] {
    const Date from = *any_date();
    const int months = *rc::gen::inRange(-1200, 1200);
    const Date to = add_months(from, months);
    RC_ASSERT(to.ok());
    const int distance = (static_cast<int>(to.year()) - static_cast<int>(from.year())) * 12 +
                         (static_cast<int>(static_cast<unsigned>(to.month())) -
                          static_cast<int>(static_cast<unsigned>(from.month())));
    RC_PRE(to != date(1, 1, 1) && to != date(9999, 12, 31));
    RC_ASSERT(distance == months);
    const auto last = (to.year() / to.month() / std::chrono::last).day();
    RC_ASSERT(to.day() == from.day() || (to.day() == last && from.day() > last));
  }));
}

TEST(TimeTest, CountsDaysBetween) {
  EXPECT_EQ(days_between(date(2024, 2, 28), date(2024, 3, 1)), 2);
  EXPECT_EQ(days_between(date(2025, 1, 1), date(2024, 1, 1)), -366);
  EXPECT_TRUE(rc::check("add_days undoes days_between", [] {
    const Date from = *any_date();
    const Date to = *any_date();
    RC_ASSERT(add_days(from, days_between(from, to)) == to);
  }));
}

TEST(TimeTest, DescribesDays) {
  const std::pair<int, const char*> cases[] = {{0, "today"},       {1, "tomorrow"},
                                               {-1, "yesterday"},  {3, "in 3 days"},
                                               {-5, "5 days ago"}, {400, "in 400 days"}};
  for (const auto& [days, text] : cases)
    EXPECT_EQ(describe_day(add_days(date(2025, 6, 1), days), date(2025, 6, 1)), text);
}

TEST(TimeTest, DescribesAges) {
  const std::pair<int64_t, const char*> cases[] = {
      {0, "just now"},          {59, "just now"},      {60, "1 minute ago"},
      {3599, "59 minutes ago"}, {3600, "1 hour ago"},  {3 * 3600 + 5, "3 hours ago"},
      {86399, "23 hours ago"},  {86400, "1 day ago"},  {12 * 86400, "12 days ago"},
      {-30, "just now"},        {-7200, "in 2 hours"},
  };
  for (const auto& [age, text] : cases) EXPECT_EQ(describe_age(at(-age), at(0)), text) << age;
}

}  // namespace
}  // namespace git_session
