#include "cli/man_page.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <climits>

#include "cli/command_table.h"
#include "cli/help.h"
#include "cli/markdown_page.h"

namespace git_session {
namespace {

Command sample() {
  return {.name = "add",
          .summary = "Register files",
          .description = "Copies.\n\n.TH is no request; C:\\new is no escape.\n'neither'",
          .options = {{.name = "agent", .letter = 'a', .value = "NAME", .help = "who made it"},
                      {.name = "type",
                       .value = "WORD",
                       .help = "what it is",
                       .repeatable = true,
                       .choices = {"a", "b"}},
                      {.name = "older", .help = "an older spelling", .hidden = true}},
          .operands = {{.name = "FILE", .help = "the files", .minimum = 1, .maximum = SIZE_MAX}},
          .examples = {{"git session add -", "from a pipe"}, {"git session add x", ""}},
          .exit_codes = {{5, "too large"}}};
}

TEST(EscapeForMan, LeavesNoRequestAndNoEscape) {
  EXPECT_EQ(escape_for_man(".TH"), "\\&.TH");
  EXPECT_EQ(escape_for_man("a.b\n.c"), "a.b\n\\&.c");
  EXPECT_EQ(escape_for_man("\\fB"), "\\efB");
  EXPECT_EQ(escape_for_man("--x"), "\\-\\-x");
  EXPECT_EQ(escape_for_man("'x'"), "\\&\\(aqx\\(aq");
}

TEST(CommandManPage, HoldsTheDeclaration) {
  const std::string page = command_man_page(sample());
  EXPECT_TRUE(page.starts_with(".TH GIT\\-SESSION\\-ADD 1 "));
  EXPECT_NE(page.find("git\\-session\\-add \\- register files\n"), std::string::npos);
  EXPECT_NE(page.find("\\fB\\-a\\fR, \\fB\\-\\-agent\\fR \\fINAME\\fR\nwho made it\n"),
            std::string::npos);
  EXPECT_NE(page.find("what it is (a, b); may be repeated"), std::string::npos);
  EXPECT_NE(page.find("\\fB5\\fR\ntoo large\n"), std::string::npos);
  EXPECT_EQ(page.find("older"), std::string::npos);
  EXPECT_EQ(page.find("\n.TH"), std::string::npos);
  EXPECT_EQ(page.find("\n\n"), std::string::npos) << "an empty line ends a list in man(7)";
}

TEST(CommandHelp, ShowsWhatIsThere) {
  const std::string help = command_help(sample(), "git session", 80).text();
  EXPECT_TRUE(help.starts_with("usage: git session add [OPTION…] FILE…\n"));
  EXPECT_NE(help.find("  -a, --agent NAME  who made it\n"), std::string::npos);
  EXPECT_NE(help.find("  --session ID"), std::string::npos);
  EXPECT_NE(help.find("  5  too large\n"), std::string::npos);
  EXPECT_EQ(help.find("older"), std::string::npos);
}

TEST(CommandHelp, LongTermsGetTheirOwnLine) {
  Command command = sample();
  command.options = {{.name = "a-very-long-name-of-an-option", .value = "PLACEHOLDER", .help = "x"},
                     {.name = "b", .help = "y"}};
  const std::string help = command_help(command, "git session", 80).text();
  EXPECT_NE(help.find("  --a-very-long-name-of-an-option PLACEHOLDER\n"), std::string::npos)
      << help;
  EXPECT_NE(help.find("\n  --b                           y\n"), std::string::npos) << help;
}

TEST(OverviewHelp, HidesWhatIsForPrograms) {
  const std::string all = overview_help("git session", true).text();
  EXPECT_NE(all.find("  version "), std::string::npos);
  EXPECT_EQ(all.find("__complete"), std::string::npos);
  EXPECT_EQ(overview_help("git session", false).text().find("  version "), std::string::npos);
}

TEST(CommandTable, DeclarationsAreSound) {
  for (const CommandEntry& entry : command_table()) {
    const Command command = entry.declare();
    EXPECT_EQ(command.name, entry.name);
    EXPECT_NE(command.run, nullptr) << entry.name;
    EXPECT_FALSE(command.summary.empty() || command.summary.ends_with('.')) << entry.name;
    EXPECT_FALSE(command.description.empty()) << entry.name;
    for (const Option& option : command.options) {
      EXPECT_FALSE(option.help.empty() || option.help.ends_with('.')) << option.name;
    }
    for (const Operand& operand : command.operands) {
      EXPECT_FALSE(operand.help.empty() || operand.help.ends_with('.')) << operand.name;
      EXPECT_LE(operand.minimum, operand.maximum) << operand.name;
    }
    EXPECT_NO_THROW(parse_arguments(command, {"--help"})) << entry.name;
    EXPECT_LE(command_help(command, "git session", 80).text().find("usage:"), 0U);
  }
}

TEST(CommandTable, NamesAndOptionsAreUnique) {
  std::vector<std::string_view> names;
  for (const CommandEntry& entry : command_table()) {
    EXPECT_EQ(std::ranges::count(names, entry.name), 0) << entry.name;
    names.push_back(entry.name);
    std::vector<std::string> options;
    for (const Option& option : all_options(entry.declare())) {
      std::vector<std::string> spellings{"--" + option.name};
      if (option.letter != '\0') spellings.push_back("-" + std::string(1, option.letter));
      for (const std::string& spelling : spellings) {
        EXPECT_EQ(std::ranges::count(options, spelling), 0) << entry.name << " " << spelling;
        options.push_back(spelling);
      }
    }
  }
}

TEST(CommandsPage, HasEveryVerbThatIsShown) {
  const std::string page = commands_page();
  EXPECT_NE(page.find("### git session help\n"), std::string::npos);
  EXPECT_EQ(page.find("__complete"), std::string::npos);
}

}  // namespace
}  // namespace git_session
