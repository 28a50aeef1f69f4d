#include "base/host_place.h"

#include <gtest/gtest.h>

namespace git_session {
namespace {

TEST(HostPlaceTest, PlacesThatMakeSense) {
  struct Case {
    const char* text;
    const char* host;
    std::optional<int> port;
    bool is_loopback;
  };
  const Case cases[] = {
      {"Mail.Example.com", "mail.example.com", std::nullopt, false},
      {"h:65535", "h", 65535, false},
      {"10.0.0.1:1", "10.0.0.1", 1, false},
      {"[fe80::1]", "[fe80::1]", std::nullopt, false},
      {"LocalHost:25", "localhost", 25, true},
      {"127.9.9.9", "127.9.9.9", std::nullopt, true},
      {"[::1]:8080", "[::1]", 8080, true},
      {"127.0.0.1.evil.example", "127.0.0.1.evil.example", std::nullopt, false},
      {"localhost.evil.example", "localhost.evil.example", std::nullopt, false},
      {"127.0.0.256", "127.0.0.256", std::nullopt, false},
  };
  for (const Case& test : cases) {
    auto place = parse_host_place(test.text);
    ASSERT_TRUE(place.has_value()) << test.text;
    EXPECT_EQ(place->host, test.host);
    EXPECT_EQ(place->port, test.port);
    EXPECT_EQ(is_loopback(*place), test.is_loopback) << test.text;
  }
}

TEST(HostPlaceTest, PlacesThatDoNot) {
  for (const char* text :
       {"",    ":25",    "h:",      "h:0",   "h:65536", "h:+25", "h:-1", "h:25:26",
        "-h",  ".h",     "h h",     "ada@h", "h/",      "h%41",  "[::1", "[]",
        "::1", "[::1]x", "[::1]25", "h\\i",  "h\n",     "zażółć"})
    EXPECT_FALSE(parse_host_place(text).has_value()) << text;
}

}  // namespace
}  // namespace git_session
