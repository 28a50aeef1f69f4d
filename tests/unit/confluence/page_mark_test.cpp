#include "confluence/page_mark.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace git_session::confluence {
namespace {

PageMark full_mark() {
  return {"42",
          "2025-11-22_main_plan_a1b2c3",
          "plan.md",
          std::string(40, 'a'),
          std::string(40, 'b'),
          7,
          std::string(40, 'c'),
          std::string(40, 'd'),
          "git-session 1.0",
          "Ada <ada@example.com>"};
}

TEST(PageMark, IsReadAsItWasWritten) {
  EXPECT_EQ(read_page_mark(write_page_mark(full_mark())), full_mark());
}

TEST(PageMark, IsNothingElse) {
  for (const char* value : {"", "null", "[]", "{}", "{\"schema\": 2, \"session\": \"s\"}",
                            "\"text\"", "{\"schema\": 1, \"session\": \"s\"}",
                            "{\"schema\": 1, \"session\": 4, "
                            "\"file\": {}}"})
    EXPECT_EQ(read_page_mark(value), std::nullopt) << value;
}

TEST(VersionMessage, NamesOutputContentAndPage) {
  const std::string message = version_message(full_mark());
  EXPECT_EQ(message,
            "git-session: plan.md from 2025-11-22_main_plan_a1b2c3, content aaaaaaaaaaaa, page "
            "dddddddddddd");
  const auto note = read_version_message(message, full_mark().session, full_mark().file);
  ASSERT_TRUE(note);
  EXPECT_EQ(note->blob, std::string(12, 'a'));
  EXPECT_EQ(note->sent, std::string(12, 'd'));
}

TEST(VersionMessage, OfAnotherOutputSaysNothing) {
  const std::string message = version_message(full_mark());
  EXPECT_FALSE(read_version_message(message, "another", "plan.md"));
  EXPECT_FALSE(read_version_message(message, full_mark().session, "plan.m"));
  EXPECT_FALSE(read_version_message(message + " and more", full_mark().session, "plan.md"));
  EXPECT_FALSE(read_version_message("", full_mark().session, "plan.md"));
}

TEST(VersionMessage, TellsOutputsWithLongNamesApart) {
  PageMark mark = full_mark();
  mark.file = std::string(250, 'x') + ".md";
  const std::string message = version_message(mark);
  EXPECT_TRUE(read_version_message(message, mark.session, mark.file));
  EXPECT_FALSE(read_version_message(message, "another session", mark.file));
}

RC_GTEST_PROP(VersionMessage, IsShortAndReadBackWhateverTheNames, ()) {
  PageMark mark = full_mark();
  mark.session = *rc::gen::string<std::string>();
  mark.file = *rc::gen::string<std::string>() + std::string(*rc::gen::inRange(0, 300), 'x');
  const std::string message = version_message(mark);
  RC_ASSERT(message.size() <= size_t{250});
  RC_ASSERT(read_version_message(message, mark.session, mark.file).has_value());
}

}  // namespace
}  // namespace git_session::confluence
