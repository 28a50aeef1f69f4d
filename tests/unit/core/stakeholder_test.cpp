#include "core/stakeholder.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/error.h"

namespace git_session {
namespace {

struct Case {
  const char* text;
  const char* name;
  const char* email;
  const char* role;
};

TEST(Stakeholder, IsReadFromTheFormsPeopleType) {
  const Case cases[] = {
      {"Sarah Chen", "Sarah Chen", "", ""},
      {"Sarah Chen <sarah@example.com>", "Sarah Chen", "sarah@example.com", ""},
      {"Sarah Chen (product owner)", "Sarah Chen", "", "product owner"},
      {"Sarah Chen <sarah@example.com> (product owner)", "Sarah Chen", "sarah@example.com",
       "product owner"},
      {"  Sarah Chen<sarah@example.com>(owner) ", "Sarah Chen", "sarah@example.com", "owner"},
      {"sarah@example.com", "", "sarah@example.com", ""},
      {"<sarah@example.com> (owner)", "", "sarah@example.com", "owner"},
      {"Zoë Ågren (QA)", "Zoë Ågren", "", "QA"},
      {"Sarah (Engineering) <sarah@example.com>", "Sarah (Engineering)", "sarah@example.com", ""},
  };
  for (const Case& test : cases) {
    SCOPED_TRACE(test.text);
    Stakeholder person = parse_stakeholder(test.text);
    EXPECT_EQ(person.name, test.name);
    EXPECT_EQ(person.email, test.email);
    EXPECT_EQ(person.role, test.role);
  }
}

TEST(Stakeholder, IsRefusedWhenItNamesNobodyOrCouldMeanTwoThings) {
  for (const char* text :
       {"", "   ", "(owner)", "Sarah <>", "Sarah <sarah>", "Sarah <a@b> x", "Sarah <a@b@c>",
        "Sarah <a@b,c@d>", "Sarah\nBcc: x", "Sarah \x1b[2J", "Sarah \xff", "<a@b> <c@d>"}) {
    SCOPED_TRACE(text);
    try {
      parse_stakeholder(text);
      ADD_FAILURE() << "was taken";
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::usage);
      EXPECT_FALSE(error.hint().empty());
    }
  }
}

TEST(Stakeholder, IsFoundByNameOrMailInAnyCase) {
  Stakeholder person = parse_stakeholder("Sarah Chen <sarah@example.com> (owner)");
  EXPECT_TRUE(is_named(person, "sarah chen"));
  EXPECT_TRUE(is_named(person, "Sarah@Example.com"));
  EXPECT_TRUE(is_named(person, "Sarah Chen <sarah@example.com> (owner)"));
  EXPECT_FALSE(is_named(person, "Sarah"));
  EXPECT_FALSE(is_named(person, ""));
  EXPECT_FALSE(is_named(Stakeholder{}, ""));
}

RC_GTEST_PROP(Stakeholder, DescribedAndReadAgainIsTheSame, ()) {
  auto word = rc::gen::nonEmpty(rc::gen::container<std::string>(rc::gen::inRange('a', 'z')));
  Stakeholder person;
  person.name = *word;
  if (*rc::gen::arbitrary<bool>()) person.email = *word + "@" + *word;
  if (*rc::gen::arbitrary<bool>()) person.role = *word;
  Stakeholder read = parse_stakeholder(describe(person));
  RC_ASSERT(read.name == person.name);
  RC_ASSERT(read.email == person.email);
  RC_ASSERT(read.role == person.role);
}

}  // namespace
}  // namespace git_session
