#include "git/configuration_text.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "support/git_fixture.h"

namespace git_session {
namespace {

using Entries = std::vector<ConfigurationEntry>;

std::optional<Entries> parse(std::string_view text) {
  return parse_configuration_text(text, "local", "file:.git/config");
}

// "key=value" of each entry; a key without `=` stands alone.
std::vector<std::string> shown(const Entries& entries) {
  std::vector<std::string> lines;
  for (const ConfigurationEntry& entry : entries)
    lines.push_back(entry.has_value ? entry.key + "=" + entry.value : entry.key);
  return lines;
}

TEST(ConfigurationTextTest, ReadsGitsSyntax) {
  struct Case {
    const char* text;
    std::vector<std::string> entries;
  };
  const Case cases[] = {
      {"", {}},
      {"# note\n; note\n\n[a]\n", {}},
      {"[Core]\n\tBare = false\n", {"core.bare=false"}},
      {"[core] bare\n", {"core.bare"}},
      {"[a]\nb =\nc=\n", {"a.b=", "a.c="}},
      {"[a]\nb = two  words  # note\n", {"a.b=two  words"}},
      {"[a]\nb = \" kept \" ; note\n", {"a.b= kept "}},
      {"[a]\nb = x\\\n y\n", {"a.b=x y"}},
      {"[a]\nb = \\\"\\n\\t\\\\\n", {"a.b=\"\n\t\\"}},
      {"[Remote \"Or\\\"igin\"]\nURL = \"a;b#c\"", {"remote.Or\"igin.url=a;b#c"}},
      {"[a]\nb = 1\n[c \"\"]\nd-e = 2\n", {"a.b=1", "c..d-e=2"}},
  };
  for (const Case& example : cases) {
    auto entries = parse(example.text);
    ASSERT_TRUE(entries) << example.text;
    EXPECT_EQ(shown(*entries), example.entries) << example.text;
  }
}

TEST(ConfigurationTextTest, LeavesToGitWhatIsNotEveryday) {
  using namespace std::string_view_literals;
  for (std::string_view text :
       {"[include]\npath = x\n"sv, "[includeIf \"gitdir:x\"]\npath = y\n"sv, "[a.b]\nc = d\n"sv,
        "key = value\n"sv, "[a]\nb = c\r\n"sv, "[a]\nb = c\0d\n"sv, "\xef\xbb\xbf[a]\nb = c\n"sv,
        "[a]\nb = one\ttwo\n"sv, "[a]\nb = \"open\n"sv, "[a]\nb = \\x\n"sv, "[a]\nb c\n"sv,
        "[a\nb = c\n"sv, "[a \"b]\nc = d\n"sv, "[a \"b\"c]\n"sv, "[]\n"sv, "[a]\n1b = c\n"sv,
        "<<<<<<< ours\n"sv})
    EXPECT_FALSE(parse(text)) << text;
}

// Whatever it takes on, git reads the same out of it.
TEST(ConfigurationTextTest, AgreesWithGit) {
  GitFixture fixture;
  size_t taken = 0;
  EXPECT_TRUE(rc::check("the same entries as git config --list", [&] {
    const auto line = rc::gen::elementOf(std::vector<std::string>{
        "[core]\n", "[remote \"o\\\\r\"] url = x\n", "[a-1]\n\n", "b = c\n", "d = \"e f\" ; g\n",
        "h\n", "Name=  two  words \n", "\tlong = a\\\n  b\n", "# x\n", "v = \\\"\\t\\n\n"});
    const auto odd = rc::gen::elementOf(
        std::vector<std::string>{"key", "Name = ", "x", " ", "\t", "\n", "=", "\"", "\\\n", "\\\"",
                                 "\\t", "#", ";", "\\", "é", "]", "[", ".", "[include]\n"});
    const auto piece = rc::gen::weightedOneOf<std::string>({{9, line}, {1, odd}});
    std::string text = "[s]\n";
    for (const std::string& part : *rc::gen::container<std::vector<std::string>>(piece))
      text += part;
    auto entries = parse(text);
    if (!entries) return;
    ++taken;
    fixture.write("file", text);
    const std::string list =
        fixture.git({"config", "-z", "--no-includes", "-f", "file", "--show-origin", "--list"});
    std::string expected;
    for (const ConfigurationEntry& entry : *entries) {
      expected += std::string("file:file") + '\0' + entry.key;
      if (entry.has_value) expected += "\n" + entry.value;
      expected += '\0';
    }
    RC_ASSERT(list == expected);
  }));
  EXPECT_GT(taken, 0u);
}

}  // namespace
}  // namespace git_session
