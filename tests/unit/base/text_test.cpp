#include "base/text.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <string>

namespace git_session {
namespace {

using std::string_literals::operator""s;

/// Words of all the kinds that matter: plain, wide, control, deceptive, cut and overlong.
rc::Gen<std::string> hostile_text() {
  const auto piece =
      rc::gen::oneOf(rc::gen::arbitrary<std::string>(),
                     rc::gen::element<std::string>("\x1b[2J", "\u202e", "\u2066", "\u200f",
                                                   "\u061c", "\u2028", "\u0085", "\x7f", "\xc0\x80",
                                                   "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xe2\x82",
                                                   "漢字", "e\u0301", "😀", "\r\n", "\t", "\\"));
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(piece),
                      [](const std::vector<std::string>& pieces) { return join(pieces, ""); });
}

bool is_dangerous(char32_t code_point) {
  return code_point < 0x20 || (code_point >= 0x7f && code_point < 0xa0) || code_point == 0x61c ||
         code_point == 0x200e || code_point == 0x200f ||
         (code_point >= 0x2028 && code_point <= 0x202e) ||
         (code_point >= 0x2066 && code_point <= 0x2069);
}

TEST(TextTest, KnowsWhichBytesAreUtf8) {
  for (const auto& text :
       {""s, "plain"s, "a\0b"s, "é"s, "漢"s, "😀"s, "\u0080"s, "\u07ff"s, "\u0800"s, "\xed\x9f\xbf"s,
        "\ue000"s, "\uffff"s, "\U00010000"s, "\U0010ffff"s})
    EXPECT_TRUE(is_valid_utf8(text)) << escape_line(text);
  for (const auto& text :
       {"\x80"s, "\xff"s, "a\xc3"s, "\xc3("s, "\xe2\x82"s, "\xf0\x9f\x98"s, "\xc0\x80"s,
        "\xc1\xbf"s, "\xe0\x80\x80"s, "\xe0\x9f\xbf"s, "\xf0\x8f\xbf\xbf"s, "\xed\xa0\x80"s,
        "\xed\xbf\xbf"s, "\xf4\x90\x80\x80"s, "\xf5\x80\x80\x80"s})
    EXPECT_FALSE(is_valid_utf8(text)) << escape_line(text);
}

TEST(TextTest, MovesOneByteForwardOverWhatIsNotUtf8) {
  size_t position = 0;
  EXPECT_EQ(next_code_point("\xe2\x82z", position), std::nullopt);
  EXPECT_EQ(position, 1U);
  EXPECT_EQ(next_code_point("\xe2\x82z", position), std::nullopt);
  EXPECT_EQ(next_code_point("\xe2\x82z", position), U'z');
  EXPECT_EQ(position, 3U);
  EXPECT_EQ(next_code_point("\xe2\x82z", position), std::nullopt);
}

TEST(TextTest, EncodesWhatItDecodes) {
  EXPECT_TRUE(rc::check("append_utf8 is undone by next_code_point", [] {
    const auto code_point = static_cast<char32_t>(*rc::gen::inRange(0, 0x110000));
    std::string text;
    append_utf8(text, code_point);
    RC_ASSERT(is_valid_utf8(text));
    size_t position = 0;
    const bool is_surrogate = code_point >= 0xd800 && code_point <= 0xdfff;
    RC_ASSERT(next_code_point(text, position) == (is_surrogate ? U'\ufffd' : code_point));
    RC_ASSERT(position == text.size());
  }));
}

struct EscapeCase {
  std::string bytes;
  std::string controls;
  std::string line;
};

TEST(TextTest, EscapesWhatATerminalWouldObey) {
  const EscapeCase cases[] = {
      {"plain é 漢 😀", "plain é 漢 😀", "plain é 漢 😀"},
      {"a\nb\tc", "a\nb\tc", "a\\x0ab\\x09c"},
      {"\x1b]52;c;x\a", "\\x1b]52;c;x\\x07", "\\x1b]52;c;x\\x07"},
      {"a\0b\r"s, "a\\x00b\\x0d", "a\\x00b\\x0d"},
      {"\x7f", "\\x7f", "\\x7f"},
      {"\x9b"
       "2J",
       "\\x9b2J", "\\x9b2J"},
      {"\u009b2J", "\\u009b2J", "\\u009b2J"},
      {"\u00a0", "\u00a0", "\u00a0"},
      {"\u202eexe.txt", "\\u202eexe.txt", "\\u202eexe.txt"},
      {"\u2066\u2069\u200e\u200f\u061c", "\\u2066\\u2069\\u200e\\u200f\\u061c",
       "\\u2066\\u2069\\u200e\\u200f\\u061c"},
      {"\u2028\u2029", "\\u2028\\u2029", "\\u2028\\u2029"},
      {"\xed\xa0\x80", "\\xed\\xa0\\x80", "\\xed\\xa0\\x80"},
      {"\xc0\xaf", "\\xc0\\xaf", "\\xc0\\xaf"},
  };
  for (const EscapeCase& each : cases) {
    EXPECT_EQ(escape_controls(each.bytes), each.controls);
    EXPECT_EQ(escape_line(each.bytes), each.line);
  }
}

TEST(TextTest, EscapedTextHoldsNothingDangerous) {
  EXPECT_TRUE(rc::check("escape_line leaves valid UTF-8 without controls", [] {
    const std::string escaped = escape_line(*hostile_text());
    RC_ASSERT(is_valid_utf8(escaped));
    for (size_t position = 0; position < escaped.size();)
      RC_ASSERT(!is_dangerous(*next_code_point(escaped, position)));
    RC_ASSERT(escape_line(escaped) == escaped);
  }));
  EXPECT_TRUE(rc::check("escape_controls leaves only line feeds and tabs", [] {
    const std::string escaped = escape_controls(*hostile_text());
    RC_ASSERT(is_valid_utf8(escaped));
    for (size_t position = 0; position < escaped.size();) {
      const char32_t code_point = *next_code_point(escaped, position);
      RC_ASSERT(code_point == U'\n' || code_point == U'\t' || !is_dangerous(code_point));
    }
  }));
}

TEST(TextTest, ReplacesInvalidBytes) {
  EXPECT_EQ(replace_invalid_utf8("a\xff\x80z"), "a\ufffd\ufffdz");
  EXPECT_EQ(replace_invalid_utf8("e\u0301漢\n"), "e\u0301漢\n");
  EXPECT_TRUE(rc::check("replace_invalid_utf8 is always valid and keeps valid text", [] {
    const std::string text = *hostile_text();
    const std::string replaced = replace_invalid_utf8(text);
    RC_ASSERT(is_valid_utf8(replaced));
    if (is_valid_utf8(text)) RC_ASSERT(replaced == text);
  }));
}

TEST(TextTest, MeasuresColumns) {
  const std::pair<std::string, size_t> cases[] = {
      {"", 0},     {"abc", 3},      {"é", 1},          {"e\u0301", 1},
      {"漢字", 4}, {"ｆｕｌｌ", 8}, {"한글", 4},       {"\u1112\u1161\u11ab", 2},
      {"😀", 2},    {"a\u200bb", 2}, {"\ufe0f", 0},     {"✅", 2},
      {"…", 1},    {"\u0085", 0},   {"\U00020000", 2}, {"→", 1},
      {"ที่", 1},    {"\xff", 1},
  };
  for (const auto& [text, width] : cases) EXPECT_EQ(display_width(text), width) << text;
}

TEST(TextTest, CutsToColumns) {
  EXPECT_EQ(truncate_to_width("abcdef", 6), "abcdef");
  EXPECT_EQ(truncate_to_width("abcdefg", 6), "abcde…");
  EXPECT_EQ(truncate_to_width("漢字漢字", 8), "漢字漢字");
  EXPECT_EQ(truncate_to_width("漢字漢字", 7), "漢字漢…");
  EXPECT_EQ(truncate_to_width("漢字漢字", 6), "漢字…");
  EXPECT_EQ(truncate_to_width("e\u0301xy", 2), "e\u0301…");
  EXPECT_EQ(truncate_to_width("abc", 1), "…");
  EXPECT_EQ(truncate_to_width("abc", 0), "");
  EXPECT_TRUE(rc::check("truncate_to_width fits and is a prefix", [] {
    const std::string text = replace_invalid_utf8(*hostile_text());
    const size_t columns = *rc::gen::inRange<size_t>(0, 20);
    std::string cut = truncate_to_width(text, columns);
    RC_ASSERT(is_valid_utf8(cut));
    RC_ASSERT(display_width(cut) <= columns);
    if (cut == text || cut.empty()) return;
    RC_ASSERT(cut.ends_with("…"));
    RC_ASSERT(text.starts_with(cut.substr(0, cut.size() - std::string("…").size())));
  }));
}

TEST(TextTest, ComparesIgnoringAsciiCase) {
  EXPECT_EQ(to_lower_ascii("ABCxyzÉ1"), "abcxyzÉ1");
  EXPECT_TRUE(equals_ignoring_case("Main", "mAIN"));
  EXPECT_FALSE(equals_ignoring_case("main", "mains"));
  EXPECT_FALSE(equals_ignoring_case("É", "é"));
  EXPECT_TRUE(contains_ignoring_case("Fix the Parser", "PARS"));
  EXPECT_TRUE(contains_ignoring_case("", ""));
  EXPECT_FALSE(contains_ignoring_case("pars", "parser"));
}

TEST(TextTest, TrimsSplitsAndJoins) {
  EXPECT_EQ(trim(" \t a b \r\n"), "a b");
  EXPECT_EQ(trim(" \n"), "");
  EXPECT_EQ(split("a,,b,", ','), (std::vector<std::string>{"a", "", "b", ""}));
  EXPECT_EQ(split("", ','), (std::vector<std::string>{""}));
  EXPECT_EQ(join({"a", "", "b"}, ", "), "a, , b");
  EXPECT_EQ(join({}, ", "), "");
  EXPECT_TRUE(rc::check("join undoes split", [](const std::string& text) {
    RC_ASSERT(join(split(text, '/'), "/") == text);
  }));
}

struct GlobCase {
  std::string pattern;
  std::string text;
  bool matches;
};

TEST(TextTest, MatchesShellPatterns) {
  const GlobCase cases[] = {
      {"", "", true},           {"", "a", false},         {"*", "", true},
      {"*", "any/thing", true}, {"a*", "Abc", true},      {"*c", "abc", true},
      {"a*c", "abd", false},    {"a?c", "abc", true},     {"a?c", "ac", false},
      {"a?c", "aéc", true},     {"??", "漢字", true},     {"?", "漢字", false},
      {"*?", "", false},        {"a**b", "ab", true},     {"*.md", "plan.MD", true},
      {"*a*b*", "xaybz", true}, {"*a*b*", "xbya", false}, {"[a]", "a", false},
      {"[a]", "[a]", true},     {"abc", "ab", false},     {"*?漢", "é漢", true},
  };
  for (const GlobCase& each : cases)
    EXPECT_EQ(matches_glob(each.pattern, each.text), each.matches)
        << each.pattern << " on " << each.text;
}

TEST(TextTest, MatchesHostilePatternsQuickly) {
  std::string pattern;
  for (int count = 0; count < 200; ++count) pattern += "*a";
  EXPECT_FALSE(matches_glob(pattern + "b", std::string(5000, 'a')));
}

TEST(TextTest, QuotesForTheShell) {
  const std::pair<std::string, std::string> cases[] = {
      {"", "''"},
      {"plain", "plain"},
      {"a/b-c_d.e:f,g@h%i+j=k", "a/b-c_d.e:f,g@h%i+j=k"},
      {"two words", "'two words'"},
      {"it's", "'it'\\''s'"},
      {"$(id)", "'$(id)'"},
      {"`id`", "'`id`'"},
      {"a&b|c;d", "'a&b|c;d'"},
      {"*", "'*'"},
      {"~", "'~'"},
      {"=ls", "'=ls'"},
      {"#x", "'#x'"},
      {"\\", "'\\'"},
      {"é", "'é'"},
      {"a\nb", "'a\nb'"},
  };
  for (const auto& [word, quoted] : cases) EXPECT_EQ(quote_for_shell(word), quoted);
}

TEST(TextTest, ParsesIntegers) {
  EXPECT_EQ(parse_integer("0"), 0);
  EXPECT_EQ(parse_integer("-17"), -17);
  EXPECT_EQ(parse_integer("9223372036854775807"), INT64_MAX);
  for (const char* text : {"", "-", "+1", " 1", "1 ", "1x", "0x1", "1.0", "9223372036854775808"})
    EXPECT_EQ(parse_integer(text), std::nullopt) << text;
}

TEST(TextTest, FormatsBytesForPeople) {
  const std::pair<uint64_t, std::string> cases[] = {
      {0, "0 B"},        {999, "999 B"},      {1000, "1 KB"},       {1049, "1 KB"},
      {1050, "1.1 KB"},  {3400, "3.4 KB"},    {9949, "9.9 KB"},     {9950, "10 KB"},
      {20000, "20 KB"},  {999499, "999 KB"},  {999500, "1 MB"},     {1500000, "1.5 MB"},
      {5000000, "5 MB"}, {5242880, "5.2 MB"}, {2000000000, "2 GB"}, {UINT64_MAX, "18 EB"},
  };
  for (const auto& [bytes, text] : cases) EXPECT_EQ(format_bytes(bytes), text) << bytes;
}

TEST(TextTest, CountsInWords) {
  EXPECT_EQ(count_of(0, "output"), "0 outputs");
  EXPECT_EQ(count_of(1, "output"), "1 output");
  EXPECT_EQ(count_of(3, "output"), "3 outputs");
  EXPECT_EQ(count_of(2, "entry", "entries"), "2 entries");
}

}  // namespace
}  // namespace git_session
