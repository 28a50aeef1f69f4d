#include "operations/session_cache.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <array>
#include <chrono>
#include <filesystem>
#include <map>
#include <mutex>
#include <string>
#include <thread>

#include "operations/find_sessions.h"
#include "support/workspace_fixture.h"

namespace git_session {
namespace {

class SessionCacheTest : public testing::Test {
 protected:
  /// Makes what was written look as if it had been long ago, but for its time of change.
  void age(const std::string& path) {
    const timespec old{1'700'000'000, 0};
    const std::array<timespec, 2> times{old, old};
    ASSERT_EQ(utimensat(AT_FDCWD, fixture_.git.path_of(path).c_str(), times.data(), 0), 0);
  }
  /// All that was written is old enough to be remembered, and what follows has another time.
  static int64_t an_hour_later() { return nanoseconds_since_epoch() + 3'600'000'000'000; }
  static void let_time_pass() { std::this_thread::sleep_for(std::chrono::milliseconds(20)); }

  /// What the sessions say, by id: from the cache, and as they are.
  using Seen = std::map<std::string, std::string>;
  static std::string describe(const Session& session) {
    std::string text = session.notes;
    for (const Output& output : session.outputs) text += "|" + output.file + "=" + output.agent;
    return text;
  }
  Seen seen(SessionCache* cache) {
    const Workspace workspace = fixture_.open();
    Seen seen;
    std::mutex mutex;
    const auto visit = [&](size_t, const Session& session) {
      std::lock_guard guard(mutex);
      seen[session.id] = describe(session);
    };
    const auto locations = workspace.locations(Scope::everything);
    if (cache != nullptr) {
      cache->visit(workspace.store(), workspace.settings().agents(), locations, visit);
    } else {
      workspace.visit(locations, {}, visit);
    }
    return seen;
  }
  void expect_truth(const char* after, size_t remembered) {
    EXPECT_EQ(seen(&cache_), seen(nullptr)) << after;
    EXPECT_EQ(seen(&cache_), seen(nullptr)) << after << ", again";
    EXPECT_EQ(cache_.size(), remembered) << after;
    let_time_pass();
  }

  WorkspaceFixture fixture_;
  SessionCache cache_{an_hour_later};
};

TEST_F(SessionCacheTest, KeepsNothingThatWasChangedJustNow) {
  fixture_.write_session("ada", "2025-11-22_x_a3f42c", "notes: first\n");
  SessionCache cache;
  EXPECT_EQ(seen(&cache), seen(nullptr));
  EXPECT_EQ(cache.size(), 0u);
}

TEST_F(SessionCacheTest, IsRightWhateverHappens) {
  const SessionLocation one = fixture_.write_session("ada", "2025-11-22_x_a3f42c", "notes: one\n");
  const SessionLocation two = fixture_.write_session("bob", "2025-11-22_y_b3f42c", "notes: two\n");
  expect_truth("the first time", 2);
  fixture_.git.write(one.path + "/.session-metadata.yaml", "notes: six\n");
  age(one.path + "/.session-metadata.yaml");
  expect_truth("another text of the same length and time", 2);
  fixture_.git.write(one.path + "/plan_cs-x.md", "x");
  expect_truth("a new output", 2);
  std::filesystem::remove(fixture_.git.path_of(one.path + "/plan_cs-x.md"));
  expect_truth("an output less", 2);
  std::filesystem::create_directory(fixture_.git.path_of(two.path + "/img"));
  fixture_.git.write(two.path + "/img/a.png", "x");
  expect_truth("a subfolder", 1);
  fixture_.git.write(two.path + "/img/b.png", "x");
  expect_truth("an output in the subfolder", 1);
  std::filesystem::remove(fixture_.git.path_of(one.path + "/.session-metadata.yaml"));
  expect_truth("no metadata", 1);
  std::filesystem::remove_all(fixture_.git.path_of(one.path));
  expect_truth("a session less", 0);
}

TEST_F(SessionCacheTest, AgentsThatAreKnownDecideWhoMadeWhat) {
  const SessionLocation one = fixture_.write_session("ada", "2025-11-22_x_a3f42c", "notes: one\n");
  fixture_.git.write(one.path + "/report_writer.md", "x");
  expect_truth("the first time", 1);
  fixture_.git.git({"config", "session.agents", "writer"});
  expect_truth("another agent is known", 1);
}

}  // namespace
}  // namespace git_session
