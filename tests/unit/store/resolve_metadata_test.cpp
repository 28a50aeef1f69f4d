#include "store/resolve_metadata.h"

#include <gtest/gtest.h>

#include "base/error.h"

namespace git_session {
namespace {

std::string resolved(const std::string& text) {
  const auto resolution = resolve_metadata(text);
  if (!resolution) return "nothing to do";
  EXPECT_TRUE(resolution->is_complete()) << resolution->text;
  return resolution->text;
}

TEST(ResolveMetadata, HasNothingToDoWithAFileInOrder) {
  EXPECT_EQ(resolved("user: ada\ntags: [a]\n"), "nothing to do");
}

TEST(ResolveMetadata, PutsTheSidesOfAConflictTogether) {
  const std::string merged =
      "user: ada # who\noutputs:\n- file: a.md\n- file: b.md\n- file: c.md\n  type: reports\nx: "
      "1\n";
  const std::string before = "user: ada # who\noutputs:\n- file: a.md\n";
  const std::string after = "x: 1\n";
  const std::string ours = "- file: b.md\n";
  const std::string theirs = "- file: c.md\n  type: reports\n";
  EXPECT_EQ(
      resolved(before + "<<<<<<< HEAD\n" + ours + "=======\n" + theirs + ">>>>>>> topic\n" + after),
      merged);
  EXPECT_EQ(resolved(before + "<<<<<<< HEAD\n" + ours + "||||||| 1234567\n=======\n" + theirs +
                     ">>>>>>> topic\n" + after),
            merged);
  EXPECT_EQ(resolved(before + "<<<<<<<<<<<< HEAD\n" + ours + "============\n" + theirs +
                     ">>>>>>>>>>>> topic\n" + after),
            merged);
}

TEST(ResolveMetadata, KeepsTheLineEndings) {
  EXPECT_EQ(resolved("user: ada\r\ntags:\r\n<<<<<<< HEAD\r\n- a\r\n=======\r\n- b\r\n"
                     ">>>>>>> topic\r\n"),
            "user: ada\r\ntags:\r\n- a\r\n- b\r\n");
}

TEST(ResolveMetadata, TakesWhatTheAncestorTells) {
  const std::string text =
      "outputs: []\n<<<<<<< HEAD\ntags: [a, c]\nproject: old\n||||||| base\ntags: [a, b]\n"
      "project: old\n=======\ntags: [a, b, d]\nproject: new\n>>>>>>> topic\n";
  EXPECT_EQ(resolved(text), "outputs: []\ntags: [a, c, d]\nproject: new\n");
}

TEST(ResolveMetadata, ReadsWhatZealousDiff3Leaves) {
  // `project` was moved out of the conflict, its old value is still in it.
  EXPECT_EQ(resolved("project: new\n<<<<<<< HEAD\ntags: [a]\n||||||| base\nproject: old\ntags: []\n"
                     "=======\ntags: [b]\n>>>>>>> topic\n"),
            "project: new\ntags: [a, b]\n");
}

TEST(ResolveMetadata, LeavesMarkersAroundWhatAPersonMustDecide) {
  const auto resolution = resolve_metadata(
      "<<<<<<< HEAD\nproject: billing\ntags: [a]\n=======\nproject: payments\ntags: [b]\n"
      ">>>>>>> topic\nuser: ada\n");
  ASSERT_TRUE(resolution);
  ASSERT_EQ(resolution->undecided.size(), 1U);
  EXPECT_EQ(resolution->undecided[0].field, "context.project");
  EXPECT_EQ(resolution->undecided[0].line, 1);
  const std::string left =
      "<<<<<<< HEAD context.project\nproject: billing\n=======\nproject: payments\n"
      ">>>>>>> topic context.project\ntags: [a, b]\nuser: ada\n";
  EXPECT_EQ(resolution->text, left);
}

TEST(ResolveMetadata, LeavesTheTextWhereNothingIsResolved) {
  const std::string text =
      "user: ada\n<<<<<<< HEAD\nproject: a\n=======\nproject: b\n>>>>>>> 1234567 (why, notes)\n";
  EXPECT_EQ(resolve_metadata(text)->text, text);
}

TEST(ResolveMetadata, NamesFieldsOnceInLabels) {
  const auto resolution = resolve_metadata(
      "<<<<<<< HEAD tags, context.project\nproject: a\ntags: [a]\n=======\nproject: b\n"
      "tags: [b]\n>>>>>>> topic tags, context.project\nuser: ada\n");
  EXPECT_EQ(resolution->text,
            "<<<<<<< HEAD context.project\nproject: a\n=======\nproject: b\n"
            ">>>>>>> topic context.project\ntags: [a, b]\nuser: ada\n");
}

TEST(ResolveMetadata, KeepsDeletedWhatOneSideDeletedSinceTheAncestor) {
  const std::string ancestor = "user: ada\ntags: [a, b]\nnotes: old\n";
  const std::string text =
      "user: ada\n<<<<<<< HEAD\ntags: [a]\nnotes: old\n=======\ntags: [a, b, c]\nnotes: new\n"
      ">>>>>>> topic\n";
  EXPECT_EQ(resolve_metadata(text, ancestor)->text, "user: ada\ntags: [a, c]\nnotes: new\n");
}

TEST(ResolveMetadata, ChangesNothingTheSecondTime) {
  const std::string text =
      "<<<<<<< ours context.project\nproject: a\n=======\nproject: b\n"
      ">>>>>>> theirs context.project\nuser: ada\n";
  EXPECT_EQ(resolve_metadata(text)->text, text);
}

TEST(ResolveMetadata, UnitesKeysThatStandTwice) {
  struct Case {
    const char* text;
    const char* united;
  };
  const Case cases[] = {
      {"tags: # ours\n- a # first\nuser: ada\ntags:\n- b\n",
       "tags: # ours\n- a # first\n- b\nuser: ada\n"},
      {"user: ada\nx: 1\nuser: ada\n", "user: ada\nx: 1\n"},
      {"notes: \"\"\nuser: ada\nnotes: text\n", "notes: \"text\"\nuser: ada\n"},
      {"context:\n  ticket: A-1\n  project: p\n  ticket: A-1\n",
       "context:\n  ticket: A-1\n  project: p\n"},
      {"outputs:\n- file: a.md\nuser: ada\noutputs:\n- file: a.md\n- file: b.md\n",
       "outputs:\n- file: a.md\n- file: b.md\nuser: ada\n"},
      {"links:\n  jira: A\nuser: ada\nlinks:\n  wiki: B\n",
       "links:\n  jira: A\n  wiki: B\nuser: ada\n"},
      {"tags: [a]\nuser: ada\ntags: [b]\ntags: [c]\n", "tags: [a, b, c]\nuser: ada\n"},
      {"extra: [1]\r\nuser: ada\r\nextra: [1]\r\n", "extra: [1]\r\nuser: ada\r\n"},
  };
  for (const Case& test : cases) {
    SCOPED_TRACE(test.text);
    EXPECT_EQ(resolved(test.text), test.united);
  }
}

TEST(ResolveMetadata, LeavesDuplicatesToAPersonThatDisagree) {
  struct Case {
    const char* text;
    const char* field;
    int line;
  };
  const Case cases[] = {
      {"context:\n  ticket: A-1\n  project: p\n  ticket: A-2\n", "context.ticket", 4},
      {"user: ada\nx: 1\nuser: ada # by hand\n", "user", 3},
      {"context: {ticket: a, ticket: a}\n", "context.ticket", 1},
      {"extra: [1]\nextra: [2]\n", "extra", 2},
      {"- x: 1\n  x: 1\n", "1.x", 2},
  };
  for (const Case& test : cases) {
    SCOPED_TRACE(test.text);
    const auto resolution = resolve_metadata(test.text);
    ASSERT_TRUE(resolution);
    ASSERT_EQ(resolution->undecided.size(), 1U) << resolution->text;
    EXPECT_EQ(resolution->undecided[0].field, test.field);
    EXPECT_EQ(resolution->undecided[0].line, test.line);
    EXPECT_EQ(resolution->text, test.text);
  }
}

TEST(ResolveMetadata, UnitesWhatACleanMergeLeftBesideAConflict) {
  EXPECT_EQ(
      resolved("tags:\n- a\n<<<<<<< HEAD\nours: 1\n=======\ntheirs: 1\n>>>>>>> t\ntags:\n- b\n"),
      "tags:\n- a\n- b\nours: 1\ntheirs: 1\n");
}

TEST(ResolveMetadata, SaysWhatItCannotRead) {
  EXPECT_THROW(resolve_metadata("<<<<<<< HEAD\nuser: ada\n"), Error);
  EXPECT_THROW(resolve_metadata("<<<<<<< HEAD\nuser: [\n=======\n>>>>>>> t\n"), Error);
  EXPECT_THROW(resolve_metadata("user: [\n"), Error);
  std::string many;
  for (int i = 0; i < 18; ++i) many += "x: 1\n";
  EXPECT_THROW(resolve_metadata(many), Error);
}

}  // namespace
}  // namespace git_session
