#include "base/utf16.h"

#include <gtest/gtest.h>

#include <string>

namespace git_session {
namespace {

std::string bytes_of(const std::u16string& text, bool is_big) {
  std::string bytes;
  for (const char16_t unit : text) {
    const char high = static_cast<char>(unit >> 8);
    const char low = static_cast<char>(unit & 0xff);
    bytes += is_big ? high : low;
    bytes += is_big ? low : high;
  }
  return bytes;
}

TEST(Utf16, IsReadInBothOrdersWithAndWithoutItsMark) {
  const std::u16string text = u"Grüße, \u65e5\u672c and \U0001f511\r\nby mail\n";
  const std::string expected = "Grüße, \u65e5\u672c and \U0001f511\r\nby mail\n";
  for (const bool is_big : {false, true}) {
    EXPECT_EQ(text_of_utf16(bytes_of(text, is_big)), expected);
    EXPECT_EQ(text_of_utf16(bytes_of(u"\ufeff" + text, is_big)), expected);
    EXPECT_EQ(text_of_utf16(bytes_of(u"\ufeff\u65e5\u672c", is_big)), "\u65e5\u672c");
    EXPECT_EQ(text_of_utf16(bytes_of(u"\ufeff", is_big)), "");
  }
}

TEST(Utf16, ReplacesHalvesOfPairs) {
  const std::u16string high(1, char16_t{0xd83d});
  const std::u16string low(1, char16_t{0xdd11});
  EXPECT_EQ(text_of_utf16(bytes_of(u"\ufeffa" + high + u"b" + low + high, false)),
            "a\ufffdb\ufffd\ufffd");
  EXPECT_EQ(text_of_utf16(bytes_of(u"\ufeffab", false) + "c"), "ab");
}

TEST(Utf16, IsNoOtherBytes) {
  using std::string_literals::operator""s;
  for (const std::string& bytes : {""s, "text"s, "\0"s, "a\0"s,
                                   "\x7f"
                                   "ELF\2\1\1\0\0\0\0\0\0\0\0\0"s,
                                   "\0\0\0\0\0\0\0\0\0\0"s, "\x89PNG\r\n\x1a\n\0\0\0\rIHDR"s,
                                   "a text with one \0 in it"s, "Gr\xc3\xbc\xc3\x9f"s})
    EXPECT_EQ(text_of_utf16(bytes), std::nullopt) << bytes;
}

}  // namespace
}  // namespace git_session
