#include "mail/encoding.h"

#include <gtest/gtest.h>

#include "base/base64.h"

namespace git_session {
namespace {

TEST(EncodingTest, Base64InLines) {
  EXPECT_EQ(encode_base64_lines(std::string(58, 'a')),
            encode_base64(std::string(57, 'a')) + "\r\nYQ==\r\n");
  EXPECT_EQ(encode_base64_lines(""), "");
}

TEST(EncodingTest, TextOfHeaders) {
  const std::pair<const char*, const char*> cases[] = {
      {"Plan of the week, (final)", "Plan of the week, (final)"},
      {"", ""},
      {"Zażółć", "=?UTF-8?B?WmHFvMOzxYLEhw==?="},
      {"a\r\nBcc: eve@example.com", "a\\x0d\\x0aBcc: eve@example.com"},
      {"=?UTF-8?B?eA==?=", "=?UTF-8?B?PT9VVEYtOD9CP2VBPT0/PQ==?="},
      {" x", "=?UTF-8?B?IHg=?="},
      {"\xff", "\\xff"},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(encode_header_text(text), expected) << text;
  // A character is not cut in two.
  const std::string forty = std::string(38, 'a') + "ż" + std::string(40, 'b');
  EXPECT_EQ(encode_header_text(forty),
            "=?UTF-8?B?" + encode_base64(std::string(38, 'a')) + "?=\r\n =?UTF-8?B?" +
                encode_base64("ż" + std::string(37, 'b')) + "?=\r\n =?UTF-8?B?YmJi?=");
}

TEST(EncodingTest, DisplayNamesNeedNoQuotes) {
  EXPECT_EQ(encode_display_name("Ada Lovelace"), "Ada Lovelace");
  EXPECT_EQ(encode_display_name(""), "");
  for (const char* name : {"A. Lovelace", "x\" <eve@example.com>", "a,b", "Łucja", "a\nb"})
    EXPECT_TRUE(encode_display_name(name).starts_with("=?UTF-8?B?")) << name;
}

TEST(EncodingTest, Html) {
  EXPECT_EQ(escape_html("<a href='x' title=\"&\">ż"),
            "&lt;a href=&#39;x&#39; title=&quot;&amp;&quot;&gt;ż");
}

}  // namespace
}  // namespace git_session
