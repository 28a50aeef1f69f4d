#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <functional>
#include <string>
#include <thread>
#include <vector>

#include "base/error.h"
#include "base/file.h"
#include "base/lock_file.h"
#include "base/text.h"
#include "support/temporary_directory.h"

namespace git_session {
namespace {

/// Runs `action` in a process of its own, which ends with it and without any of ours.
pid_t in_child(const std::function<void()>& action) {
  const pid_t child = fork();
  if (child != 0) return child;
  try {
    action();
  } catch (...) {
    _exit(1);
  }
  _exit(0);
}

int exit_code_of(pid_t child) {
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

void wait_until(const std::function<bool()>& is_so) {
  for (int round = 0; round < 2000 && !is_so(); ++round)
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
}

/// Reads a number and writes it raised by one: loses updates unless somebody holds a lock.
void count_one_more(const Directory& directory) {
  const int64_t count = *parse_integer(directory.read_file("count", 100).value());
  directory.replace_file("count", std::to_string(count + 1));
}

void lock_by_file(const Directory& directory) {
  const LockHolder self = LockHolder::self();
  while (!try_lock_file(directory, self)) std::this_thread::sleep_for(std::chrono::milliseconds(1));
}

/// The id of a process that has ended.
pid_t dead_process() {
  const pid_t child = in_child([] {});
  exit_code_of(child);
  return child;
}

class DirectoryLockTest : public testing::Test {
 protected:
  DirectoryLockTest() : root_(*Directory::open(temporary_.path())) {}

  void count_in_children(const std::function<void(const Directory&)>& count_locked) {
    constexpr int children_count = 6;
    constexpr int rounds = 20;
    temporary_.write("count", "0");
    std::vector<pid_t> children;
    for (int index = 0; index < children_count; ++index)
      children.push_back(in_child([&] {
        const Directory own = *Directory::open(temporary_.path());
        for (int round = 0; round < rounds; ++round) count_locked(own);
      }));
    for (const pid_t child : children) EXPECT_EQ(exit_code_of(child), 0);
    EXPECT_EQ(temporary_.read("count"), std::to_string(children_count * rounds));
  }

  bool is_lock_free() const {
    const FileDescriptor own(open(temporary_.path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    return flock(own.get(), LOCK_EX | LOCK_NB) == 0;
  }

  TemporaryDirectory temporary_;
  Directory root_;
};

TEST_F(DirectoryLockTest, IsHeldUntilItGoes) {
  {
    DirectoryLock lock = DirectoryLock::acquire(root_);
    EXPECT_FALSE(is_lock_free());
    const DirectoryLock moved = std::move(lock);
    EXPECT_FALSE(is_lock_free());
    EXPECT_TRUE(root_.entries().empty());
  }
  EXPECT_TRUE(is_lock_free());
}

TEST_F(DirectoryLockTest, IsReleasedEvenWhileAChildLives) {
  pid_t child = -1;
  {
    const DirectoryLock lock = DirectoryLock::acquire(root_);
    child = in_child([] { pause(); });
  }
  EXPECT_TRUE(is_lock_free());
  kill(child, SIGKILL);
  exit_code_of(child);
}

TEST_F(DirectoryLockTest, WaitsForItsHolder) {
  const pid_t child = in_child([&] {
    const DirectoryLock lock = DirectoryLock::acquire(*Directory::open(temporary_.path()));
    root_.replace_file("held", "");
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    root_.replace_file("done", "");
  });
  wait_until([&] { return temporary_.exists("held"); });
  const DirectoryLock lock = DirectoryLock::acquire(root_);
  EXPECT_TRUE(temporary_.exists("done"));
  EXPECT_EQ(exit_code_of(child), 0);
}

TEST_F(DirectoryLockTest, IsGoneWithAKilledHolder) {
  const pid_t child = in_child([&] {
    const DirectoryLock lock = DirectoryLock::acquire(*Directory::open(temporary_.path()));
    root_.replace_file("held", "");
    pause();
  });
  wait_until([&] { return temporary_.exists("held"); });
  EXPECT_FALSE(is_lock_free());
  kill(child, SIGKILL);
  EXPECT_EQ(exit_code_of(child), 128 + SIGKILL);
  EXPECT_TRUE(is_lock_free());
}

TEST_F(DirectoryLockTest, LosesNoUpdate) {
  count_in_children([](const Directory& directory) {
    const DirectoryLock lock = DirectoryLock::acquire(directory);
    count_one_more(directory);
  });
}

TEST_F(DirectoryLockTest, LockFileLosesNoUpdate) {
  count_in_children([](const Directory& directory) {
    lock_by_file(directory);
    count_one_more(directory);
    directory.remove_file(lock_file_name);
  });
  EXPECT_EQ(root_.entries().size(), 1U);
}

TEST_F(DirectoryLockTest, StaleLockFileGoesToOneOfMany) {
  LockHolder dead = LockHolder::self();
  dead.process = dead_process();
  const std::string stale = dead.format();
  count_in_children([&](const Directory& directory) {
    lock_by_file(directory);
    count_one_more(directory);
    // Leaving as one that was killed, with all the others waiting for the same stale file.
    directory.replace_file(lock_file_name, stale);
  });
}

TEST_F(DirectoryLockTest, LockFileOfALivingProcessHolds) {
  const LockHolder self = LockHolder::self();
  EXPECT_TRUE(try_lock_file(root_, self));
  EXPECT_FALSE(try_lock_file(root_, self));
  root_.remove_file(lock_file_name);
  EXPECT_TRUE(try_lock_file(root_, self));
}

TEST_F(DirectoryLockTest, UnreadableLockFileHolds) {
  for (const char* text :
       {"", "half of", "a\nb\nc\n0\ne\n", "a\nb\nc\n-1\ne\n", "a\nb\nc\nx\ne\n"}) {
    temporary_.write(lock_file_name, text);
    EXPECT_FALSE(try_lock_file(root_, LockHolder::self())) << text;
    EXPECT_FALSE(try_lock_file(root_, LockHolder::self())) << text;
    EXPECT_EQ(temporary_.read(lock_file_name), text);
  }
}

TEST_F(DirectoryLockTest, NobodyBreaksALockThatIsBeingBroken) {
  LockHolder dead = LockHolder::self();
  dead.process = dead_process();
  temporary_.write(lock_file_name, dead.format());
  temporary_.write(lock_breaker_name, LockHolder::self().format());
  EXPECT_FALSE(try_lock_file(root_, LockHolder::self()));
  EXPECT_EQ(temporary_.read(lock_file_name), dead.format());
  root_.remove_file(lock_breaker_name);
  EXPECT_FALSE(try_lock_file(root_, LockHolder::self()));
  EXPECT_TRUE(try_lock_file(root_, LockHolder::self()));
  EXPECT_EQ(root_.entries().size(), 1U);
}

TEST_F(DirectoryLockTest, KnowsWhichHoldersAreGone) {
  const LockHolder self = LockHolder::self();
  EXPECT_FALSE(is_gone(self, self));
  LockHolder other = self;
  other.process = dead_process();
  EXPECT_TRUE(is_gone(other, self));
  other.process_namespace = "pid:[1]";
  EXPECT_FALSE(is_gone(other, self)) << "its process ids are not ours";
  other.boot = "earlier";
  EXPECT_TRUE(is_gone(other, self));
  other.machine = "elsewhere";
  EXPECT_FALSE(is_gone(other, self));
}

#ifdef __linux__
TEST_F(DirectoryLockTest, KnowsAProcessIdThatWasUsedAgain) {
  const LockHolder self = LockHolder::self();
  LockHolder other = self;
  other.start_time += "1";
  EXPECT_TRUE(is_gone(other, self));
}

TEST_F(DirectoryLockTest, CountsTheDeadThatNobodyWaitedForAsGone) {
  LockHolder other = LockHolder::self();
  other.process = in_child([] { pause(); });
  other.start_time.clear();
  EXPECT_FALSE(is_gone(other, LockHolder::self()));
  kill(other.process, SIGKILL);
  wait_until([&] { return is_gone(other, LockHolder::self()); });
  EXPECT_TRUE(is_gone(other, LockHolder::self()));
  exit_code_of(other.process);
}
#endif

TEST_F(DirectoryLockTest, HolderSurvivesItsText) {
  const LockHolder self = LockHolder::self();
  EXPECT_EQ(self.process, getpid());
  const auto parsed = LockHolder::parse(self.format());
  ASSERT_TRUE(parsed);
  EXPECT_EQ(parsed->format(), self.format());
  EXPECT_EQ(parsed->process, self.process);
}

}  // namespace
}  // namespace git_session
