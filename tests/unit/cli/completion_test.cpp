#include "cli/completion.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace git_session {
namespace {

using Words = std::vector<std::string>;

std::vector<Candidate> two_sessions(Completion kind, const Environment&) {
  if (kind != Completion::session_id) return {};
  return {{"2025-11-22_main_a3f42c", "Invoices"}, {"2025-12-01_main_c4f88a"}};
}

Words words_for(const Words& words) {
  Words found;
  for (const Candidate& candidate : complete_words(words, {}, two_sessions).candidates) {
    found.push_back(candidate.word);
  }
  return found;
}

TEST(CompleteWords, OffersVerbs) {
  EXPECT_EQ(words_for({"hel"}), Words{"help"});
  EXPECT_EQ(words_for({"xyz"}), Words{});
  const Words all = words_for({""});
  EXPECT_NE(std::ranges::find(all, "version"), all.end());
  EXPECT_EQ(std::ranges::find(all, "__complete"), all.end());
  EXPECT_EQ(words_for({}), all);
}

TEST(CompleteWords, OffersOptionsNotYetUsed) {
  EXPECT_EQ(words_for({"help", "--a"}), Words{"--all"});
  EXPECT_EQ(words_for({"help", "-"}), (Words{"--all", "--json", "--quiet", "--help"}));
  EXPECT_EQ(words_for({"help", "--all", "-"}), (Words{"--json", "--quiet", "--help"}));
  EXPECT_EQ(words_for({"help", "-a", "-q", "-"}), (Words{"--json", "--help"}));
}

TEST(CompleteWords, OffersOperands) {
  EXPECT_EQ(words_for({"help", "ver"}), Words{"version"});
  EXPECT_EQ(words_for({"help", "--", "ver"}), Words{"version"});
  EXPECT_EQ(words_for({"help", "create", "ver"}), Words{});
  EXPECT_EQ(words_for({"help", "--", "--"}), Words{});
}

TEST(CompleteWords, OffersTheChoicesOfOperands) {
  EXPECT_EQ(words_for({"setup", "c"}), (Words{"claude", "codex", "cursor"}));
  EXPECT_EQ(words_for({"setup", "claude", "co"}), Words{"codex"});
}

TEST(CompleteWords, UnknownVerbsGiveNothing) { EXPECT_EQ(words_for({"banana", ""}), Words{}); }

class CompleteDeclaration : public testing::Test {
 protected:
  Command command{
      .name = "run",
      .options = {{.name = "session", .value = "ID", .completion = Completion::session_id},
                  {.name = "type", .letter = 't', .value = "W", .choices = {"art", "ana"}},
                  {.name = "from", .value = "FILE", .completion = Completion::file},
                  {.name = "tag", .value = "TAG", .repeatable = true}},
      .operands = {{.name = "ID", .completion = Completion::session_id},
                   {.name = "DIR", .maximum = SIZE_MAX, .completion = Completion::directory}},
      .takes_session = false};

  CompletionAnswer complete(const Words& before, const std::string& current) {
    CompletionAnswer answer = complete_command(command, before, current, {}, two_sessions);
    return answer;
  }
  Words words(const Words& before, const std::string& current) {
    Words found;
    for (const Candidate& candidate : complete(before, current).candidates) {
      found.push_back(candidate.word);
    }
    return found;
  }
};

TEST_F(CompleteDeclaration, OptionValues) {
  EXPECT_EQ(words({"--type"}, ""), (Words{"art", "ana"}));
  EXPECT_EQ(words({"-t"}, ""), (Words{"art", "ana"}));
  EXPECT_EQ(words({}, "--type="), (Words{"--type=art", "--type=ana"}));
  EXPECT_EQ(words({"--session"}, ""), (Words{"2025-11-22_main_a3f42c", "2025-12-01_main_c4f88a"}));
  EXPECT_EQ(complete({"--from"}, "").files, CompletionFiles::files);
  EXPECT_EQ(words({}, "--banana="), Words{});
}

TEST_F(CompleteDeclaration, ValuesAreNoOperands) {
  EXPECT_EQ(words({"--type", "art"}, "").size(), 2U);
  EXPECT_EQ(words({"--type=art"}, "").size(), 2U);
  EXPECT_EQ(complete({"a3f"}, "").files, CompletionFiles::directories);
  EXPECT_EQ(complete({"a3f", "x", "y"}, "").files, CompletionFiles::directories);
}

TEST_F(CompleteDeclaration, RepeatableOptionsStay) {
  const Words options = words({"--tag", "x", "--type", "art"}, "-");
  EXPECT_EQ(std::ranges::count(options, "--tag"), 1);
  EXPECT_EQ(std::ranges::count(options, "--type"), 0);
}

TEST_F(CompleteDeclaration, NothingIsAnOptionBehindATrailingOperand) {
  command.trailing_operand = "DIR";
  EXPECT_EQ(words({"x", "y"}, "--t"), Words{});
}

TEST(PrintCompletion, OneLineEach) {
  EXPECT_EQ(print_completion({{{"a", "first"}, {"b"}}, CompletionFiles::files}),
            "a\tfirst\nb\t\n\tfiles\n");
  EXPECT_EQ(print_completion({{}, CompletionFiles::directories}), "\tdirectories\n");
}

TEST(PrintCompletion, HostileWordsAreLeftOut) {
  EXPECT_EQ(print_completion({{{"a\x1b[2J"}, {"b\nc"}, {"d", "x\ny\a"}}}), "d\tx\\x0ay\\x07\n");
}

}  // namespace
}  // namespace git_session
