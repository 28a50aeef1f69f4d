#include "store/promotion_ledger.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "store/promotion_reader.h"
#include "support/temporary_directory.h"
#include "yaml/document.h"

namespace git_session {
namespace {

ReadLedger read(std::string text) {
  return read_ledger(yaml::Document::parse(std::move(text)), "l");
}

TEST(PromotionReaderTest, AFileOfOnePromotionAsPeopleWroteIt) {
  ReadLedger ledger = read(
      "promoted_at: 2025-11-22T09:00:00\n"
      "promoted_by: ada\n"
      "source:\n  session: 2025-11-22_x_a3f42c\n  user: ada\n  file: reviews/x.md\n"
      "confluence:\n  space_key: PROJ\n  page_id: 123456\n  page_title: X\n"
      "  page_url: https://h/wiki/spaces/PROJ/pages/123456\n  version: 3\n"
      "notified: [a@x.com, b@y.com]\n"
      "notes: None\n");
  ASSERT_EQ(ledger.promotions.size(), 1u);
  EXPECT_TRUE(ledger.problems.empty());
  const Promotion& promotion = ledger.promotions[0];
  EXPECT_TRUE(promotion.is_of("2025-11-22_x_a3f42c", "reviews/x.md"));
  EXPECT_EQ(promotion.file, "x.md");
  EXPECT_EQ(promotion.page_id, "123456");
  EXPECT_EQ(promotion.page_title, "X");
  EXPECT_EQ(promotion.version, 3);
  EXPECT_EQ(promotion.notified, "a@x.com, b@y.com");
  EXPECT_EQ(promotion.notes, "");
  EXPECT_EQ(format_rfc3339(*promotion.promoted_at), "2025-11-22T09:00:00Z");
}

TEST(PromotionReaderTest, WhatDoesNotFitIsAProblemWithItsLine) {
  ReadLedger ledger = read(
      "promotions:\n"
      "  - source_file: a.md\n    promoted_at: someday\n    page_url: {x: y}\n"
      "  - notes: no file\n"
      "  - just a word\n");
  EXPECT_EQ(ledger.promotions.size(), 1u);
  std::vector<int> lines;
  for (const Problem& problem : ledger.problems) lines.push_back(problem.line);
  EXPECT_EQ(lines, (std::vector<int>{3, 4, 5, 6}));
  EXPECT_EQ(read("promotions: x\n").problems.size(), 1u);
  EXPECT_TRUE(read("promotions: []\n").problems.empty());
  EXPECT_THROW(read("- a\n"), Error);
}

class PageLedgerTest : public testing::Test {
 protected:
  PageLedger lock() { return ledger_.lock("PROJ", "1"); }
  static Promotion promotion_of(const std::string& session, const std::string& source) {
    Promotion promotion;
    promotion.session_id = session;
    promotion.source_file = source;
    promotion.blob = "abcdef0123456789abcdef0123456789abcdef01";
    promotion.page_url = "https://h/wiki/spaces/PROJ/pages/1";
    return promotion;
  }
  void record(Promotion promotion, std::string_view bytes) {
    PageLedger page = lock();
    last_file_ = page.record(std::move(promotion), bytes).file;
  }
  std::string text() { return folder_.read(page_path_ + "/.promotion-metadata.yaml"); }

