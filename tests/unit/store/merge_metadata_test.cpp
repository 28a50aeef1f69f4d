#include "store/merge_metadata.h"

#include <gtest/gtest.h>

#include <functional>

#include "base/error.h"
#include "store/merge_trees.h"
#include "yaml/document.h"
#include "yaml/edit.h"

namespace git_session {
namespace {

const std::string ancestor =
    "# Made by git-session\n"
    "session_id: \"2025-11-22_main_a3f42c\"\n"
    "created_at: \"2025-11-22T08:00:00Z\"\n"
    "created_by:\n"
    "  user: \"ada\"\n"
    "  email: \"ada@example.com\"\n"
    "  team: \"product\"\n"
    "context:\n"
    "  branch: \"main\"\n"
    "  ticket: \"\"\n"
    "  project: \"invoices\" # the old name\n"
    "status:\n"
    "  current: \"active\"\n"
    "  closed_at: null\n"
    "  archived_at: null\n"
    "outputs:\n"
    "  - file: \"plan.md\"\n"
    "    agent: \"cs-architect\"\n"
    "    type: \"analysis\"\n"
    "    created_at: \"2025-11-22T08:01:00Z\"\n"
    "    promoted: false\n"
    "    promoted_to: \"\"\n"
    "stakeholders: []\n"
    "retention:\n"
    "  policy: \"project\"\n"
    "  expires_at: \"2026-05-22\"\n"
    "  reason: \"\"\n"
    "links:\n"
    "  jira: \"\"\n"
    "tags: []\n"
    "notes: |\n"
    "  first\n"
    "  second\n";

std::string edited(const std::string& text, const std::vector<yaml::Edit>& edits) {
  return yaml::apply(text, edits);
}

yaml::Append new_output(const std::string& file) {
  return {{std::string("outputs")},
          Value(Value::Mapping{{"file", Value(file)}, {"agent", Value("cs-" + file)}})};
}

yaml::Set set(const std::string& key, const std::string& inner, Value value) {
  return {{key, inner}, std::move(value)};
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const size_t position = text.find(from);
  if (position == std::string::npos) throw std::logic_error("no '" + from + "'");
  return text.replace(position, from.size(), to);
}

std::string clean_merge(const std::string& base, const std::string& ours,
                        const std::string& theirs) {
  const MetadataMerge merged = merge_metadata(base, ours, theirs);
  EXPECT_TRUE(merged.conflicts.empty()) << merged.text;
  return merged.text;
}

TEST(MergeMetadata, JoinsOutputsThatBothAddedAtTheEnd) {
  const std::string ours = edited(ancestor, {new_output("ours.md")});
  const std::string theirs = edited(ancestor, {new_output("theirs.md")});
  EXPECT_EQ(clean_merge(ancestor, ours, theirs),
            edited(ancestor, {new_output("ours.md"), new_output("theirs.md")}));
}

TEST(MergeMetadata, KeepsTheCommentsOfBothSides) {
  const std::string ours =
      replaced(edited(ancestor, {new_output("ours.md")}), "  - file: \"ours.md\"",
               "  # ours: look here\n  - file: \"ours.md\" # of ada");
  const std::string theirs =
      replaced(edited(ancestor, {new_output("theirs.md")}), "  - file: \"theirs.md\"",
               "  # theirs: and there\n  - file: \"theirs.md\" # of bob");
  const MetadataMerge merged = merge_metadata(ancestor, ours, theirs);
  for (const char* comment : {"# ours: look here", "# of ada", "# theirs: and there", "# of bob"}) {
    EXPECT_NE(merged.text.find(comment), std::string::npos) << merged.text;
  }
  EXPECT_TRUE(merged.left_out.empty());
}

TEST(MergeMetadata, SaysWhichCommentsOfTheirsFoundNoPlace) {
  const std::string base = "status: active\nuser: ada\ntags: [a]\n";
  const std::string ours = "status: active\nuser: ada\ntags: [a, b]\n";
  const std::string theirs = "status: active\n# who it is\nuser: ada\ntags: [a, c] # by hand\n";
  const MetadataMerge merged = merge_metadata(base, ours, theirs);
  EXPECT_EQ(merged.text, "status: active\n# who it is\nuser: ada\ntags: [a, b, c]\n");
  ASSERT_EQ(merged.left_out.size(), 1U);
  EXPECT_EQ(merged.left_out[0].text, "# by hand");
  EXPECT_EQ(merged.left_out[0].line, 4);
}

TEST(MergeMetadata, KeepsCommentsOfTheirsWhereOnlyOtherLinesClash) {
  const std::string ours = replaced(ancestor, "tags: []", "tags: [a]");
  const std::string theirs =
      replaced(replaced(ancestor, "tags: []", "tags: [b]"), "context:", "# what for\ncontext:");
  const MetadataMerge merged = merge_metadata(ancestor, ours, theirs);
  EXPECT_EQ(merged.text, replaced(theirs, "tags: [b]", "tags: [a, b]"));
  EXPECT_TRUE(merged.left_out.empty());
}

TEST(MergeMetadata, PutsClosingAndAddingTogether) {
  const std::string ours = edited(ancestor, {set("status", "current", "closed"),
                                             set("status", "closed_at", "2025-11-23T10:00:00Z")});
  const std::string theirs = edited(ancestor, {new_output("theirs.md")});
  EXPECT_EQ(clean_merge(ancestor, ours, theirs), edited(ours, {new_output("theirs.md")}));
}

TEST(MergeMetadata, MergesTagsAsASet) {
  struct Case {
    const char* base;
    const char* ours;
    const char* theirs;
    const char* merged;
  };
  const Case cases[] = {
      {"tags: []\n", "tags:\n  - a\n", "tags:\n  - b\n", "tags:\n  - a\n  - b\n"},
      {"tags: [a, b]\n", "tags: [b, c]\n", "tags: [a, b, d]\n", "tags: [b, c, d]\n"},
      {"tags: a, b\n", "tags: a, b, c\n", "tags: [b]\n", "tags: b, c\n"},
      {"tags: [a]\n", "tags: [a, b]\n", "tags: [a, b]\n", "tags: [a, b]\n"},
      {"x: 1\n", "x: 1\ntags: [a]\n", "x: 1\ntags:\n- b\n", "x: 1\ntags: [a, b]\n"},
      {"tags: [a, b]\n", "tags: [a]\n", "tags: [b]\n", "tags: []\n"},
      {"tags: None\n", "tags: None\nx: 1\n", "tags: [b]\n", "tags:\n  - \"b\"\nx: 1\n"},
  };
  for (const Case& test : cases) {
    SCOPED_TRACE(test.ours);
    EXPECT_EQ(clean_merge(test.base, test.ours, test.theirs), test.merged);
  }
}

TEST(MergeMetadata, MarksAFieldThatBothChanged) {
  const std::string ours = edited(ancestor, {set("context", "project", "billing")});
  const std::string theirs =
      edited(ancestor, {set("context", "project", "payments"), new_output("theirs.md")});
  const MetadataMerge merged = merge_metadata(ancestor, ours, theirs);
  ASSERT_EQ(merged.conflicts.size(), 1U);
  EXPECT_EQ(merged.conflicts[0].field, "context.project");
  EXPECT_EQ(merged.conflicts[0].line, 11);
  EXPECT_EQ(merged.text, replaced(edited(ours, {new_output("theirs.md")}),
                                  "  project: \"billing\" # the old name\n",
                                  "<<<<<<< ours context.project\n"
                                  "  project: \"billing\" # the old name\n"
                                  "=======\n"
                                  "  project: \"payments\" # the old name\n"
                                  ">>>>>>> theirs context.project\n"));
}

TEST(MergeMetadata, WritesMarkersOfTheWantedSizeAndLineEnding) {
  const MetadataMerge merged = merge_metadata("project: a\r\nuser: x\r\n", "project: b\r\nuser: x",
                                              "project: c\nuser: x\n", {12, "HEAD", "topic"});
  EXPECT_EQ(merged.text,
            "<<<<<<<<<<<< HEAD context.project\r\nproject: b\r\n============\r\nproject: c\r\n"
            ">>>>>>>>>>>> topic context.project\r\nuser: x");
}

TEST(MergeMetadata, MarksFieldsOfOneLineTogether) {
  const MetadataMerge merged =
      merge_metadata("context: {project: a, ticket: A-1}\n", "context: {project: b, ticket: A-2}\n",
                     "context: {project: c, ticket: A-3}\n");
  EXPECT_EQ(merged.text,
            "<<<<<<< ours context.ticket, context.project\ncontext: {project: b, ticket: A-2}\n"
            "=======\ncontext: {project: c, ticket: A-3}\n"
            ">>>>>>> theirs context.ticket, context.project\n");
  EXPECT_EQ(merged.conflicts.size(), 2U);
}

TEST(MergeMetadata, MergesTheFieldsOfOneOutput) {
  const auto change = [](const char* key, Value value) {
    return yaml::Set{{std::string("outputs"), size_t{0}, std::string(key)}, std::move(value)};
  };
  const std::string ours =
      edited(ancestor, {change("promoted", true), change("promoted_to", "https://wiki/1")});
  const std::string theirs =
      edited(ancestor, {change("type", "reports"), change("title", "The plan")});
  EXPECT_EQ(clean_merge(ancestor, ours, theirs),
            edited(ours, {change("type", "reports"), change("title", "The plan")}));
  const std::string other = edited(ancestor, {change("type", "reviews")});
  const MetadataMerge merged = merge_metadata(ancestor, other, theirs);
  ASSERT_EQ(merged.conflicts.size(), 1U);
  EXPECT_EQ(merged.conflicts[0].field, "outputs.plan.md.type");
}

TEST(MergeMetadata, TakesAwayWhatTheOtherSideLeftAsItWas) {
  const std::string without = edited(ancestor, {yaml::Remove{{std::string("outputs"), size_t{0}}}});
  EXPECT_EQ(clean_merge(ancestor, without, ancestor), without);
  EXPECT_EQ(clean_merge(ancestor, ancestor, without), without);
  const std::string changed = edited(
      ancestor,
      {yaml::Set{{std::string("outputs"), size_t{0}, std::string("type")}, Value("reports")}});
  EXPECT_EQ(clean_merge(ancestor, changed, without), changed);
  EXPECT_NE(clean_merge(ancestor, without, changed).find("plan.md"), std::string::npos);
}

TEST(MergeMetadata, KnowsPeopleByTheirMailThenByTheirName) {
  const MetadataMerge merged =
      merge_metadata("stakeholders: []\n", "stakeholders:\n- name: Ada\n  email: ada@x\n",
                     "stakeholders:\n- name: Ada L.\n  email: ADA@x\n  role: lead\n- name: Bob\n");
  EXPECT_EQ(merged.text,
            "stakeholders:\n"
            "<<<<<<< ours stakeholders.ada@x.name\n"
            "- name: Ada\n=======\n- name: Ada L.\n"
            ">>>>>>> theirs stakeholders.ada@x.name\n"
            "  email: ada@x\n  role: lead\n- name: Bob\n");
}

TEST(MergeMetadata, MergesNotesByLine) {
  const auto with_notes = [](const std::string& notes) {
    return edited(ancestor, {yaml::Set{{std::string("notes")}, Value(notes)}});
  };
  EXPECT_EQ(clean_merge(ancestor, with_notes("zeroth\nfirst\nsecond\n"),
                        with_notes("first\nsecond\nthird\n")),
            with_notes("zeroth\nfirst\nsecond\nthird\n"));
  EXPECT_EQ(clean_merge(ancestor, with_notes("first\nsecond\nours\n"),
                        with_notes("first\nsecond\ntheirs\n")),
            with_notes("first\nsecond\nours\ntheirs\n"));
  const MetadataMerge merged = merge_metadata(ancestor, with_notes("first\nnew, by ada\n"),
                                              with_notes("first\nnew, by bob\n"));
  EXPECT_TRUE(
      merged.text.ends_with("notes: |\n  first\n<<<<<<< ours notes\n  new, by ada\n=======\n"
                            "  new, by bob\n>>>>>>> theirs notes\n"))
      << merged.text;
}

TEST(MergeMetadata, TakesTheLaterStatus) {
  struct Case {
    const char* name;
    const char* base;
    const char* ours;
    const char* theirs;
    const char* merged;  ///< empty: a conflict
  };
  const Case cases[] = {
      {"both closed, ours later", "{current: active}",
       "{current: closed, closed_at: 2025-11-23T10:00:00Z}",
       "{current: closed, closed_at: 2025-11-22T10:00:00Z}",
       "{current: closed, closed_at: 2025-11-23T10:00:00Z}"},
      {"both closed, theirs later", "{current: active}",
       "{current: closed, closed_at: 2025-11-22T10:00:00Z}",
       "{current: closed, closed_at: 2025-11-23T10:00:00Z}",
       "{current: closed, closed_at: \"2025-11-23T10:00:00Z\"}"},
      {"one closed, one archived", "{current: active, closed_at: null, archived_at: null}",
       "{current: closed, closed_at: 2025-11-24T10:00:00Z, archived_at: null}",
       "{current: archived, closed_at: null, archived_at: 2025-11-23T10:00:00Z}",
       "{current: archived, closed_at: 2025-11-24T10:00:00Z, "
       "archived_at: \"2025-11-23T10:00:00Z\"}"},
      {"reopened here, left alone there", "{current: closed, closed_at: 2025-11-22T10:00:00Z}",
       "{current: active, closed_at: null}", "{current: closed, closed_at: 2025-11-22T10:00:00Z}",
       "{current: active, closed_at: null}"},
      {"reopened here, archived there", "{current: closed, closed_at: 2025-11-22T10:00:00Z}",
       "{current: active, closed_at: null}",
       "{current: archived, closed_at: 2025-11-22T10:00:00Z, archived_at: 2025-11-23T10:00:00Z}",
       ""},
      {"a word of their own", "{current: active}", "{current: paused}", "{current: waiting}", ""},
  };
  for (const Case& test : cases) {
    SCOPED_TRACE(test.name);
    const auto text = [](const char* status) { return std::string("status: ") + status + "\n"; };
    const MetadataMerge merged =
        merge_metadata(text(test.base), text(test.ours), text(test.theirs));
    if (*test.merged == '\0') {
      ASSERT_EQ(merged.conflicts.size(), 1U) << merged.text;
      EXPECT_EQ(merged.conflicts[0].field, "status");
    } else {
      EXPECT_EQ(merged.text, text(test.merged));
    }
  }
}

TEST(MergeMetadata, KeepsPolicyDateAndReasonTogether) {
  const auto with = [](const char* policy, const char* date) {
    return std::string("retention:\n  policy: ") + policy + "\n  expires_at: " + date + "\n";
  };
  EXPECT_EQ(clean_merge(with("project", "2026-05-22"), with("project", "2026-05-22"),
                        with("sprint", "2025-12-13")),
            with("sprint", "2025-12-13"));
  const MetadataMerge merged = merge_metadata(
      with("project", "2026-05-22"), with("project", "2026-08-22"), with("permanent", "null"));
  ASSERT_EQ(merged.conflicts.size(), 1U);
  EXPECT_EQ(merged.conflicts[0].field, "retention");
  EXPECT_EQ(merged.text,
            "retention:\n<<<<<<< ours retention\n  policy: project\n  expires_at: 2026-08-22\n"
            "=======\n  policy: permanent\n  expires_at: null\n>>>>>>> theirs retention\n");
}

TEST(MergeMetadata, KeepsWhatAHoldReplacedWithTheHold) {
  const std::string held =
      "retention:\n  policy: hold\n  expires_at: null\n  reason: Litigation\n"
      "  before_hold: \"project until 2029-07-01: Audit\"\n";
  const std::string released =
      "retention:\n  policy: project\n  expires_at: 2029-07-01\n  reason: Audit\n";
  std::string renamed = held;
  renamed.replace(renamed.find("Litigation"), 10, "Tax law");
  const MetadataMerge merged = merge_metadata(held, renamed, released);
  ASSERT_EQ(merged.conflicts.size(), 1U);
  EXPECT_NE(merged.text.find("before_hold"), std::string::npos) << merged.text;
}

TEST(MergeMetadata, MergesUnknownKeysDownIntoMappings) {
  const std::string base = "review:\n  by: ada\n  rounds: [1]\nlist: [a]\nkind: x\n";
  const std::string ours = "review:\n  by: bob\n  rounds: [1]\nlist: [a]\nkind: x\nours: 1\n";
  const std::string theirs =
      "review:\n  by: ada\n  rounds: [1, 2]\n  at: noon\nlist: [a, b]\nkind: x\n";
  EXPECT_EQ(clean_merge(base, ours, theirs),
            "review:\n  by: bob\n  rounds: [1, 2]\n  at: noon\nlist: [a, b]\nkind: x\nours: 1\n");
  const MetadataMerge merged = merge_metadata(base, "list: [b]\nkind: y\n", theirs);
  EXPECT_EQ(merged.conflicts.front().field, "list");
}

TEST(MergeMetadata, LeavesADriftedFileInItsShape) {
  const std::string base =
      "user: ada\nteam: product\nwork_context:\n  project: a\nstatus: active\noutputs:\n- x.md\n";
  const std::string ours = replaced(base, "- x.md\n", "- x.md\n- ours.md\n");
  const std::string theirs =
      "created_by:\n  user: ada\n  team: delivery\ncontext:\n  project: a\n  ticket: A-1\n"
      "status:\n  current: closed\n  closed_at: 2025-11-22T08:00:00Z\n"
      "outputs:\n- file: x.md\n- file: theirs.md\n  type: reports\n";
  EXPECT_EQ(clean_merge(base, ours, theirs),
            "user: ada\nteam: delivery\nwork_context:\n  project: a\n  ticket: A-1\n"
            "status: closed\nclosed_at: \"2025-11-22T08:00:00Z\"\n"
            "outputs:\n- x.md\n- ours.md\n- file: theirs.md\n  type: reports\n");
}

TEST(MergeMetadata, GivesABareEntryKeysWhereItNeedsThem) {
  EXPECT_EQ(clean_merge("outputs:\n- x.md\n", "outputs:\n- x.md\n- y.md\n",
                        "outputs:\n- file: x.md\n  agent: cs-a\n"),
            "outputs:\n- y.md\n- file: x.md\n  agent: cs-a\n");
}

TEST(MergeMetadata, PutsTwoNewFilesTogether) {
  const std::string ours = "user: ada\ntags: [a]\noutputs:\n- file: x.md\n";
  const std::string theirs = "user: ada\nteam: product\ntags: [b]\noutputs:\n- file: y.md\n";
  const std::string merged =
      "user: ada\nteam: product\ntags: [a, b]\noutputs:\n- file: x.md\n- file: y.md\n";
  EXPECT_EQ(merge_metadata(std::nullopt, ours, theirs).text, merged);
  EXPECT_EQ(merge_metadata("", ours, theirs).text, merged);
  EXPECT_EQ(merge_metadata("<<<<<<< broken\n", ours, theirs).text, merged);
}

TEST(MergeMetadata, JoinsTheEntriesOfALedger) {
  const auto entry = [](const std::string& session, const std::string& more) {
    return "  - session_id: " + session +
           "\n    source_file: a.md\n    promoted_at: \"2025-11-22T08:00:00Z\"\n" + more;
  };
  const std::string base = "promotions:\n" + entry("s1", "");
  EXPECT_EQ(clean_merge(base, base + entry("s2", "    notes: x\n"),
                        "promotions:\n" + entry("s1", "    mailed: a@x\n") + entry("s3", "")),
            "promotions:\n" + entry("s1", "    mailed: a@x\n") + entry("s2", "    notes: x\n") +
                entry("s3", ""));
}

TEST(MergeMetadata, RefusesWhatItCannotRead) {
  const auto refusal = [](const std::string& ours, const std::string& theirs) {
    try {
      merge_metadata("x: 1\n", ours, theirs);
      return std::string("merged");
    } catch (const Error& error) {
      return std::string(error.what()) + " " + error.reason();
    }
  };
  EXPECT_EQ(refusal("a: [\n", "x: 1\n").substr(0, 5), "ours:");
  EXPECT_EQ(refusal("x: 1\n", "- a\n"), "theirs: it is no mapping ");
  EXPECT_EQ(refusal("x: 1\n", ""), "theirs: the file is empty ");
  EXPECT_EQ(refusal("schema: 2\n", "x: 1\n"), "ours: it needs a newer git-session newer-schema");
  EXPECT_EQ(refusal("x: 1\n", "x: 1\nx: 2\n"), "theirs: duplicate key 'x' ");
}

}  // namespace
}  // namespace git_session
