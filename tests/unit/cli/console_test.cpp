#include "cli/console.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <functional>

#include "base/environment.h"
#include "json/json.h"

namespace git_session {
namespace {

ConsoleSettings terminal() {
  ConsoleSettings settings;
  settings.input_is_terminal = true;
  settings.output_is_terminal = true;
  settings.error_is_terminal = true;
  settings.output_colour = true;
  settings.error_colour = true;
  settings.width = 20;
  return settings;
}

TEST(Console, ResultsAndMessagesGoTheirOwnWays) {
  Console console = Console::capturing();
  console.print("a");
  console.print_line("b");
  console.note("said");
  console.warn("careful");
  console.error("no session matches 'x'", "git session list shows yours", {"one", "two"});
  EXPECT_EQ(console.output(), "ab\n");
  EXPECT_EQ(console.error_output(),
            "said\nwarning: careful\ngit session: no session matches 'x'\n  one\n  two\n"
            "hint: git session list shows yours\n");
}

TEST(Console, QuietSilencesNotesOnly) {
  Console console = Console::capturing(terminal());
  console.set_quiet(true);
  console.note("said");
  console.show_progress("working");
  EXPECT_EQ(console.error_output(), "");
  console.warn("careful");
  console.error("wrong");
  EXPECT_NE(console.error_output().find("careful"), std::string::npos);
  EXPECT_NE(console.error_output().find("wrong"), std::string::npos);
}

TEST(Console, RawBytesAreEscapedOnATerminalOnly) {
  const std::string bytes("\x1b[2J\0\xff", 6);
  Console pipe = Console::capturing();
  pipe.print_raw(bytes);
  EXPECT_EQ(pipe.output(), bytes);
  Console screen = Console::capturing(terminal());
  screen.print_raw(bytes);
  EXPECT_EQ(screen.output(), "\\x1b[2J\\x00\\xff");
}

TEST(Console, HostileMessagesAreEscaped) {
  Console console = Console::capturing(terminal());
  console.error("bad \x1b]0;x\a name", "hint \r", {"\x9b\x31m"});
  EXPECT_EQ(console.error_output().find("\x1b]"), std::string::npos);
  EXPECT_EQ(console.error_output().find('\a'), std::string::npos);
  EXPECT_EQ(console.error_output().find('\r'), std::string::npos);
  EXPECT_EQ(console.error_output().find('\x9b'), std::string::npos);
}

TEST(Console, JsonIsIndentedForPeopleOnly) {
  Json value = json_root();
  value["name"] = "x";
  Console pipe = Console::capturing();
  pipe.print_json(value);
  EXPECT_EQ(pipe.output(), "{\"schema\":1,\"name\":\"x\"}\n");
  Console screen = Console::capturing(terminal());
  screen.print_json(value);
  EXPECT_EQ(screen.output(), "{\n  \"schema\": 1,\n  \"name\": \"x\"\n}\n");
}

TEST(Console, ProgressIsOneLineThatGoesAway) {
  Console console = Console::capturing(terminal());
  console.show_progress("a very long line of progress that does not fit");
  EXPECT_EQ(console.error_output(), "\ra very long line o…\x1b[K");
  console.note("done");
  EXPECT_TRUE(console.error_output().ends_with("\r\x1b[Kdone\n")) << console.error_output();
  Console pipe = Console::capturing();
  pipe.show_progress("working");
  EXPECT_EQ(pipe.error_output(), "");
}

TEST(Console, AnswersComeLineByLine) {
  Console console = Console::capturing(terminal(), "first\n\nlast");
  EXPECT_EQ(console.ask_line("? "), "first");
  EXPECT_EQ(console.ask_line("? "), "");
  EXPECT_EQ(console.ask_line("? "), "last");
  EXPECT_EQ(console.ask_line("? "), std::nullopt);
  EXPECT_EQ(console.output(), "");
}

TEST(Console, PromptsNeedAPersonAtBothEnds) {
  ConsoleSettings settings = terminal();
  EXPECT_TRUE(Console::capturing(settings).can_prompt());
  settings.error_is_terminal = false;
  EXPECT_FALSE(Console::capturing(settings).can_prompt());
  settings.error_is_terminal = true;
  settings.input_is_terminal = false;
  EXPECT_FALSE(Console::capturing(settings).can_prompt());
}

TEST(Console, PendingResultsCanBeForgotten) {
  Console console = Console::capturing();
  console.print("half a table");
  console.discard_pending();
  console.print("x");
  EXPECT_EQ(console.output(), "x");
  EXPECT_EQ(console.finish(3), 3);
}

ConsoleSettings detect(std::map<std::string, std::string, std::less<>> variables) {
  return detect_console_settings(Environment{std::move(variables)});
}

TEST(ConsoleSettings, ColourFollowsTheEnvironment) {
  EXPECT_TRUE(detect({{"CLICOLOR_FORCE", "1"}}).output_colour);
  EXPECT_FALSE(detect({{"CLICOLOR_FORCE", "1"}, {"NO_COLOR", "1"}}).output_colour);
  EXPECT_TRUE(detect({{"CLICOLOR_FORCE", "1"}, {"NO_COLOR", ""}}).error_colour);
}

TEST(ConsoleSettings, ColumnsCountFirst) {
  EXPECT_EQ(detect({{"COLUMNS", "132"}}).width, 132U);
  const size_t otherwise = detect({}).width;
  for (const char* odd : {"", "0", "-3", "wide", "99999999999"}) {
    EXPECT_EQ(detect({{"COLUMNS", odd}}).width, otherwise) << odd;
  }
}

/// What a child process does with its stdout put to `descriptor`; gives its exit code.
int exit_code_with_output(int descriptor, const std::function<int(Console&)>& act) {
  const pid_t child = fork();
  if (child == 0) {
    signal(SIGPIPE, SIG_IGN);
    dup2(descriptor, STDOUT_FILENO);
    Console console = Console::of_process({});
    _exit(act(console));
  }
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

int print_and_finish(Console& console) {
  console.print("result");
  return console.finish(0);
}

TEST(Console, AFullDiskIsAnHonestFailure) {
  const int full = open("/dev/full", O_WRONLY | O_CLOEXEC);
  ASSERT_GE(full, 0);
  EXPECT_EQ(exit_code_with_output(full, print_and_finish), 1);
  EXPECT_EQ(exit_code_with_output(full, [](Console& console) { return console.finish(0); }), 0);
  EXPECT_EQ(exit_code_with_output(full,
                                  [](Console& console) {
                                    console.print("result");
                                    return console.finish(4);
                                  }),
            4);
  close(full);
}

TEST(Console, AClosedPipeEndsQuietly) {
  int ends[2];
  ASSERT_EQ(pipe2(ends, O_CLOEXEC), 0);
  close(ends[0]);
  EXPECT_EQ(exit_code_with_output(ends[1], print_and_finish), 0);
  close(ends[1]);
}

TEST(Console, MoreThanTheBufferArrivesInOrder) {
  int ends[2];
  ASSERT_EQ(pipe2(ends, O_CLOEXEC), 0);
  const pid_t child = fork();
  if (child == 0) {
    dup2(ends[1], STDOUT_FILENO);
    Console console = Console::of_process({});
    for (int i = 0; i < 50'000; ++i) console.print_line(std::to_string(i));
    _exit(console.finish(0));
  }
  close(ends[1]);
  std::string seen;
  char bytes[4096];
  for (ssize_t count = 0; (count = read(ends[0], bytes, sizeof bytes)) > 0;) {
    seen.append(bytes, static_cast<size_t>(count));
  }
  close(ends[0]);
  waitpid(child, nullptr, 0);
  std::string expected;
  for (int i = 0; i < 50'000; ++i) expected += std::to_string(i) + "\n";
  EXPECT_TRUE(seen == expected) << seen.size() << " bytes instead of " << expected.size();
}

}  // namespace
}  // namespace git_session
