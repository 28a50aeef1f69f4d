#include "store/operation_log.h"

#include <gtest/gtest.h>

#include "base/content_id.h"
#include "base/error.h"
#include "store/change_recorder.h"
#include "support/temporary_directory.h"

namespace git_session {
namespace {

class OperationLogTest : public testing::Test {
 protected:
  Operation operation_at(const std::string& time) const {
    Operation operation;
    operation.verb = "update";
    operation.time = *parse_rfc3339(time);
    operation.number = log_.reserve(operation.time);
    return operation;
  }
  std::string entry(int number, const std::string& file) const {
    return "git/session/operations/" + std::to_string(number) + "/" + file;
  }

  TemporaryDirectory folder_;
  std::string git_ = folder_.make_directory("git");
  OperationLog log_{git_ + "/session"};
  const Instant now_ = *parse_rfc3339("2025-11-22T08:15:30Z");
};

TEST_F(OperationLogTest, NumbersGoUpAndAreNeverUsedTwice) {
  EXPECT_EQ(log_.reserve(now_), 1);
  EXPECT_EQ(log_.reserve(now_), 2);
  folder_.make_directory("git/session/operations/17");
  EXPECT_EQ(log_.reserve(now_), 18);
}

TEST_F(OperationLogTest, WhatIsNoEntryIsPassedOver) {
  log_.begin(operation_at("2025-11-22T08:00:00Z"));
  for (const char* name : {"0", "-1", "1x", "999999999999", "notes"})
    folder_.make_directory(std::string("git/session/operations/") + name);
  folder_.write("git/session/operations/7", "a file");
  folder_.write(entry(8, "operation"), "nothing of ours\n");
  EXPECT_EQ(log_.reserve(now_), 9);
  ASSERT_EQ(log_.operations().size(), 1u);
  EXPECT_EQ(log_.operations().front().number, 1);
}

TEST_F(OperationLogTest, APlanAppearsAtOnce) {
  Operation operation = operation_at("2025-11-22T08:00:00Z");
  operation.planned = true;
  operation.steps = {{FileStep::Kind::write, "x", {}, {}, content_id("x")}};
  // A process that was killed while it wrote the plan.
  folder_.write(entry(1, "operation.new"), "git-session operation 1\nverb up");
  EXPECT_FALSE(log_.find(1).has_value());
  operation.number = log_.reserve(now_);
  log_.begin(operation);
  EXPECT_TRUE(log_.find(2)->is_unfinished());
  log_.finish(2);
  EXPECT_FALSE(log_.find(2)->is_unfinished());
}

TEST_F(OperationLogTest, TheEndIsFoundAfterHalfOfIt) {
  Operation operation = operation_at("2025-11-22T08:00:00Z");
  operation.planned = true;
  log_.begin(operation);
  folder_.write(entry(1, "operation"), folder_.read(entry(1, "operation")) + "en");
  log_.finish(1);
  EXPECT_TRUE(log_.find(1)->finished);
}

TEST_F(OperationLogTest, KeepsContentsAndGivesBackOnlyWholeOnes) {
  const int number = operation_at("2025-11-22T08:00:00Z").number;
  log_.keep(number, content_id("old"), "old");
  auto content = log_.open_content(number, content_id("old"));
  ASSERT_TRUE(content);
  EXPECT_EQ(read_all(*content, 10, "old"), "old");
  folder_.write(entry(number, content_id("other")), "oth");
  EXPECT_FALSE(log_.open_content(number, content_id("other")));
  EXPECT_FALSE(log_.open_content(number, content_id("none")));
}

TEST_F(OperationLogTest, OldEntriesGoAndUnfinishedOnesStay) {
  Operation unfinished = operation_at("2025-10-01T08:00:00Z");
  unfinished.planned = true;
  log_.begin(unfinished);
  log_.begin(operation_at("2025-10-02T08:00:00Z"));
  log_.keep(2, content_id("old"), "old");
  log_.begin(operation_at("2025-11-01T08:00:00Z"));
  EXPECT_EQ(log_.reserve(now_), 4);
  EXPECT_TRUE(folder_.exists("git/session/operations/1"));
  EXPECT_FALSE(folder_.exists("git/session/operations/2"));
  EXPECT_TRUE(folder_.exists("git/session/operations/3"));
}

TEST_F(OperationLogTest, AnUndoStaysAsLongAsWhatItEnded) {
  Operation unfinished = operation_at("2025-10-01T08:00:00Z");
  unfinished.planned = true;
  log_.begin(unfinished);
  Operation undo = operation_at("2025-10-02T08:00:00Z");
  undo.undoes = 1;
  log_.begin(undo);
  EXPECT_EQ(log_.reserve(now_), 3);
  EXPECT_TRUE(folder_.exists("git/session/operations/2"));
  log_.abandon(1);
  EXPECT_FALSE(log_.find(1)->is_unfinished());
  EXPECT_EQ(log_.reserve(now_), 4);
  EXPECT_FALSE(folder_.exists("git/session/operations/1"));
  EXPECT_FALSE(folder_.exists("git/session/operations/2"));
}

TEST_F(OperationLogTest, SomebodysFolderInTheWayStopsNobody) {
  log_.begin(operation_at("2025-10-02T08:00:00Z"));
  folder_.write(entry(1, "folder/file"), "somebody's");
  EXPECT_EQ(log_.reserve(now_), 2);
  EXPECT_TRUE(folder_.exists(entry(1, "folder/file")));
}

TEST_F(OperationLogTest, DiscardGivesANumberBack) {
  EXPECT_EQ(log_.reserve(now_), 1);
  log_.keep(1, content_id("x"), "x");
  log_.discard(1);
  EXPECT_FALSE(folder_.exists("git/session/operations/1"));
}

TEST_F(OperationLogTest, ARecorderBeginsWithTheFirstChange) {
  ChangeRecorder recorder(log_);
  recorder.will_write("x", std::nullopt, "before begin");
  recorder.begin("update", now_);
  EXPECT_TRUE(log_.operations().empty());
  recorder.will_write("x", "old", "new");
  recorder.will_move_folder("a", "b");
  const auto operations = log_.operations();
  ASSERT_EQ(operations.size(), 1u);
  EXPECT_EQ(operations.front().verb, "update");
  EXPECT_EQ(operations.front().steps.size(), 2u);
  EXPECT_TRUE(log_.open_content(1, content_id("old")));
  recorder.pause();
  recorder.will_write("y", std::nullopt, "new");
  EXPECT_EQ(log_.operations().front().steps.size(), 2u);
}

TEST_F(OperationLogTest, ARecorderGoesOnWithoutALog) {
  folder_.write("git/session", "somebody's file");
  ChangeRecorder recorder(log_);
  recorder.begin("update", now_);
  EXPECT_NO_THROW(recorder.will_write("x", "old", "new"));
  EXPECT_NO_THROW(recorder.will_move_folder("a", "b"));
  EXPECT_THROW(log_.reserve(now_), Error);
}

TEST_F(OperationLogTest, ARecorderKeepsAFileThatIsReplaced) {
  folder_.write("page/copy.md", "old");
  auto page = Directory::open(folder_.path_of("page"));
  ChangeRecorder recorder(log_);
  recorder.begin("promote", now_);
  recorder.will_replace("page/copy.md", *page, "copy.md", "new");
  recorder.will_replace("page/first.md", *page, "first.md", "new");
  const Operation operation = log_.operations().front();
  EXPECT_EQ(operation.steps[0].before, content_id("old"));
  EXPECT_EQ(operation.steps[1].before, "");
  EXPECT_TRUE(log_.open_content(1, content_id("old")));
}

}  // namespace
}  // namespace git_session
