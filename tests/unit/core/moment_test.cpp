#include "core/moment.h"

#include <gtest/gtest.h>

#include <ctime>

#include "base/error.h"
#include "support/git_fixture.h"

namespace git_session {
namespace {

class MomentTest : public testing::Test {
 protected:
  MomentTest() { tzset(); }
  ~MomentTest() override { tzset(); }

  static Instant at(const char* text) { return parse_rfc3339(text).value(); }
  Moment parse(const char* text) const { return parse_moment(text, now_); }

  ScopedVariable zone_{"TZ", "Europe/Berlin"};
  Instant now_ = at("2025-11-22T08:15:30Z");
};

TEST_F(MomentTest, ADayIsFromLocalMidnightToTheNext) {
  struct Case {
    const char* text;
    const char* start;
    const char* end;
  };
  const Case cases[] = {
      {"2025-11-22", "2025-11-21T23:00:00Z", "2025-11-22T23:00:00Z"},
      {"today", "2025-11-21T23:00:00Z", "2025-11-22T23:00:00Z"},
      {" yesterday ", "2025-11-20T23:00:00Z", "2025-11-21T23:00:00Z"},
      {"2025-03-30", "2025-03-29T23:00:00Z", "2025-03-30T22:00:00Z"},  // 23 hours long
      {"2025-10-26", "2025-10-25T22:00:00Z", "2025-10-26T23:00:00Z"},  // 25 hours long
  };
  for (const Case& test : cases) {
    SCOPED_TRACE(test.text);
    EXPECT_EQ(parse(test.text).start, at(test.start));
    EXPECT_EQ(parse(test.text).end, at(test.end));
  }
}

TEST_F(MomentTest, AMomentIsOneSecond) {
  struct Case {
    const char* text;
    const char* start;
  };
  const Case cases[] = {
      {"2025-11-22T08:00:00Z", "2025-11-22T08:00:00Z"},
      {"2025-11-22T08:00:00+02:00", "2025-11-22T06:00:00Z"},
      {"0 days ago", "2025-11-22T08:15:30Z"},
      {"1 day ago", "2025-11-21T08:15:30Z"},
      {"3 DAYS  ago", "2025-11-19T08:15:30Z"},
      {"2 weeks ago", "2025-11-08T08:15:30Z"},
      {"1 month ago", "2025-10-22T07:15:30Z"},  // the same hour of the clock, in summer time
      {"9 months ago", "2025-02-22T08:15:30Z"},
  };
  for (const Case& test : cases) {
    SCOPED_TRACE(test.text);
    EXPECT_EQ(parse(test.text).start, at(test.start));
    EXPECT_EQ(parse(test.text).end - parse(test.text).start, std::chrono::seconds(1));
  }
}

TEST_F(MomentTest, AnythingElseIsAUsageError) {
  for (const char* text :
       {"", "banana", "2025", "2025-02-30", "2025-11-22T25:00:00Z", "3 days", "days ago",
        "-1 days ago", "three days ago", "3 hours ago", "3 fortnights ago", "10001 days ago",
        "99999999999999999999 days ago", "tomorrow", "today yesterday", "2025-11-22 x"}) {
    SCOPED_TRACE(text);
    try {
      parse(text);
      ADD_FAILURE() << "was taken";
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::usage);
      EXPECT_FALSE(error.hint().empty());
    }
  }
}

}  // namespace
}  // namespace git_session
