#include "base/process.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <csignal>

#include "base/error.h"
#include "support/temporary_directory.h"

namespace git_session {
namespace {

class ProcessTest : public testing::Test {
 protected:
  void SetUp() override { previous_ = signal(SIGPIPE, SIG_IGN); }
  void TearDown() override { signal(SIGPIPE, previous_); }

  static ProcessResult shell(const std::string& script, ProcessOptions options = {}) {
    return run_process({"/bin/sh", "-c", script}, std::move(options));
  }

 private:
  void (*previous_)(int) = nullptr;
};

class PathVariable {
 public:
  explicit PathVariable(const std::string& value) : previous_(getenv("PATH")) {
    setenv("PATH", value.c_str(), 1);
  }
  ~PathVariable() { setenv("PATH", previous_.c_str(), 1); }

 private:
  std::string previous_;
};

TEST_F(ProcessTest, CollectsBothOutputsAndTheExitCode) {
  ProcessResult result = shell("echo out; echo err >&2; exit 7");
  EXPECT_EQ(result.output, "out\n");
  EXPECT_EQ(result.error_output, "err\n");
  EXPECT_EQ(result.exit_code, 7);
  EXPECT_FALSE(result.ok());
}

TEST_F(ProcessTest, AChildThatTakesTooLongIsKilled) {
  for (const char* script :
       {"exec sleep 60", "exec >&- 2>&-; exec sleep 60", "cat; exec sleep 60"}) {
    ProcessOptions options;
    options.input = "input";
    options.time_limit = std::chrono::milliseconds(300);
    const auto begin = std::chrono::steady_clock::now();
    ProcessResult result = shell(script, std::move(options));
    EXPECT_TRUE(result.timed_out) << script;
    EXPECT_EQ(result.exit_code, 128 + SIGKILL) << script;
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(30)) << script;
  }
  ProcessOptions options;
  options.time_limit = std::chrono::seconds(60);
  ProcessResult result = shell("echo quick; exit 3", std::move(options));
  EXPECT_FALSE(result.timed_out);
  EXPECT_EQ(result.output, "quick\n");
  EXPECT_EQ(result.exit_code, 3);
}

TEST_F(ProcessTest, ArgumentsAreNotInterpreted) {
  const std::string odd = "$(id) `id` * ;| \n\xff'\"";
  ProcessResult result = run_process({"/bin/sh", "-c", "printf %s \"$1\"", "sh", odd});
  EXPECT_EQ(result.output, odd);
}

TEST_F(ProcessTest, FeedsMuchInputWhileReadingMuchOutput) {
  ProcessOptions options;
  options.input = std::string(5'000'000, 'x');
  ProcessResult result = shell("tee /dev/stderr", std::move(options));
  EXPECT_EQ(result.output.size(), 5'000'000u);
  EXPECT_EQ(result.error_output.size(), 5'000'000u);
}

TEST_F(ProcessTest, SurvivesAChildThatDoesNotReadItsInput) {
  ProcessOptions options;
  options.input = std::string(1'000'000, 'x');
  EXPECT_EQ(shell("exec <&-; exit 3", std::move(options)).exit_code, 3);
}

TEST_F(ProcessTest, InputIsEmptyUnlessGiven) { EXPECT_EQ(shell("cat").output, ""); }

TEST_F(ProcessTest, SignalsBecomeExitCodes) {
  EXPECT_EQ(shell("kill -TERM $$").exit_code, 128 + SIGTERM);
  // Also says that a child gets SIGPIPE back, which we ignore.
  EXPECT_EQ(shell("kill -PIPE $$").exit_code, 128 + SIGPIPE);
}

TEST_F(ProcessTest, WorkingDirectoryAndEnvironment) {
  TemporaryDirectory directory;
  setenv("PROCESS_TEST_GONE", "1", 1);
  setenv("PROCESS_TEST_REPLACED", "old", 1);
  ProcessOptions options;
  options.working_directory = directory.path();
  options.environment = {{"PROCESS_TEST_REPLACED", "new"}, {"PROCESS_TEST_ADDED", "a=b"}};
  options.removed_environment = {"PROCESS_TEST_GONE"};
  ProcessResult result =
      shell("pwd -P; echo $PROCESS_TEST_REPLACED $PROCESS_TEST_ADDED ${PROCESS_TEST_GONE-unset}",
            std::move(options));
  EXPECT_EQ(result.output, directory.path() + "\nnew a=b unset\n");
  unsetenv("PROCESS_TEST_GONE");
  unsetenv("PROCESS_TEST_REPLACED");
}

TEST_F(ProcessTest, OutputGoesToAGivenDescriptor) {
  TemporaryDirectory directory;
  directory.write("out", "");
  FileDescriptor file(open(directory.path_of("out").c_str(), O_WRONLY | O_CLOEXEC));
  ProcessOptions options;
  options.output_descriptor = file.get();
  EXPECT_EQ(shell("echo there", std::move(options)).output, "");
  EXPECT_EQ(directory.read("out"), "there\n");
}

TEST_F(ProcessTest, ErrorOutputIsHandedOverAsItComes) {
  std::string seen;
  ProcessOptions options;
  options.on_error_output = [&](std::string_view piece) { seen += piece; };
  ProcessResult result = shell("echo one >&2; echo two >&2", std::move(options));
  EXPECT_EQ(seen, "one\ntwo\n");
  EXPECT_EQ(result.error_output, seen);
}

TEST_F(ProcessTest, ChildrenRunSideBySide) {
  TemporaryDirectory directory;
  const std::string pipe = directory.path_of("pipe");
  ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
  // The first one ends only when the second one speaks.
  ChildProcess first = ChildProcess::start({"/bin/cat", pipe});
  ChildProcess second = ChildProcess::start({"/bin/sh", "-c", "echo word >'" + pipe + "'"});
  EXPECT_EQ(first.finish().output, "word\n");
  EXPECT_EQ(second.finish().exit_code, 0);
}

TEST_F(ProcessTest, DoesNotWaitForWhatTheChildLeftBehind) {
  TemporaryDirectory directory;
  const std::string pipe = directory.path_of("pipe");
  ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
  ProcessResult result = shell("echo done; cat '" + pipe + "' & exit 4");
  EXPECT_EQ(result.output, "done\n");
  EXPECT_EQ(result.exit_code, 4);
  // Only now is there somebody for the one left behind to hear, so that it can end.
  EXPECT_EQ(shell("echo end >'" + pipe + "'").exit_code, 0);
}

TEST_F(ProcessTest, AnUnfinishedChildIsWaitedFor) {
  TemporaryDirectory directory;
  {
    ProcessOptions options;
    options.working_directory = directory.path();
    ChildProcess::start({"/bin/sh", "-c", "sleep 0.1; : > done"}, std::move(options));
  }
  EXPECT_TRUE(directory.exists("done"));
}

TEST_F(ProcessTest, SaysWhatCouldNotBeStarted) {
  try {
    run_process({"/nonexistent/program"});
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::unavailable);
    EXPECT_STREQ(error.what(), "cannot start '/nonexistent/program': No such file or directory");
  }
  ProcessOptions options;
  options.working_directory = "/nonexistent/directory";
  try {
    run_process({"/bin/true"}, std::move(options));
    FAIL();
  } catch (const Error& error) {
    EXPECT_STREQ(error.what(),
                 "cannot work in '/nonexistent/directory': No such file or directory");
  }
  EXPECT_THROW(run_process({"/bin/echo", std::string("a\0b", 3)}), Error);
}

TEST_F(ProcessTest, FindsProgramsInAbsoluteEntriesOnly) {
  TemporaryDirectory directory;
  for (const char* name : {"here/tool", "bin/tool"}) {
    std::string path = directory.write(name, "#!/bin/sh\n");
    ASSERT_EQ(chmod(path.c_str(), 0755), 0);
  }
  directory.write("first/tool", "not executable");
  directory.make_directory("second/tool");
  const std::string previous = std::filesystem::current_path();
  std::filesystem::current_path(directory.path_of("here"));
  {
    PathVariable path("::.:bin:../bin:" + directory.path_of("first") + ":" +
                      directory.path_of("second") + ":" + directory.path_of("bin"));
    EXPECT_EQ(find_program("tool"), directory.path_of("bin/tool"));
    EXPECT_EQ(find_program("missing"), std::nullopt);
    EXPECT_EQ(find_program(""), std::nullopt);
    EXPECT_EQ(find_program("./tool"), "./tool");
  }
  std::filesystem::current_path(previous);
}

}  // namespace
}  // namespace git_session
