#include "cli/command.h"

#include <gtest/gtest.h>

#include <climits>
#include <stdexcept>

#include "base/environment.h"
#include "base/error.h"
#include "cli/console.h"

namespace git_session {
namespace {

using Words = std::vector<std::string>;

Command declare_sample() {
  return {.name = "create",
          .summary = "begin a session",
          .description = "Begins.",
          .options = {{.name = "ticket", .value = "KEY", .help = "the ticket"},
                      {.name = "message", .letter = 'm', .value = "TEXT", .help = "the message"},
                      {.name = "tag", .value = "TAG", .help = "a tag", .repeatable = true},
                      {.name = "retention",
                       .value = "POLICY",
                       .help = "how long",
                       .choices = {"project", "sprint", "temporary"}},
                      {.name = "fields", .value = "LIST", .help = "which", .value_optional = true},
                      {.name = "no-use", .letter = 'n', .help = "do not use it"}},
          .operands = {{.name = "FILE", .help = "files", .minimum = 0, .maximum = SIZE_MAX}}};
}

Command declare_trailing() {
  return {.name = "run",
          .summary = "run a command",
          .description = "Runs.",
          .options = {{.name = "agent", .value = "NAME", .help = "who", .required = true}},
          .operands = {{.name = "CMD", .help = "what", .minimum = 1, .maximum = SIZE_MAX}},
          .trailing_operand = "CMD"};
}

Error usage_error_of(const Command& command, const Words& words) {
  try {
    parse_arguments(command, words);
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::usage);
    return error;
  }
  ADD_FAILURE() << "no error";
  return Error(ErrorKind::internal, "none");
}

TEST(ParseArguments, OptionsStandAnywhere) {
  const Arguments arguments =
      parse_arguments(declare_sample(), {"a", "--ticket", "P-1", "b", "--no-use", "c"});
  EXPECT_EQ(arguments.operands("FILE"), (Words{"a", "b", "c"}));
  EXPECT_EQ(arguments.value("ticket"), "P-1");
  EXPECT_TRUE(arguments.has("no-use"));
  EXPECT_FALSE(arguments.has("tag"));
  EXPECT_EQ(arguments.value("message"), std::nullopt);
}

struct SpellingCase {
  Words words;
  std::string value;
};

class Spelling : public testing::TestWithParam<SpellingCase> {};

TEST_P(Spelling, GivesTheValueOfMessage) {
  const Arguments arguments = parse_arguments(declare_sample(), GetParam().words);
  EXPECT_EQ(arguments.value("message"), GetParam().value);
  EXPECT_EQ(arguments.operands("FILE"), Words{});
}

INSTANTIATE_TEST_SUITE_P(
    All, Spelling,
    testing::Values(
        SpellingCase{{"--message", "x"}, "x"}, SpellingCase{{"--message=x"}, "x"},
        SpellingCase{{"-m", "x"}, "x"}, SpellingCase{{"-mx"}, "x"}, SpellingCase{{"-nm", "x"}, "x"},
        SpellingCase{{"-qnmx"}, "x"}, SpellingCase{{"--message", ""}, ""},
        SpellingCase{{"--message="}, ""}, SpellingCase{{"-m", ""}, ""},
        SpellingCase{{"--message=-x"}, "-x"}, SpellingCase{{"--message", "-x"}, "-x"},
        SpellingCase{{"--message", "--ticket="}, "--ticket="},
        SpellingCase{{"--message", "--"}, "--"}, SpellingCase{{"--message=a=b"}, "a=b"},
        SpellingCase{{"--message", "{}"}, "{}"}, SpellingCase{{"--message", "[a,b]"}, "[a,b]"},
        SpellingCase{{"--message", "@file"}, "@file"},
        SpellingCase{{"--message", "a b\nc"}, "a b\nc"},
        SpellingCase{{"--message", "\"q\""}, "\"q\""}, SpellingCase{{"--message", "true"}, "true"},
        SpellingCase{{"--message", "%%"}, "%%"},
        SpellingCase{{"--message", "\xff\xfe"}, "\xff\xfe"},
        SpellingCase{{"--message", "first", "--message", "last"}, "last"}));

TEST(ParseArguments, RepeatedValuesKeepTheirOrder) {
  const Arguments arguments =
      parse_arguments(declare_sample(), {"--tag", "b", "--tag=", "--tag", "a", "--tag=b"});
  EXPECT_EQ(arguments.values("tag"), (Words{"b", "", "a", "b"}));
}

TEST(ParseArguments, DoubleDashEndsOptions) {
  const Arguments arguments =
      parse_arguments(declare_sample(), {"a", "--", "--ticket", "-x", "--", "--y=", "[z]"});
  EXPECT_EQ(arguments.operands("FILE"), (Words{"a", "--ticket", "-x", "--", "--y=", "[z]"}));
  EXPECT_FALSE(arguments.has("ticket"));
}

TEST(ParseArguments, SingleDashIsAnOperand) {
  EXPECT_EQ(parse_arguments(declare_sample(), {"-"}).operands("FILE"), Words{"-"});
}

TEST(ParseArguments, OperandsKeepOddNames) {
  const Words odd{"[draft]", "{}", "a,b", "", "@x", "/p", "+", "++", "%%"};
  EXPECT_EQ(parse_arguments(declare_sample(), odd).operands("FILE"), odd);
}

TEST(ParseArguments, OptionalValueOnlyAfterEquals) {
  const Arguments bare = parse_arguments(declare_sample(), {"--fields", "a"});
  EXPECT_TRUE(bare.has("fields"));
  EXPECT_EQ(bare.value("fields"), "");
  EXPECT_EQ(bare.operands("FILE"), Words{"a"});
  EXPECT_EQ(parse_arguments(declare_sample(), {"--fields=a,b"}).value("fields"), "a,b");
  EXPECT_EQ(parse_arguments(declare_sample(), {"--fields=true"}).value("fields"), "true");
}

TEST(ParseArguments, CommonOptionsAreAlwaysThere) {
  const Arguments arguments =
      parse_arguments(declare_sample(), {"--session", "a3f", "--json", "--quiet"});
  EXPECT_EQ(arguments.value("session"), "a3f");
  EXPECT_TRUE(arguments.has("json"));
  EXPECT_TRUE(arguments.has("quiet"));
  EXPECT_TRUE(parse_arguments(declare_sample(), {"-q"}).has("quiet"));
}

TEST(ParseArguments, SessionCanBeSwitchedOff) {
  Command command = declare_sample();
  command.takes_session = false;
  const Error error = usage_error_of(command, {"--session", "a3f"});
  EXPECT_STREQ(error.what(), "unknown option '--session' for create");
}

TEST(ParseArguments, UnknownOptionNamesTheNearest) {
  const Error error = usage_error_of(declare_sample(), {"x", "--tiket", "P-1"});
  EXPECT_STREQ(error.what(), "unknown option '--tiket' for create");
  EXPECT_EQ(error.hint(), "did you mean --ticket? see git session create -h");
}

TEST(ParseArguments, UnknownOptionWithoutANeighbourNamesTheHelp) {
  const Error error = usage_error_of(declare_sample(), {"--banana=3"});
  EXPECT_STREQ(error.what(), "unknown option '--banana' for create");
  EXPECT_EQ(error.hint(), "see git session create -h");
}

TEST(ParseArguments, AbbreviationsAreNotUnderstood) {
  EXPECT_STREQ(usage_error_of(declare_sample(), {"--tick=1"}).what(),
               "unknown option '--tick' for create");
  EXPECT_STREQ(usage_error_of(declare_sample(), {"--Ticket=1"}).what(),
               "unknown option '--Ticket' for create");
}

TEST(ParseArguments, UnknownLettersAndNumbersAreRefused) {
  EXPECT_STREQ(usage_error_of(declare_sample(), {"-z"}).what(), "unknown option '-z' for create");
  EXPECT_STREQ(usage_error_of(declare_sample(), {"-qz"}).what(), "unknown option '-z' for create");
  EXPECT_STREQ(usage_error_of(declare_sample(), {"-5"}).what(), "unknown option '-5' for create");
  EXPECT_STREQ(usage_error_of(declare_sample(), {"--=x"}).what(), "unknown option '--' for create");
}

TEST(ParseArguments, MissingValueIsNamed) {
  EXPECT_STREQ(usage_error_of(declare_sample(), {"a", "--ticket"}).what(),
               "option '--ticket' needs a value");
  EXPECT_STREQ(usage_error_of(declare_sample(), {"-m"}).what(), "option '-m' needs a value");
}

TEST(ParseArguments, FlagsTakeNoValue) {
  for (const char* word : {"--no-use=x", "--no-use=true", "--json=1", "--quiet=false"}) {
    const std::string what = usage_error_of(declare_sample(), {word}).what();
    EXPECT_TRUE(what.ends_with("takes no value")) << what;
  }
}

TEST(ParseArguments, ChoicesOfOperandsAreChecked) {
  const Command command{.name = "setup",
                        .operands = {{.name = "AGENT", .maximum = 3, .choices = {"ada", "bob"}}}};
  EXPECT_EQ(parse_arguments(command, {"bob", "ada"}).operands("AGENT"), (Words{"bob", "ada"}));
  EXPECT_TRUE(parse_arguments(command, {}).operands("AGENT").empty());
  const Error error = usage_error_of(command, {"ada", "bib"});
  EXPECT_STREQ(error.what(), "'bib' is no AGENT");
  EXPECT_EQ(error.hint(), "did you mean bob? it is one of: ada, bob");
}

TEST(ParseArguments, ChoicesAreChecked) {
  EXPECT_EQ(parse_arguments(declare_sample(), {"--retention", "sprint"}).value("retention"),
            "sprint");
  const Error error = usage_error_of(declare_sample(), {"--retention", "sprnt"});
  EXPECT_STREQ(error.what(), "'sprnt' is no value for --retention");
  EXPECT_EQ(error.hint(),
            "did you mean sprint? --retention takes one of: project, sprint, temporary");
  EXPECT_STREQ(usage_error_of(declare_sample(), {"--retention="}).what(),
               "'' is no value for --retention");
}

TEST(ParseArguments, TooManyOperandsAreNamed) {
  Command command = declare_sample();
  command.operands = {session_operand("the session")};
  EXPECT_STREQ(usage_error_of(command, {"a", "b"}).what(), "unexpected word 'b' for create");
}

TEST(ParseArguments, OperandsShareTheWords) {
  Command command = declare_sample();
  command.operands = {{.name = "ID", .help = "a", .minimum = 0, .maximum = 1},
                      {.name = "FILE", .help = "b", .minimum = 1, .maximum = SIZE_MAX}};
  const Arguments one = parse_arguments(command, {"x"});
  EXPECT_EQ(one.operand("ID"), std::nullopt);
  EXPECT_EQ(one.operands("FILE"), Words{"x"});
  const Arguments three = parse_arguments(command, {"x", "y", "z"});
  EXPECT_EQ(three.operand("ID"), "x");
  EXPECT_EQ(three.operands("FILE"), (Words{"y", "z"}));
  EXPECT_STREQ(usage_error_of(command, {}).what(), "create needs FILE");
}

TEST(ParseArguments, TrailingOperandTakesTheRestUntouched) {
  const Words expected{"python3", "--input", ".", "--", "-q", "--empty="};
  Words after_dashes{"--agent", "cs", "--"};
  after_dashes.insert(after_dashes.end(), expected.begin(), expected.end());
  EXPECT_EQ(parse_arguments(declare_trailing(), after_dashes).operands("CMD"), expected);
  Words without_dashes{"--agent", "cs"};
  without_dashes.insert(without_dashes.end(), expected.begin(), expected.end());
  const Arguments arguments = parse_arguments(declare_trailing(), without_dashes);
  EXPECT_EQ(arguments.operands("CMD"), expected);
  EXPECT_FALSE(arguments.has("quiet"));
}

TEST(ParseArguments, TrailingOperandMayStartWithADash) {
  EXPECT_EQ(parse_arguments(declare_trailing(), {"--agent=a", "--", "-x", "-h"}).operands("CMD"),
            (Words{"-x", "-h"}));
  EXPECT_STREQ(usage_error_of(declare_trailing(), {"--agent=a", "-x", "cmd"}).what(),
               "unknown option '-x' for run");
}

TEST(ParseArguments, RequiredThingsAreNamed) {
  EXPECT_STREQ(usage_error_of(declare_trailing(), {"cmd"}).what(), "run needs --agent NAME");
  EXPECT_STREQ(usage_error_of(declare_trailing(), {"--agent=a"}).what(), "run needs CMD");
  EXPECT_STREQ(usage_error_of(declare_trailing(), {"--agent=a", "--"}).what(), "run needs CMD");
}

TEST(ParseArguments, HelpNeedsNothingElse) {
  EXPECT_TRUE(parse_arguments(declare_trailing(), {"-h"}).has("help"));
  EXPECT_TRUE(parse_arguments(declare_trailing(), {"--help"}).has("help"));
  EXPECT_FALSE(parse_arguments(declare_trailing(), {"--agent=a", "cmd", "-h"}).has("help"));
}

TEST(Arguments, AskingForAnUndeclaredNameIsABug) {
  const Arguments arguments = parse_arguments(declare_sample(), {});
  EXPECT_THROW(arguments.has("banana"), std::logic_error);
  EXPECT_THROW(arguments.operands("ID"), std::logic_error);
}

TEST(Invocation, NamedSessionComesFromOptionOrOperand) {
  Command command = declare_sample();
  command.operands = {session_operand("the session")};
  Console console = Console::capturing();
  const Environment environment;
  const auto named = [&](const Words& words) {
    const Arguments arguments = parse_arguments(command, words);
    return Invocation{arguments, console, environment, "git session"}.named_session();
  };
  EXPECT_EQ(named({}), std::nullopt);
  EXPECT_EQ(named({"a3f"}), "a3f");
  EXPECT_EQ(named({"--session=a3f"}), "a3f");
  EXPECT_EQ(named({"a3f", "--session=a3f"}), "a3f");
  EXPECT_THROW(named({"a3f", "--session=b"}), Error);
}

}  // namespace
}  // namespace git_session
