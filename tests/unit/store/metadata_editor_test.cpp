#include "store/metadata_editor.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "store/metadata_entry.h"
#include "store/metadata_reader.h"

namespace git_session {
namespace {

std::string edited(const std::string& text, const std::function<void(MetadataEditor&)>& change) {
  yaml::Document document = yaml::Document::parse(text);
  MetadataEditor editor(document);
  change(editor);
  return yaml::apply(text, editor.edits());
}

TEST(MetadataEditor, SetsAFieldWhereTheFileKeepsIt) {
  struct Case {
    const char* before;
    const char* field;
    const char* value;
    const char* after;
  };
  const Case cases[] = {
      {"context:\n  ticket: A-1 # old\n", "ticket", "B-2", "context:\n  ticket: B-2 # old\n"},
      {"work_context:\n  ticket: A-1\n", "ticket", "B-2", "work_context:\n  ticket: B-2\n"},
      {"work_context:\n  branch: main\n", "ticket", "B-2",
       "work_context:\n  branch: main\n  ticket: B-2\n"},
      {"user: ada\nteam: product\n", "team", "delivery", "user: ada\nteam: delivery\n"},
      {"user: ada\nx: 1\n", "team", "delivery", "user: ada\nteam: delivery\nx: 1\n"},
      {"status: active\nx: 1\n", "status.current", "closed", "status: closed\nx: 1\n"},
      {"status: closed\nx: 1\n", "status.closed_at", "2025-11-22T08:00:00Z",
       "status: closed\nclosed_at: \"2025-11-22T08:00:00Z\"\nx: 1\n"},
      {"status: {current: active}\n", "status.current", "closed", "status: {current: closed}\n"},
      {"notes: None\n", "notes", "x", "notes: x\n"},
  };
  for (const Case& test : cases) {
    SCOPED_TRACE(test.before);
    EXPECT_EQ(edited(test.before,
                     [&](MetadataEditor& editor) { editor.set(test.field, Value(test.value)); }),
              test.after);
  }
}

TEST(MetadataEditor, ClosingAndReopeningAHandWrittenFileGivesItsBytesBack) {
  for (const std::string before :
       {"status: active\nuser: ada\n", "status: \"active\"\n", "status: 'active' # now\nx: 1\n",
        "status:\n  current: active\n  closed_at: null\n",
        "status: {current: active, closed_at: null}\n"}) {
    SCOPED_TRACE(before);
    std::string closed = edited(before, [](MetadataEditor& editor) {
      editor.set("status.current", Value("closed"));
      editor.set("status.closed_at", Value("2025-11-22T08:00:00Z"));
    });
    EXPECT_NE(closed, before);
    std::string opened = edited(closed, [](MetadataEditor& editor) {
      editor.set("status.current", Value("active"));
      editor.clear("status.closed_at");
    });
    EXPECT_EQ(opened, before);
  }
}

TEST(MetadataEditor, ClearingLeavesWhatANewFileHas) {
  auto cleared = [](const char* text, const char* field) {
    return edited(text, [&](MetadataEditor& editor) { editor.clear(field); });
  };
  EXPECT_EQ(cleared("context:\n  ticket: \"A-1\"\n", "ticket"), "context:\n  ticket: \"\"\n");
  EXPECT_EQ(cleared("retention:\n  expires_at: 2025-01-01\n", "retention.expires_at"),
            "retention:\n  expires_at: null\n");
  EXPECT_EQ(cleared("status: closed\nclosed_at: x\n", "status.closed_at"), "status: closed\n");
  EXPECT_EQ(cleared("x: 1\n", "ticket"), "x: 1\n");
  EXPECT_EQ(edited("context:\n  ticket: \"A-1\"\n",
                   [](MetadataEditor& editor) { editor.set("ticket", Value()); }),
            "context:\n  ticket: \"\"\n");
}

TEST(MetadataEditor, NumbersOfTagsAreThoseOfTheDocument) {
  auto change = [](MetadataEditor& editor) {
    editor.remove_tag(0);
    editor.append_tag("d");
    editor.remove_tag(2);
    editor.remove_tag(0);
  };
  EXPECT_EQ(edited("tags:\n  - a\n  - b\n  - c\n", change), "tags:\n  - b\n  - d\n");
  EXPECT_EQ(edited("tags: [a, b, c]\n", change), "tags: [b, d]\n");
  EXPECT_EQ(edited("tags: a, b, c\n", change), "tags: b, d\n");
}

TEST(MetadataEditor, TheFirstTagFindsItsPlaceInEveryShape) {
  auto change = [](MetadataEditor& editor) { editor.append_tag("a"); };
  EXPECT_EQ(edited("tags: []\n", change), "tags:\n  - \"a\"\n");
  EXPECT_EQ(edited("tags:\nx: 1\n", change), "tags:\n  - \"a\"\nx: 1\n");
  EXPECT_EQ(edited("tags: \"None\"\nx: 1\n", change), "tags:\n  - \"a\"\nx: 1\n");
  EXPECT_EQ(edited("x: 1\n", change), "x: 1\ntags:\n  - \"a\"\n");
  EXPECT_EQ(edited("tags: b\n", change), "tags: b, a\n");
}

TEST(MetadataEditor, LinksAreSetAndTakenAway) {
  auto set = [](const char* text, const char* name, const char* target) {
    return edited(text, [&](MetadataEditor& editor) { editor.set_link(name, target); });
  };
  EXPECT_EQ(set("links:\n  jira: \"\"\n", "jira", "https://j/1"),
            "links:\n  jira: \"https://j/1\"\n");
  EXPECT_EQ(set("links:\n  jira: \"https://j/1\"\n", "jira", ""), "links:\n  jira: \"\"\n");
  EXPECT_EQ(set("links:\n  a: \"https://a\"\n  b: \"https://b\"\n", "a", ""),
            "links:\n  b: \"https://b\"\n");
  EXPECT_EQ(set("x: 1\n", "jira", ""), "x: 1\n");
  std::string made = set("links: None\n", "jira", "https://j/1");
  auto root = yaml::Document::parse(made);
  EXPECT_EQ(root.root().find("links")->find("jira")->text(), "https://j/1");
}

TEST(MetadataEditor, StakeholdersAreChangedAndRemovedByNumber) {
  const std::string text =
      "stakeholders:\n  - name: Sarah\n    role: po\n  - Mike\n  - name: Eve\n    note: x\n";
  Stakeholder boss;
  boss.role = "boss";
  EXPECT_EQ(
      edited(text, [&](MetadataEditor& editor) { editor.change_stakeholder(0, boss); }),
      "stakeholders:\n  - name: Sarah\n    role: boss\n  - Mike\n  - name: Eve\n    note: x\n");
  EXPECT_EQ(edited(text,
                   [&](MetadataEditor& editor) {
                     editor.remove_stakeholder(0);
                     editor.remove_stakeholder(1);
                   }),
            "stakeholders:\n  - name: Eve\n    note: x\n");
  Stakeholder mike;
  mike.name = "Mike";
  mike.role = "qa";
  std::string changed =
      edited(text, [&](MetadataEditor& editor) { editor.change_stakeholder(1, mike); });
  EXPECT_EQ(changed.find("- Mike\n"), std::string::npos);
  EXPECT_NE(changed.find("qa"), std::string::npos);
}

TEST(MetadataEditor, AnotherKeyInASectionOfOursGoesWhereTheFileHasTheSection) {
  EXPECT_EQ(edited("work_context:\n  branch: main\n",
                   [](MetadataEditor& editor) { editor.set_path("context.cost", Value("7")); }),
            "work_context:\n  branch: main\n  cost: \"7\"\n");
  EXPECT_EQ(
      edited("x: 1\n", [](MetadataEditor& editor) { editor.set_path("custom.cost", Value("a")); }),
      "x: 1\ncustom:\n  cost: \"a\"\n");
}

TEST(MetadataEditor, AnOutputIsAppendedInTheShapeOfTheList) {
  Output output;
  output.file = "a.md";
  output.agent = "cs-x";
  for (const char* text : {"outputs: []\n", "x: 1\n", "outputs: None\n", "outputs:\n- file: b.md\n",
                           "outputs: [{file: b.md}]\n", "outputs:\n  - b.md\n"}) {
    SCOPED_TRACE(text);
    std::string made = edited(text, [&](MetadataEditor& editor) { editor.append_output(output); });
    Session session;
    read_metadata(yaml::Document::parse(made), "m", true, session);
    ASSERT_FALSE(session.outputs.empty());
    EXPECT_EQ(session.outputs.back().file, "a.md");
    EXPECT_EQ(session.outputs.back().agent, "cs-x");
  }
}

TEST(MetadataEntry, IsNeverLargerThanMeasured) {
  Output output;
  output.file = "sub/" + std::string(100, 'a') + "\x01\n\xc3\xa9.md";
  output.title = std::string(50, '"');
  output.command = "sh -c 'x'";
  output.exit_code = 3;
  EntrySize size = measure_entry(output);
  for (const std::string before :
       {"outputs: []\n", "outputs:\n\n    - file: a\n\n    - file: b\n", "outputs:\r\n- a\r\n"}) {
    std::string after =
        edited(before, [&](MetadataEditor& editor) { editor.append_output(output); });
    EXPECT_LE(after.size() - before.size(), size.bytes);
    EXPECT_LE(
        yaml::Document::parse(after).event_count() - yaml::Document::parse(before).event_count(),
        size.events);
  }
}

}  // namespace
}  // namespace git_session
