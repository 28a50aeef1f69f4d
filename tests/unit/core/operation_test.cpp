#include "core/operation.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <array>

namespace git_session {
namespace {

using Kind = FileStep::Kind;

const std::string a_id(64, 'a');
const std::string b_id(64, 'b');
const std::string c_id(64, 'c');

/// Any bytes that a path of the tree can have.
rc::Gen<std::string> path() {
  return rc::gen::suchThat(rc::gen::nonEmpty<std::string>(),
                           [](const std::string& text) { return text.find('\0') == text.npos; });
}

rc::Gen<std::string> id() { return rc::gen::element(a_id, b_id, c_id); }

/// Steps as verbs plan them.
rc::Gen<FileStep> step() {
  return rc::gen::exec([] {
    const auto kind =
        *rc::gen::element(Kind::write, Kind::copy, Kind::move, Kind::remove, Kind::move_folder);
    const std::string where = *path();
    const std::string source = *path();
    const unsigned mode = *rc::gen::element(0U, 0600U, 0755U, 07U);
    switch (kind) {
      case Kind::write:
        return FileStep{kind, where, {}, *rc::gen::element(std::string(), a_id), *id(), mode};
      case Kind::copy:
        return FileStep{kind, where, source, {}, *id(), mode};
      case Kind::move:
        return FileStep{kind, where, source, {}, *id(), mode};
      case Kind::remove:
        return FileStep{kind, where, *rc::gen::element(std::string(), source), *id(), {}, mode};
      case Kind::move_folder:
        break;
    }
    return FileStep{kind, where, source, {}, {}};
  });
}

Operation operation_of(std::vector<FileStep> steps) {
  Operation operation;
  operation.verb = "migrate";
  operation.time = *parse_rfc3339("2025-11-22T08:15:30Z");
  operation.steps = std::move(steps);
  return operation;
}

std::string text_of(const Operation& operation) {
  std::string text = operation_head(operation);
  for (const FileStep& each : operation.steps) text += operation_line(each);
  if (operation.planned) text += planned_line();
  if (operation.finished) text += operation_end();
  return text;
}

TEST(FileStepTest, TheInverseOfTheInverseIsTheStep) {
  EXPECT_TRUE(rc::check([] {
    const FileStep each = *step();
    RC_ASSERT(inverse_of(inverse_of(each)) == each);
  }));
}

TEST(FileStepTest, WhatUndoesEachKind) {
  EXPECT_EQ(inverse_of({Kind::write, "x", {}, a_id, b_id}),
            (FileStep{Kind::write, "x", {}, b_id, a_id}));
  EXPECT_EQ(inverse_of({Kind::write, "x", {}, {}, b_id, 0755}),
            (FileStep{Kind::remove, "x", {}, b_id, {}, 0755}));
  EXPECT_EQ(inverse_of({Kind::remove, "x", "y", a_id, {}, 0600}),
            (FileStep{Kind::copy, "x", "y", {}, a_id, 0600}));
  EXPECT_EQ(inverse_of({Kind::move, "new", "old", {}, a_id}),
            (FileStep{Kind::move, "old", "new", {}, a_id}));
  EXPECT_EQ(inverse_of({Kind::move_folder, "new", "old"}),
            (FileStep{Kind::move_folder, "old", "new"}));
}

TEST(FileStepTest, TheWayBackBeginsAtTheEnd) {
  const std::vector<FileStep> steps = {{Kind::move_folder, "b", "a"},
                                       {Kind::write, "b/x", {}, a_id, b_id}};
  EXPECT_EQ(inverse_of(steps), (std::vector<FileStep>{{Kind::write, "b/x", {}, b_id, a_id},
                                                      {Kind::move_folder, "a", "b"}}));
}

TEST(JoinedWritesTest, AFileGoesFromItsFirstContentToItsLast) {
  EXPECT_EQ(
      joined_writes({{Kind::write, "x", {}, {}, a_id},
                     {Kind::write, "y", {}, {}, c_id},
                     {Kind::write, "x", {}, a_id, b_id}}),
      (std::vector<FileStep>{{Kind::write, "x", {}, {}, b_id}, {Kind::write, "y", {}, {}, c_id}}));
}

TEST(JoinedWritesTest, ThereAndBackIsNothing) {
  EXPECT_TRUE(
      joined_writes({{Kind::write, "x", {}, a_id, b_id}, {Kind::write, "x", {}, b_id, a_id}})
          .empty());
}

TEST(JoinedWritesTest, NotOverAStepThatLooksAtTheFile) {
  for (const FileStep& between : std::vector<FileStep>{{Kind::copy, "y", "x", {}, b_id},
                                                       {Kind::remove, "y", "x", b_id, {}},
                                                       {Kind::move_folder, "b", "a"}}) {
    const std::vector<FileStep> steps = {
        {Kind::write, "x", {}, a_id, b_id}, between, {Kind::write, "x", {}, b_id, c_id}};
    EXPECT_EQ(joined_writes(steps), steps) << name_of(between.kind);
  }
}

TEST(OperationTest, ComesOutAsItWentIn) {
  EXPECT_TRUE(rc::check([](bool planned, bool finished) {
    Operation operation = operation_of(*rc::gen::container<std::vector<FileStep>>(step()));
    operation.planned = planned;
    operation.finished = finished;
    if (finished) operation.undoes = 17;
    auto read = parse_operation(18, text_of(operation));
    RC_ASSERT(read.has_value());
    RC_ASSERT(read->number == 18 && read->verb == "migrate" && read->time == operation.time);
    RC_ASSERT(read->planned == planned && read->finished == finished);
    RC_ASSERT(read->undoes == operation.undoes);
    RC_ASSERT(read->steps == operation.steps);
  }));
}

TEST(OperationTest, ALineThatACrashCutOffIsNone) {
  EXPECT_TRUE(rc::check([] {
    Operation operation = operation_of(*rc::gen::container<std::vector<FileStep>>(step()));
    const std::string whole = text_of(operation);
    const std::string head = operation_head(operation);
    const auto cut = *rc::gen::inRange(head.size(), whole.size() + 1);
    auto read = parse_operation(1, whole.substr(0, cut));
    RC_ASSERT(read.has_value() && read->steps.size() <= operation.steps.size());
    operation.steps.resize(read->steps.size());
    RC_ASSERT(read->steps == operation.steps);
  }));
}

TEST(OperationTest, PathsStayOnOneLine) {
  const FileStep each{Kind::write, "a\tb\nc\\d\\n", {}, {}, a_id};
  EXPECT_EQ(operation_line(each), "write\t-\t" + a_id + "\ta\\tb\\nc\\\\d\\\\n\n");
  EXPECT_EQ(operation_line({Kind::remove, "x", "y", a_id, {}, 0755}),
            "remove:755\t" + a_id + "\t-\tx\ty\n");
}

TEST(OperationTest, WhatIsNoEntry) {
  const std::string head = "git-session operation 1\nverb add\ntime 2025-11-22T08:15:30Z\n";
  ASSERT_TRUE(parse_operation(1, head).has_value());
  for (const std::string& text :
       {std::string(), std::string("\n"), std::string("git-session operation 1"),
        std::string("git-session operation 10\n"), "x" + head,
        // A step that we do not understand, so that half of the operation is not undone.
        head + "link\t-\t" + a_id + "\tx\n", head + "write\t-\t../secret\tx\n",
        head + "write\t-\t-\n", head + "write:9\t-\t" + a_id + "\tx\n",
        head + "write:1777\t-\t" + a_id + "\tx\n", head + "write\t-\t" + a_id + "\tx\ty\tz\n"})
    EXPECT_FALSE(parse_operation(1, text).has_value()) << text;
}

TEST(OperationTest, AnyBytesAreReadWithoutHarm) {
  EXPECT_TRUE(rc::check([](const std::string& text) {
    parse_operation(1, text);
    parse_operation(1, "git-session operation 1\n" + text);
  }));
}

TEST(OperationTest, UnfinishedIsWhatWasPlannedAndNotMade) {
  Operation operation = operation_of({});
  EXPECT_FALSE(operation.is_unfinished());
  operation.planned = true;
  EXPECT_TRUE(operation.is_unfinished());
  operation.finished = true;
  EXPECT_FALSE(operation.is_unfinished());
}

}  // namespace
}  // namespace git_session
