#include "base/signal_watch.h"

#include <gtest/gtest.h>

namespace git_session {
namespace {

TEST(SignalWatch, NotesWhatIsToBePassedOnAndSurvivesTheRest) {
  SignalWatch watch;
  EXPECT_EQ(watch.take_signal(), std::nullopt);
  raise(SIGINT);
  raise(SIGQUIT);
  EXPECT_EQ(watch.take_signal(), std::nullopt);
  raise(SIGTERM);
  EXPECT_EQ(watch.take_signal(), SIGTERM);
  EXPECT_EQ(watch.take_signal(), std::nullopt);
  raise(SIGHUP);
  EXPECT_EQ(watch.take_signal(), SIGHUP);
}

TEST(SignalWatch, PutsEverythingBackAndLeavesIgnoredSignalsIgnored) {
  struct sigaction before {};
  struct sigaction during {};
  struct sigaction after {};
  signal(SIGHUP, SIG_IGN);
  sigaction(SIGTERM, nullptr, &before);
  {
    SignalWatch watch;
    sigaction(SIGHUP, nullptr, &during);
    EXPECT_EQ(during.sa_handler, SIG_IGN);
    raise(SIGHUP);
    EXPECT_EQ(watch.take_signal(), std::nullopt);
  }
  sigaction(SIGTERM, nullptr, &after);
  EXPECT_EQ(after.sa_handler, before.sa_handler);
  signal(SIGHUP, SIG_DFL);
}

}  // namespace
}  // namespace git_session
