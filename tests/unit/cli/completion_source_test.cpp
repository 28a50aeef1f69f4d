#include "cli/completion_source.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "support/git_fixture.h"

namespace git_session {
namespace {

using Words = std::vector<std::string>;

class CompletionSourceTest : public testing::Test {
 protected:
  CompletionSourceTest() : previous_(std::filesystem::current_path()) {}
  ~CompletionSourceTest() override { std::filesystem::current_path(previous_); }

  static Words words_for(Completion kind) {
    Words words;
    for (const Candidate& candidate : complete_from_repository(kind, Environment::of_process())) {
      words.push_back(candidate.word);
    }
    return words;
  }

  GitFixture git_;

 private:
  std::filesystem::path previous_;
};

TEST_F(CompletionSourceTest, KnowsTheSessionsOfTheRepository) {
  git_.write("output/sessions/ada/2025-11-22_main_a3f42c/2025-11-22_08-15-30_x_cs-architect.md",
             "# X\n");
  git_.write("output/archive/bob/2025-10-01_main_c4f88a/notes.md", "# Y\n");
  git_.git({"config", "session.agents", "claude"});
  std::filesystem::current_path(git_.path());
  EXPECT_EQ(words_for(Completion::session_id),
            (Words{"2025-10-01_main_c4f88a", "2025-11-22_main_a3f42c"}));
  EXPECT_EQ(words_for(Completion::user), (Words{"ada", "bob"}));
  EXPECT_EQ(words_for(Completion::agent), (Words{"claude", "cs-architect"}));
  EXPECT_EQ(words_for(Completion::team),
            (Words{"delivery", "engineering", "marketing", "product"}));
  EXPECT_EQ(words_for(Completion::none), Words{});
}

TEST_F(CompletionSourceTest, IsSilentOutsideARepository) {
  std::filesystem::current_path(git_.outside().path());
  for (const Completion kind : {Completion::session_id, Completion::agent, Completion::team}) {
    EXPECT_EQ(words_for(kind), Words{});
  }
}

}  // namespace
}  // namespace git_session
