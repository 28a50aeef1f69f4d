#include "operations/session_state.h"

#include <gtest/gtest.h>

#include "support/temporary_directory.h"

namespace git_session {
namespace {

class SessionStateTest : public testing::Test {
 protected:
  TemporaryDirectory directory_;
  SessionState state_{directory_.path_of("session")};
};

TEST_F(SessionStateTest, RemembersThePointer) {
  EXPECT_FALSE(state_.pointer());
  EXPECT_TRUE(state_.set_pointer({"ada/2025-11-22_main_a3f42c", "feature/a b", "/my work/x"}));
  auto pointer = state_.pointer();
  ASSERT_TRUE(pointer);
  EXPECT_EQ(pointer->session, "ada/2025-11-22_main_a3f42c");
  EXPECT_EQ(pointer->branch, "feature/a b");
  EXPECT_EQ(pointer->session_directory, "/my work/x");
  EXPECT_TRUE(state_.set_pointer({"ada/other", "main", ""}));
  EXPECT_EQ(state_.pointer()->session_directory, "");
  EXPECT_TRUE(state_.clear_pointer());
  EXPECT_FALSE(state_.pointer());
  EXPECT_TRUE(state_.clear_pointer());
}

TEST_F(SessionStateTest, BindsChatsApartFromThePointer) {
  EXPECT_TRUE(state_.bind_chat("chat-1", "ada/one"));
  EXPECT_TRUE(state_.bind_chat("chat-2", "ada/two"));
  EXPECT_EQ(state_.session_of_chat("chat-1"), "ada/one");
  EXPECT_EQ(state_.session_of_chat("chat-2"), "ada/two");
  EXPECT_FALSE(state_.session_of_chat("chat-3"));
  EXPECT_TRUE(state_.unbind_chat("chat-1"));
  EXPECT_FALSE(state_.session_of_chat("chat-1"));
  EXPECT_EQ(state_.session_of_chat("chat-2"), "ada/two");
  EXPECT_TRUE(state_.unbind_chat("never-bound"));
}

TEST_F(SessionStateTest, AChatThatIsNoPlainNameIsNotUsed) {
  for (const std::string& chat :
       std::vector<std::string>{"", "../current", "a/b", ".", "a b", std::string(129, 'a')}) {
    EXPECT_FALSE(state_.bind_chat(chat, "ada/one")) << chat;
    EXPECT_FALSE(state_.session_of_chat(chat)) << chat;
  }
}

TEST_F(SessionStateTest, WhatCannotBeWrittenOrReadIsNotThere) {
  directory_.write("session", "a file in the way");
  EXPECT_FALSE(state_.set_pointer({"ada/one", "main", ""}));
  EXPECT_FALSE(state_.bind_chat("chat-1", "ada/one"));
  EXPECT_FALSE(state_.pointer());
  SessionState absent(directory_.path_of("no/such/folder"));
  EXPECT_FALSE(absent.set_pointer({"ada/one", "main", ""}));
  EXPECT_FALSE(absent.pointer());
}

TEST_F(SessionStateTest, ADamagedPointerIsNone) {
  directory_.write("session/current", "garbage\n\0\n");
  EXPECT_FALSE(state_.pointer());
  directory_.write("session/current", "branch main\n");
  EXPECT_FALSE(state_.pointer());
  directory_.write("session/current", std::string(20'000, 'x'));
  EXPECT_FALSE(state_.pointer());
}

}  // namespace
}  // namespace git_session
