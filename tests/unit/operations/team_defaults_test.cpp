#include "operations/team_defaults.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/error.h"
#include "base/text.h"
#include "git/configuration_text.h"

namespace git_session {
namespace {

std::string value_of(const std::string& text, const std::string& key) {
  const auto entries = parse_configuration_text(text, "committed", ".gitsession");
  std::string value = "?";
  if (!entries) return value;
  for (const ConfigurationEntry& entry : *entries)
    if (entry.key == key) value = entry.value;
  return value;
}

TEST(TeamDefaults, StandInABlock) {
  const std::string text =
      with_defaults("[session]\n\tteams = a,b\n", {"engineering", "Invoices"}).text;
  EXPECT_EQ(text,
            "[session]\n\tteams = a,b\n# >>> git-session >>>\n[session]\n\tteam = "
            "\"engineering\"\n\tproject = \"Invoices\"\n# <<< git-session <<<\n");
  EXPECT_EQ(without_defaults(text, {}), "[session]\n\tteams = a,b\n");
}

TEST(TeamDefaults, AreAddedToThoseThatAreThere) {
  const std::string first = with_defaults(std::nullopt, {"engineering", ""}).text;
  const std::string second = with_defaults(first, {"", "Invoices"}).text;
  EXPECT_EQ(value_of(second, "session.team"), "engineering");
  EXPECT_EQ(value_of(second, "session.project"), "Invoices");
  EXPECT_EQ(with_defaults(second, {"product", ""}).text,
            with_defaults(std::nullopt, {"product", "Invoices"}).text);
  EXPECT_EQ(without_defaults(second, {}), std::nullopt);
}

TEST(TeamDefaults, LeaveABlockThatHoldsSomethingElse) {
  const std::string text = with_defaults(std::nullopt, {"engineering", ""}).text;
  for (const char* theirs :
       {"\tteams = a\n", "\tteam = \"a\\tb\"\n", "[broken\n", "\tteam = x\n"}) {
    SCOPED_TRACE(theirs);
    std::string edited = text;
    edited.insert(edited.rfind('#'), theirs);
    EXPECT_THROW(with_defaults(edited, {"", "x"}), Error);
    EXPECT_THROW(without_defaults(edited, {}), Error);
  }
}

TEST(TeamDefaults, AreOneLineOfText) {
  for (const std::string value : {"a\nb", "\xff", "a\x1b[2J", "a\tb"}) {
    SCOPED_TRACE(escape_line(value));
    EXPECT_THROW(with_defaults(std::nullopt, {"", value}), Error);
  }
}

RC_GTEST_PROP(TeamDefaults, AreReadAsTheyWereWritten, ()) {
  const std::string value = *rc::gen::map(
      rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
          "a", "\"", "\\", "#", ";", " ", "=", "[", "é", "'", "\\n", "$(x)"))),
      [](const std::vector<std::string>& parts) { return join(parts, ""); });
  const std::string text = with_defaults(std::nullopt, {"", value}).text;
  RC_ASSERT(value_of(text, "session.project") == value);
}

}  // namespace
}  // namespace git_session
