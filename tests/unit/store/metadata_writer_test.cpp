#include "store/metadata_writer.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "core/fields.h"
#include "store/metadata_reader.h"

namespace git_session {
namespace {

Session read(const std::string& text) {
  Session session;
  read_metadata(yaml::Document::parse(text), "m", true, session);
  return session;
}

Session example() {
  Session session;
  session.id = session.listed_id = "2025-11-22_feature-x_a3f42c";
  session.created_at = parse_rfc3339("2025-11-22T08:15:30Z");
  session.created_by = {"ada", "ada@example.com", "engineering"};
  session.context.branch = "feature/x";
  session.context.project = "Invoices: \"now\" # not a comment";
  session.status.word = "active";
  session.retention = {"project", parse_date("2026-05-22"), "Project retention policy"};
  session.tags = {"billing", "null", "- a"};
  session.stakeholders.push_back({"Sarah", "po", "sarah@example.com", {}});
  session.links = {{"jira", "https://jira/1"}, {"wiki", "https://wiki/2"}};
  session.notes = "First\nsecond\n";
  Output output;
  output.file = "a.md";
  output.agent = "cs-x";
  session.outputs.push_back(output);
  return session;
}

TEST(NewMetadata, IsReadBackAsItWasMeant) {
  Session session = example();
  Session found = read(new_metadata(session));
  EXPECT_EQ(found.shape, Shape::version_1);
  EXPECT_TRUE(found.problems.empty());
  for (const SessionField& field : session_fields()) {
    EXPECT_EQ(field.get(found), field.get(session)) << path_of(field.section, field.key);
  }
  EXPECT_EQ(found.tags, session.tags);
  ASSERT_EQ(found.stakeholders.size(), 1u);
  EXPECT_EQ(found.stakeholders[0].email, "sarah@example.com");
  ASSERT_EQ(found.outputs.size(), 1u);
  EXPECT_EQ(found.outputs[0].agent, "cs-x");
  std::vector<std::pair<std::string, std::string>> links;
  for (const auto& link : found.links) {
    if (!link.second.empty()) links.push_back(link);
  }
  EXPECT_EQ(links, session.links);
}

TEST(NewMetadata, HasOneKeyOrItemALine) {
  const std::string text = new_metadata(example());
  EXPECT_EQ(text.find('{'), std::string::npos);
  EXPECT_NE(text.find("\ntags:\n  - \"billing\"\n"), std::string::npos);
  EXPECT_NE(text.find("\nnotes: |\n  First\n  second\n"), std::string::npos);
  EXPECT_TRUE(text.ends_with('\n'));
  Session empty;
  EXPECT_NE(new_metadata(empty).find("\noutputs: []\n"), std::string::npos);
}

RC_GTEST_PROP(NewMetadata, HoldsAnyText, ()) {
  auto text = rc::gen::container<std::string>(
      rc::gen::elementOf(std::string("ab :#-'\"\\\n\t|>&*!%@`{}[],?\x01\x7f")));
  Session session = example();
  session.context.project = *text;
  session.notes = *text;
  session.tags = {*rc::gen::suchThat(text, [](const std::string& tag) { return !tag.empty(); })};
  session.outputs[0].title = *text;
  Session found = read(new_metadata(session));
  auto absent_or = [](const std::string& wanted) { return wanted == "None" ? "" : wanted; };
  RC_ASSERT(found.context.project == absent_or(session.context.project));
  RC_ASSERT(found.notes == session.notes);
  RC_ASSERT(found.tags == session.tags);
  RC_ASSERT(found.outputs[0].title == session.outputs[0].title);
}

}  // namespace
}  // namespace git_session
