#include "core/output_name.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/text.h"

namespace git_session {
namespace {

const LocalTime morning{*parse_date("2025-11-22"), 8, 15, 30};

TEST(OutputName, IsReadInAllItsForms) {
  struct Case {
    const char* file;
    const char* stamp;  ///< empty: none; a day alone: no time
    const char* topic;
    const char* agent;
    const char* extension;
  };
  const Case cases[] = {
      {"2025-11-22_08-15-30_review_cs-architect.md", "2025-11-22_08-15-30", "review",
       "cs-architect", "md"},
      {"2025-11-22_review_cs-architect.md", "2025-11-22", "review", "cs-architect", "md"},
      {"review_cs-architect.md", "", "review", "cs-architect", "md"},
      {"analysis/2025-11-22_08-15-30_review_cs-architect.md", "2025-11-22_08-15-30", "review",
       "cs-architect", "md"},
      {"review_claude.md", "", "review", "claude", "md"},
      {"two_words_of_topic.md", "", "two_words_of_topic", "", "md"},
      {"review.md", "", "review", "", "md"},
      {"README", "", "README", "", ""},
      {"cs-architect.md", "", "cs-architect", "", "md"},
      {"2025-13-45_x_cs-a.md", "", "2025-13-45_x", "cs-a", "md"},
      {"2025-11-22_99-00-00_x_cs-a.md", "2025-11-22", "99-00-00_x", "cs-a", "md"},
      {"a.tar.gz", "", "a.tar", "", "gz"},
      {"x_cs-.md", "", "x_cs-", "", "md"},
  };
  for (const Case& test : cases) {
    SCOPED_TRACE(test.file);
    OutputName name = parse_output_name(test.file, {"claude"});
    std::string stamp;
    if (name.day) stamp = format_date(*name.day);
    if (name.time) stamp = format_file_stamp(*name.time);
    EXPECT_EQ(stamp, test.stamp);
    EXPECT_EQ(name.topic, test.topic);
    EXPECT_EQ(name.agent, test.agent);
    EXPECT_EQ(name.extension, test.extension);
  }
}

TEST(OutputName, IsMadeOfWhatIsKnown) {
  EXPECT_EQ(make_output_name(morning, "Review, part 2", "cs-architect", "md"),
            "2025-11-22_08-15-30_review-part-2_cs-architect.md");
  EXPECT_EQ(make_output_name(morning, "review", "", ""), "2025-11-22_08-15-30_review");
  EXPECT_EQ(make_output_name(morning, "../../etc", "a/b", "md"), "2025-11-22_08-15-30_etc_a-b.md");
}

TEST(NamePart, KeepsLettersAndDigits) {
  EXPECT_EQ(name_part("Übersicht Straße"), "Übersicht-straße");
  EXPECT_EQ(name_part("  --a__b--  "), "a-b");
  EXPECT_EQ(name_part("caf\xe9"), "caf");
  EXPECT_EQ(name_part("\x1b[2J\n"), "2j");
  EXPECT_EQ(name_part("…"), "");
}

TEST(NumberedTopic, KeepsItsNumberHoweverLongTheTopicIs) {
  EXPECT_EQ(numbered_topic("Plan", 1), "plan");
  EXPECT_EQ(numbered_topic("Plan", 2), "plan-2");
  std::string topic(80, 'a');
  EXPECT_TRUE(numbered_topic(topic, 12).ends_with("a-12"));
  EXPECT_EQ(numbered_topic(topic, 12).size(), 60u);
}

RC_GTEST_PROP(NumberedTopic, IsItselfANamePart, (const std::string& text)) {
  int number = *rc::gen::inRange(1, 10000);
  std::string topic = numbered_topic("ü" + text, number);
  RC_ASSERT(name_part(topic) == topic);
  RC_ASSERT(is_valid_utf8(topic));
  if (number > 1) RC_ASSERT(topic.ends_with("-" + std::to_string(number)));
}

RC_GTEST_PROP(OutputName, WhatIsMadeIsReadBack, ()) {
  auto word = rc::gen::nonEmpty(rc::gen::container<std::string>(rc::gen::inRange('a', 'z')));
  std::string topic = *word;
  std::string agent = "cs-" + *word;
  RC_PRE(topic.size() <= 60 && agent.size() <= 60);
  OutputName name = parse_output_name(make_output_name(morning, topic, agent, "md"), {});
  RC_ASSERT(name.topic == topic);
  RC_ASSERT(name.agent == agent);
  RC_ASSERT(format_file_stamp(*name.time) == format_file_stamp(morning));
}

TEST(OutputExtension, IsShortAndPlain) {
  for (const char* good : {"md", "json", "tar.gz", "PDF", "7z"}) {
    EXPECT_TRUE(is_output_extension(good)) << good;
  }
  for (const char* bad :
       {"", ".md", "md.", "a..b", "a/b", "m d", "md\n", "seventeen-letters", "é"}) {
    EXPECT_FALSE(is_output_extension(bad)) << bad;
  }
}

}  // namespace
}  // namespace git_session
