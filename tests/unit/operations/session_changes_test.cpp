#include "operations/session_changes.h"

#include <gtest/gtest.h>

namespace git_session {
namespace {

std::vector<std::string> told(const Session& before, const Session& after) {
  std::vector<std::string> lines;
  for (const FieldChange& change : changes_between(before, after)) {
    lines.push_back(change.key + (change.is_item ? " item " : " ") + change.before + ">" +
                    change.after);
  }
  return lines;
}

using Lines = std::vector<std::string>;

TEST(ChangesBetween, EqualSessionsDifferInNothing) {
  Session session;
  session.context.ticket = "A-1";
  session.tags = {"a", "a"};
  session.extra = {{"priority", Value("high")}};
  EXPECT_EQ(told(session, session), Lines{});
}

TEST(ChangesBetween, NamesFieldsLinksAndOtherKeysByTheirPaths) {
  Session before;
  before.context.ticket = "A-1";
  before.links = {{"jira", "https://j"}, {"wiki", ""}};
  before.extra = {{"custom", Value(Value::Mapping{{"cost", Value(1)}, {"gone", Value("x")}})}};
  Session after = before;
  after.context.ticket.clear();
  after.retention.expires_at = parse_date("2026-01-31");
  after.links = {{"jira", ""}, {"wiki", "https://w"}};
  after.extra = {{"custom", Value(Value::Mapping{{"cost", Value(2)}})}};
  EXPECT_EQ(told(before, after), (Lines{"context.ticket A-1>", "retention.expires_at >2026-01-31",
                                        "links.jira https://j>", "links.wiki >https://w",
                                        "custom.cost 1>2", "custom.gone x>"}));
}

TEST(ChangesBetween, TellsWhichItemsCameAndWent) {
  Session before;
  before.tags = {"a", "b", "b"};
  before.stakeholders = {{"Sarah", "po", "", {}}};
  Session after = before;
  after.tags = {"b", "c"};
  after.stakeholders[0].role = "boss";
  EXPECT_EQ(told(before, after),
            (Lines{"stakeholders item >Sarah (boss)", "stakeholders item Sarah (po)>",
                   "tags item >c", "tags item a>", "tags item b>"}));
}

TEST(ChangesBetween, NotesGrowByLines) {
  Session before;
  before.notes = "one\n";
  Session after;
  after.notes = "one\ntwo\nthree\n";
  EXPECT_EQ(told(before, after), (Lines{"notes item >two", "notes item >three"}));
  EXPECT_EQ(told(after, before), (Lines{"notes one\ntwo\nthree\n>one\n"}));
}

}  // namespace
}  // namespace git_session
