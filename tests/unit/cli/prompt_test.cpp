#include "cli/prompt.h"

#include <gtest/gtest.h>

#include "base/error.h"

namespace git_session {
namespace {

Console person(std::string answers) {
  ConsoleSettings settings;
  settings.input_is_terminal = true;
  settings.error_is_terminal = true;
  return Console::capturing(settings, std::move(answers));
}

const Question team{.text = "Team", .choices = {"marketing", "product"}, .option = "--team NAME"};

TEST(Ask, TakesAnAcceptableAnswer) {
  Console console = person("  product \n");
  EXPECT_EQ(ask(console, team), "product");
  EXPECT_EQ(console.output(), "");
  EXPECT_EQ(console.error_output(), "Team (marketing, product): ");
}

TEST(Ask, AsksAgain) {
  Console console = person("sales\n\nmarketing\n");
  EXPECT_EQ(ask(console, team), "marketing");
  EXPECT_NE(console.error_output().find("'sales' is none of the choices"), std::string::npos);
}

TEST(Ask, AnEmptyAnswerMeansTheFallback) {
  Console console = person("\n");
  EXPECT_EQ(ask(console, {.text = "Project", .fallback = "Invoices", .option = "--project"}),
            "Invoices");
}

TEST(Ask, MayBeSkipped) {
  Console console = person("\nsales\n product\n");
  EXPECT_EQ(ask_or_skip(console, team), "");
  EXPECT_EQ(ask_or_skip(console, team), "product");
  EXPECT_NE(console.error_output().find("'sales' is none of the choices"), std::string::npos);
  EXPECT_EQ(ask_or_skip(console, team), "");
  Console nobody = Console::capturing();
  EXPECT_EQ(ask_or_skip(nobody, team), "");
  EXPECT_EQ(nobody.error_output(), "");
}

TEST(Ask, NamesTheOptionWhenNobodyAnswers) {
  for (const char* answers : {"", "a\nb\nc\nproduct\n"}) {
    Console console = person(answers);
    try {
      ask(console, team);
      ADD_FAILURE();
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::usage);
      EXPECT_EQ(error.hint(), "give --team NAME");
    }
  }
}

TEST(Ask, NeverAsksWithoutATerminal) {
  Console console = Console::capturing({}, "product\n");
  EXPECT_THROW(ask(console, team), Error);
  EXPECT_EQ(console.error_output(), "");
}

TEST(Confirm, OnlyYesIsYes) {
  for (const char* answer : {"y\n", "Yes\n", "YES"}) {
    Console console = person(answer);
    EXPECT_TRUE(confirm(console, "Sure?")) << answer;
  }
  for (const char* answer : {"", "\n", "n\n", "yep\n"}) {
    Console console = person(answer);
    EXPECT_FALSE(confirm(console, "Sure?")) << answer;
  }
  Console nobody = Console::capturing({}, "y\n");
  EXPECT_FALSE(confirm(nobody, "Sure?"));
}

}  // namespace
}  // namespace git_session
