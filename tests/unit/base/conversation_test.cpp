#include "base/conversation.h"

#include <gtest/gtest.h>

#include <csignal>
#include <optional>
#include <thread>

#include "base/error.h"
#include "support/temporary_directory.h"

namespace git_session {
namespace {

using Heard = Conversation::Heard;

class ConversationTest : public testing::Test {
 protected:
  void SetUp() override { previous_ = signal(SIGPIPE, SIG_IGN); }
  void TearDown() override { signal(SIGPIPE, previous_); }
  static std::vector<std::string> shell(const std::string& script) {
    return {"/bin/sh", "-c", script};
  }
  static Conversation::Moment in(int milliseconds) {
    return std::chrono::steady_clock::now() + std::chrono::milliseconds(milliseconds);
  }

 private:
  void (*previous_)(int) = nullptr;
};

TEST_F(ConversationTest, GoesOnForAsLongAsItIsNeeded) {
  Conversation child(shell("while read line; do echo \"<$line>\"; done"));
  for (const std::string word : {"one", "two", "three"}) {
    ASSERT_TRUE(child.say(word + "\n", in(10000)));
    std::string text;
    while (!text.ends_with('\n')) ASSERT_EQ(child.hear(text, in(10000)), Heard::something);
    EXPECT_EQ(text, "<" + word + ">\n");
  }
  std::string text;
  EXPECT_EQ(child.hear(text, in(20)), Heard::nothing_in_time);
  EXPECT_EQ(child.complaints(), "");
}

TEST_F(ConversationTest, ALongWordPassesThePipe) {
  Conversation child(shell("head -c 1000000 | wc -c; cat >/dev/null"));
  ASSERT_TRUE(child.say(std::string(1000000, 'x'), in(10000)));
  std::string text;
  while (!text.ends_with('\n')) ASSERT_EQ(child.hear(text, in(10000)), Heard::something);
  EXPECT_NE(text.find("1000000"), std::string::npos);
}

TEST_F(ConversationTest, AChildThatDoesNotListenIsGivenUp) {
  Conversation deaf(shell("exec sleep 60"));
  EXPECT_FALSE(deaf.say(std::string(1000000, 'x'), in(50)));
  Conversation gone(shell("echo so long >&2"));
  std::string text;
  EXPECT_EQ(gone.hear(text, in(10000)), Heard::end);
  // Its stdin may be closed a moment after its stdout.
  const auto end = in(10000);
  while (gone.say("more", end)) std::this_thread::yield();
  EXPECT_LT(std::chrono::steady_clock::now(), end);
  EXPECT_EQ(gone.complaints(), "so long");
}

TEST_F(ConversationTest, ItsEndIsTheChildsEnd) {
  pid_t id = 0;
  {
    Conversation child(shell("trap '' TERM; exec sleep 60"));
    id = child.id();
    EXPECT_EQ(kill(id, 0), 0);
  }
  EXPECT_NE(kill(id, 0), 0);
  EXPECT_THROW(Conversation({"/no/such/program"}), Error);
}

TEST_F(ConversationTest, NoChildHoldsThePipesOfAnother) {
  TemporaryDirectory directory;
  std::optional<Conversation> first(std::in_place,
                                    shell("cat; echo end >'" + directory.path_of("end") + "'"));
  Conversation second(shell("cat"));
  // It hears the end of its input, and is not killed for want of it.
  first.reset();
  EXPECT_EQ(directory.read("end"), "end\n");
  EXPECT_EQ(kill(second.id(), 0), 0);
}

}  // namespace
}  // namespace git_session
