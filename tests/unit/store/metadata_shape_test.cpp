#include "store/metadata_shape.h"

#include <gtest/gtest.h>

#include "store/metadata_reader.h"

namespace git_session {
namespace {

std::string described(const FieldPlace& place) {
  std::string text;
  for (const yaml::PathPart& part : place.path) {
    text += (text.empty() ? "" : ".") + std::get<std::string>(part);
  }
  if (!place.after.empty()) text += " after " + place.after;
  return text + (place.present ? " present" : " absent");
}

TEST(PlaceOf, FindsAFieldInEveryShapeOfItsSection) {
  struct Case {
    const char* text;
    const char* section;
    const char* key;
    const char* place;
  };
  const Case cases[] = {
      {"context: {ticket: A}", "context", "ticket", "context.ticket present"},
      {"context: {branch: b}", "context", "ticket", "context.ticket absent"},
      {"work_context: {ticket: A}", "context", "ticket", "work_context.ticket present"},
      {"work_context: {branch: b}", "context", "ticket", "work_context.ticket absent"},
      {"ticket: A", "context", "ticket", "ticket present"},
      {"project: P", "context", "ticket", "ticket after project absent"},
      {"x: 1", "context", "ticket", "context.ticket absent"},
      {"context:", "context", "ticket", "context.ticket absent"},
      {"status: active", "status", "current", "status present"},
      {"status: active", "status", "closed_at", "closed_at after status absent"},
      {"status: closed\nclosed_at: x", "status", "closed_at", "closed_at present"},
      {"user: ada", "created_by", "team", "team after user absent"},
      {"created_by: {user: ada}\nteam: x", "created_by", "team", "team present"},
      {"notes: x", "", "notes", "notes present"},
      {"x: 1", "", "notes", "notes absent"},
  };
  for (const Case& test : cases) {
    SCOPED_TRACE(test.text);
    yaml::Document document = yaml::Document::parse(test.text);
    EXPECT_EQ(described(place_of(document, test.section, test.key)), test.place);
  }
}

TEST(IsAbsent, HoldsForTheSpellingsOfNothing) {
  for (const char* text : {"", "~", "null", "\"\"", "''", "None", "\"None\""}) {
    EXPECT_TRUE(is_absent(yaml::Document::parse(text).root())) << text;
  }
  for (const char* text : {"none", "0", "false", "[]", "{}", "x"}) {
    EXPECT_FALSE(is_absent(yaml::Document::parse(text).root())) << text;
  }
}

}  // namespace
}  // namespace git_session
