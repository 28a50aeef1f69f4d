#include "cli/run_cli.h"

#include <gtest/gtest.h>

#include "cli/version.h"
#include "json/json.h"

namespace git_session {
namespace {

using Words = std::vector<std::string>;

struct Outcome {
  int exit_code;
  std::string output;
  std::string error_output;
};

Outcome run(const Words& words, ConsoleSettings settings = {}) {
  Console console = Console::capturing(std::move(settings));
  const int exit_code = run_cli(words, Environment{}, console);
  return {exit_code, console.output(), console.error_output()};
}

TEST(RunCli, VersionIsAnsweredFirst) {
  const Outcome outcome = run({"--version"});
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_EQ(outcome.output, version_line);
  EXPECT_EQ(run({"version"}).output, version_line);
  for (const char* word : {"version", "--version"}) {
    EXPECT_EQ(Json::parse(run({word, "--json"}).output)["version"], program_version);
  }
  EXPECT_EQ(run({"--version", "banana"}).exit_code, 2);
}

TEST(RunCli, HelpIsAResult) {
  for (const Words& words : {Words{"-h"}, Words{"--help"}, Words{"help"}}) {
    const Outcome outcome = run(words);
    EXPECT_EQ(outcome.exit_code, 0);
    EXPECT_TRUE(outcome.output.starts_with("usage: git session")) << outcome.output;
    EXPECT_EQ(outcome.error_output, "");
  }
  EXPECT_EQ(run({"help", "version"}).output, run({"version", "-h"}).output);
  EXPECT_EQ(Json::parse(run({"help", "--json"}).output)["commands"][0]["name"].is_string(), true);
  EXPECT_EQ(Json::parse(run({"help", "version", "--json"}).output)["command"]["name"], "version");
  EXPECT_EQ(run({"-h", "--json"}).output, run({"help", "--json"}).output);
  EXPECT_EQ(run({"version", "-h", "--json"}).output, run({"help", "version", "--json"}).output);
}

TEST(RunCli, UnknownVerbsSuggest) {
  const Outcome outcome = run({"versoin"});
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_EQ(outcome.output, "");
  EXPECT_EQ(outcome.error_output,
            "git session: unknown verb 'versoin'\n"
            "hint: did you mean version? see git session help --all\n");
  EXPECT_EQ(run({"help", "versoin"}).exit_code, 2);
}

TEST(RunCli, ErrorsAreJsonWhenAskedFor) {
  for (const Words& words : {Words{"banana", "--json"}, Words{"version", "--json", "--x"},
                             Words{"version", "--x", "--format", "json"}}) {
    const Outcome outcome = run(words);
    EXPECT_EQ(outcome.exit_code, 2);
    EXPECT_EQ(outcome.error_output, "");
    const Json root = Json::parse(outcome.output);
    EXPECT_EQ(root["schema"], 1);
    EXPECT_EQ(root["error"]["kind"], "usage");
  }
  EXPECT_EQ(run({"banana", "--", "--json"}).output, "");
}

TEST(RunCli, ShowsTheNameItWasCalledBy) {
  ConsoleSettings settings;
  settings.program = program_name_from("/x/scripts/session_manager.py");
  EXPECT_TRUE(run({"banana"}, settings).error_output.starts_with("session_manager: unknown verb"));
  EXPECT_TRUE(run({"help"}, settings).output.starts_with("usage: session_manager "));
}

TEST(ProgramName, DependsOnTheLink) {
  EXPECT_EQ(program_name_from("session_manager"), "session_manager");
  EXPECT_EQ(program_name_from("/usr/bin/git-session"), "git session");
  EXPECT_EQ(program_name_from(""), "git session");
  EXPECT_EQ(program_name_from("./session_manager.py"), "session_manager");
}

TEST(ExitCode, FollowsTheKind) {
  const std::vector<std::pair<ErrorKind, int>> expected{
      {ErrorKind::usage, 2},        {ErrorKind::not_found, 1}, {ErrorKind::no_session, 3},
      {ErrorKind::ambiguous, 3},    {ErrorKind::conflict, 1},  {ErrorKind::refused, 5},
      {ErrorKind::invalid_data, 1}, {ErrorKind::internal, 1},  {ErrorKind::unavailable, 1}};
  for (const auto& [kind, code] : expected) EXPECT_EQ(exit_code_for(kind), code) << name_of(kind);
}

}  // namespace
}  // namespace git_session