  TemporaryDirectory folder_;
  Directory top_ = *Directory::open(folder_.path());
  SessionLayout layout_{"output"};
  PromotionLedger ledger_{top_, layout_};
  std::string page_path_ = "output/shared/promoted-to-confluence/PROJ/1";
  std::string last_file_;
};

TEST_F(PageLedgerTest, EveryOutputHasACopyOfItsOwn) {
  record(promotion_of("s1", "x.md"), "one");
  EXPECT_EQ(last_file_, "x.md");
  record(promotion_of("s1", "x.md"), "one, changed");
  EXPECT_EQ(last_file_, "x.md");
  record(promotion_of("s2", "x.md"), "two");
  EXPECT_EQ(last_file_, "x.abcdef.md");
  record(promotion_of("s3", "reviews/x.md"), "three");
  EXPECT_EQ(last_file_, "x.abcdef0.md");
  record(promotion_of("s2", "x.md"), "two, changed");
  EXPECT_EQ(last_file_, "x.abcdef.md");
  EXPECT_EQ(folder_.read(page_path_ + "/x.md"), "one, changed");
  EXPECT_EQ(lock().promotions().size(), 5u);
  std::vector<Problem> problems;
  EXPECT_EQ(ledger_.read_all(problems).size(), 5u);
  EXPECT_TRUE(problems.empty());
}

TEST_F(PageLedgerTest, SomebodysFileStays) {
  folder_.write(page_path_ + "/x.md", "somebody's");
  folder_.write(page_path_ + "/y.md", "left by a crash");
  record(promotion_of("s1", "x.md"), "ours");
  EXPECT_EQ(last_file_, "x.abcdef.md");
  EXPECT_EQ(folder_.read(page_path_ + "/x.md"), "somebody's");
  record(promotion_of("s1", "y.md"), "left by a crash");
  EXPECT_EQ(last_file_, "y.md");
}

TEST_F(PageLedgerTest, WhatIsThereStaysByteForByte) {
  const std::string old =
      "# by hand\r\nsource: {session_id: s0, file: a.md}\r\nconfluence: {page_id: 1}\r\nx: 'y'";
  folder_.write(page_path_ + "/.promotion-metadata.yaml", old);
  record(promotion_of("s1", "x.md"), "one");
  EXPECT_TRUE(text().starts_with(old + "\r\npromotions:")) << text();
  EXPECT_EQ(lock().promotions().size(), 2u);
}

// A ledger comes with a pull: it must not make us write over the ledger, or outside the folder.
TEST_F(PageLedgerTest, ATamperedNameIsNotUsed) {
  for (const char* name : {".promotion-metadata.yaml", "../../../../README.md", "/etc/passwd"}) {
    folder_.write(page_path_ + "/.promotion-metadata.yaml",
                  "promotions:\n  - {file: '" + std::string(name) +
                      "', session_id: s1, source_file: x.md, page_url: u}\n");
    record(promotion_of("s1", "x.md"), "ours");
    EXPECT_EQ(last_file_, "x.md") << name;
    EXPECT_EQ(lock().promotions().size(), 2u);
  }
}

TEST_F(PageLedgerTest, WhereTheLedgerCannotBeEditedTheCopyStaysToo) {
  record(promotion_of("s1", "x.md"), "old");
  const std::string before = text() + "promotions_more: &a [*a]\n";
  PageLedger page = lock();
  folder_.write(page_path_ + "/.promotion-metadata.yaml", before);
  EXPECT_THROW(page.record(promotion_of("s1", "x.md"), "new"), Error);
  EXPECT_EQ(folder_.read(page_path_ + "/x.md"), "old");
  EXPECT_EQ(text(), before);
}

TEST_F(PageLedgerTest, MailIsNotedInItsEntryAndNowhereElse) {
  record(promotion_of("s1", "x.md"), "one");
  record(promotion_of("s2", "y.md"), "two");
  const std::string before = text();
  Promotion promotion = *lock().find("s1", "x.md");
  promotion.notified = "a@x.com, b@y.com";
  promotion.mailed = "a@x.com";
  promotion.mailed_at = parse_rfc3339("2025-11-22T08:15:30Z");
  lock().check_note_told(promotion);
  EXPECT_EQ(text(), before);
  lock().note_told(promotion);
  const std::string added =
      "    notified: \"a@x.com, b@y.com\"\n    mailed: \"a@x.com\"\n"
      "    mailed_at: \"2025-11-22T08:15:30Z\"\n";
  const size_t place = text().find(added);
  ASSERT_NE(place, std::string::npos) << text();
  EXPECT_EQ(text().erase(place, added.size()), before);
  EXPECT_EQ(lock().find("s1", "x.md")->mailed, "a@x.com");
  EXPECT_EQ(lock().find("s2", "y.md")->mailed, "");
  const std::string after = text();
  lock().note_told(promotion);
  EXPECT_EQ(text(), after);
}

TEST_F(PageLedgerTest, MailIsNotedInLedgersOfPeopleToo) {
  const char* ledgers[] = {
      "source: {session_id: s1, file: x.md}\nconfluence:\n  page_id: 1\nnotified: [a@x.com]\n",
      "promotions:\n- {source_file: x.md, session_id: s1, page_url: u}\n",
      "promotions: [{source_file: y.md}, {source_file: x.md, session_id: s1}]\n",
      "promotions:\n- notes: no output\n- source_file: x.md\n  session_id: s1"};
  for (const char* ledger : ledgers) {
    folder_.write(page_path_ + "/.promotion-metadata.yaml", ledger);
    Promotion promotion = *lock().find("s1", "x.md");
    promotion.mailed = "a@x.com";
    promotion.mailed_at = parse_rfc3339("2025-11-22T08:15:30Z");
    lock().note_told(promotion);
    EXPECT_EQ(lock().find("s1", "x.md")->mailed, "a@x.com") << text();
    EXPECT_EQ(lock().find("s1", "x.md")->mailed_at, promotion.mailed_at) << text();
  }
}

TEST_F(PageLedgerTest, TicketsAreNotedWithOrWithoutMail) {
  record(promotion_of("s1", "x.md"), "one");
  const std::string before = text();
  Promotion promotion = *lock().find("s1", "x.md");
  promotion.jira_linked = "PROJ-123";
  lock().note_told(promotion);
  const std::string added = "    jira_linked: \"PROJ-123\"\n";
  const size_t place = text().find(added);
  ASSERT_NE(place, std::string::npos) << text();
  EXPECT_EQ(text().erase(place, added.size()), before);
  promotion.notified = promotion.mailed = "a@x.com";
  lock().note_told(promotion);
  EXPECT_EQ(lock().find("s1", "x.md")->mailed, "a@x.com");
  EXPECT_EQ(lock().find("s1", "x.md")->jira_linked, "PROJ-123");
}

TEST_F(PageLedgerTest, AnUnreadableLedgerIsNotWritten) {
  const std::string broken = "promotions: [\n";
  folder_.write(page_path_ + "/.promotion-metadata.yaml", broken);
  EXPECT_THROW(lock(), Error);
  EXPECT_EQ(text(), broken);
  std::vector<Problem> problems;
  EXPECT_TRUE(ledger_.read_all(problems).empty());
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_EQ(problems[0].code, "unreadable-ledger");
}

TEST(ParseAddressesTest, TakesAddressesAndNothingMore) {
  EXPECT_EQ(parse_addresses(" a@x.com,b.c+d@y.example.com ,, a@x.com"),
            (std::vector<std::string>{"a@x.com", "b.c+d@y.example.com"}));
  EXPECT_TRUE(parse_addresses("").empty());
  for (const char* bad : {"ada", "@x.com", "a@", "a@b@c", "a b@x.com", "a@x.com\nBcc: b@x.com",
                          "Ada <a@x.com>", "-oQ@x.com", "a@.com", "a@x..com", "a;b@x.com"})
    EXPECT_THROW(parse_addresses(bad), Error) << bad;
}

}  // namespace
}  // namespace git_session
