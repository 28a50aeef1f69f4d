#include "http/retry_after.h"

#include <gtest/gtest.h>

namespace git_session {
namespace {

using std::chrono::seconds;

TEST(RetryAfterTest, SecondsOrADate) {
  struct Case {
    const char* retry_after;
    const char* date;
    std::optional<seconds> expected;
  };
  const char* now = "Sun, 06 Nov 1994 08:49:37 GMT";
  const Case cases[] = {
      {"0", "", seconds(0)},
      {"120", now, seconds(120)},
      {"99999999999999999999", "", seconds(365 * 24 * 60 * 60)},
      {"Sun, 06 Nov 1994 08:50:00 GMT", now, seconds(23)},
      {"Sun, 06 Nov 1994 08:49:00 GMT", now, seconds(0)},
      {"Mon, 07 Nov 1994 08:49:37 GMT", now, seconds(24 * 60 * 60)},
      {"Sun, 06 Nov 1994 08:50:00 GMT", "", std::nullopt},
      {"Sunday, 06-Nov-94 08:49:37 GMT", now, std::nullopt},
      {"Sun, 06 Foo 1994 08:50:00 GMT", now, std::nullopt},
      {"Sun, 36 Nov 1994 08:50:00 GMT", now, std::nullopt},
      {"-1", now, std::nullopt},
      {"1.5", now, std::nullopt},
      {"soon", now, std::nullopt},
      {"", now, std::nullopt},
  };
  for (const Case& test : cases) {
    HttpResponse response;
    response.headers = {{"retry-after", test.retry_after}, {"DATE", test.date}};
    EXPECT_EQ(retry_after(response), test.expected) << test.retry_after;
  }
}

}  // namespace
}  // namespace git_session
