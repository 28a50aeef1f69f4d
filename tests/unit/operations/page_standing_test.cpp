#include "operations/page_standing.h"

#include <gtest/gtest.h>

namespace git_session {
namespace {

using Standing = PageStanding;

const std::string blob(40, 'b');
const std::string other_blob(40, 'c');

confluence::PageMark mark_of(const std::string& session, int64_t version, const std::string& hash) {
  confluence::PageMark mark;
  mark.page = "42";
  mark.session = session;
  mark.file = "plan.md";
  mark.blob = blob;
  mark.version = version;
  mark.hash = hash;
  mark.sent = std::string(40, 'd');
  return mark;
}

KnownPage known_here(bool was_published = false) {
  KnownPage known;
  known.page_id = "42";
  known.hash = "sent";
  known.session_id = "s";
  known.file = "plan.md";
  known.was_published = was_published;
  known.has_blob = [](const std::string& id) { return blob.starts_with(id); };
  return known;
}

PageFacts facts(int64_t version, const std::string& hash) {
  PageFacts page;
  page.version = version;
  page.hash = hash;
  return page;
}

TEST(PageStanding, IsOursWhileThePagePropertyDescribesItsText) {
  PageFacts page = facts(5, "h");
  page.mark = mark_of("s", 5, "h");
  EXPECT_EQ(standing_of(page, known_here()), Standing::ours);
  page = facts(7, "h");  // a comment, a label, a version brought back
  page.mark = mark_of("s", 5, "h");
  EXPECT_EQ(standing_of(page, known_here()), Standing::ours);
}

TEST(PageStanding, IsChangedWhenTheTextIsAnother) {
  PageFacts page = facts(6, "x");
  page.mark = mark_of("s", 5, "h");
  EXPECT_EQ(standing_of(page, known_here()), Standing::changed);
  page.version = 5;  // an older version was deleted: numbers move
  EXPECT_EQ(standing_of(page, known_here()), Standing::changed);
  page.mark->hash.clear();
  EXPECT_EQ(standing_of(page, known_here()), Standing::changed);
  page.mark.reset();
  EXPECT_EQ(standing_of(page, known_here(true)), Standing::changed);
}

TEST(PageStanding, IsForeignWithoutAWordOfThePageItself) {
  EXPECT_EQ(standing_of(facts(5, "h"), known_here()), Standing::foreign);
  PageFacts page = facts(5, "h");
  page.mark = mark_of("another session", 5, "h");
  EXPECT_EQ(standing_of(page, known_here()), Standing::foreign);
}

TEST(PageStanding, IsNotOursBecauseALedgerSaysSo) {
  // A ledger comes by `git pull` and may name any page.
  EXPECT_NE(standing_of(facts(5, "h"), known_here(true)), Standing::ours);
}

TEST(PageStanding, IsOursAfterARunThatStoppedBeforeTheProperty) {
  PageFacts page = facts(6, "x");
  page.mark = mark_of("s", 5, "h");
  page.version_message = confluence::version_message(mark_of("s", 6, ""));
  EXPECT_EQ(standing_of(page, known_here()), Standing::ours);
  EXPECT_EQ(sent_for(page, known_here()), std::string(12, 'd'));

  PageFacts created = facts(1, "sent");
  created.has_footer = true;
  EXPECT_EQ(standing_of(created, known_here()), Standing::ours);
  created.version = 2;  // somebody has edited it since
  EXPECT_EQ(standing_of(created, known_here()), Standing::foreign);
}

TEST(PageStanding, IsForeignOfACopyOfOurPage) {
  PageFacts copy = facts(1, "changed while copying");
  copy.has_footer = true;
  EXPECT_EQ(standing_of(copy, known_here()), Standing::foreign);
  copy = facts(5, "h");
  copy.mark = mark_of("s", 5, "h");
  copy.mark->page = "41";
  EXPECT_EQ(standing_of(copy, known_here()), Standing::foreign);
}

TEST(PageStanding, IsPublishedElsewhereFromContentThatIsNotHere) {
  PageFacts page = facts(5, "h");
  page.mark = mark_of("s", 5, "h");
  page.mark->blob = other_blob;
  EXPECT_EQ(standing_of(page, known_here(true)), Standing::published_elsewhere);
  confluence::PageMark written = *page.mark;
  page.mark = mark_of("s", 4, "g");
  page.version_message = confluence::version_message(written);
  EXPECT_EQ(standing_of(page, known_here(true)), Standing::published_elsewhere);
}

TEST(PageStanding, TellsWhatWasSentOnlyOfThePresentText) {
  PageFacts page = facts(5, "h");
  page.mark = mark_of("s", 5, "h");
  EXPECT_EQ(sent_for(page, known_here()), std::string(40, 'd'));
  page.version = 6;
  page.hash = "x";
  EXPECT_EQ(sent_for(page, known_here()), "");
}

}  // namespace
}  // namespace git_session
