#include "store/metadata_conversion.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "store/metadata_reader.h"
#include "yaml/document.h"

namespace git_session {
namespace {

Shape shape_of(const std::string& text) {
  Session session;
  read_metadata(yaml::Document::parse(text), "", true, session);
  return session.shape;
}

size_t loose_values(const std::string& text) {
  Session session;
  read_metadata(yaml::Document::parse(text), "", true, session);
  return session.loose_values;
}

// The sections that a test is not about.
const std::string rest =
    "created_by:\n  user: ann\ncontext:\n  project: P\nstatus:\n  current: active\n"
    "retention:\n  policy: project\n";

struct Case {
  const char* what;
  std::string before;
  std::string after;
};

class ConversionTable : public testing::TestWithParam<Case> {};

TEST_P(ConversionTable, WritesTheShapeOfVersion1) {
  EXPECT_EQ(to_version_1(GetParam().before), GetParam().after);
  EXPECT_EQ(to_version_1(GetParam().after), GetParam().after);
  EXPECT_EQ(shape_of(GetParam().after), Shape::version_1);
  EXPECT_EQ(loose_values(GetParam().after), 0U);
}

INSTANTIATE_TEST_SUITE_P(
    Shapes, ConversionTable,
    testing::Values(
        Case{"a hand-made file",
             "# Session\nsession_id: x\nuser: ann # me\nteam: engineering\nstatus: closed\n\n"
             "# Work\nwork_context:\n  branch: main\n  mood: good\n\nfindings:\n  - one\n"
             "retention:\n  policy: project\n",
             "# Session\nsession_id: x\ncreated_by:\n  user: ann # me\n  team: engineering\n"
             "status:\n  current: closed\n\n# Work\ncontext:\n  branch: main\n  mood: good\n\n"
             "findings:\n  - one\nretention:\n  policy: project\n"},
        Case{"members that stand apart, and the last without a line break",
             "user: ann\ncontext:\n  project: P\nstatus:\n  current: active\nretention:\n"
             "  policy: project\nteam: product # theirs",
             "created_by:\n  user: ann\n  team: product # theirs\ncontext:\n  project: P\n"
             "status:\n  current: active\nretention:\n  policy: project\n"},
        Case{"what closing wrote beside a bare word",
             "created_by:\n  user: ann\ncontext:\n  project: P\n"
             "status: closed  # done\nclosed_at: \"2025-01-01T00:00:00Z\"\n"
             "retention:\n  policy: project\n",
             "created_by:\n  user: ann\ncontext:\n  project: P\nstatus:\n"
             "  current: closed  # done\n  closed_at: \"2025-01-01T00:00:00Z\"\n"
             "retention:\n  policy: project\n"},
        Case{"values that are read, but loose",
             rest + "outputs:\n  - file: a.md\n    created_at: 2025-01-02T03:04:05\n"
                    "    promoted: \"False\"\n    promoted_to: \"None\"\n    mood: yes\n",
             rest + "outputs:\n  - file: a.md\n    created_at: \"2025-01-02T03:04:05Z\"\n"
                    "    promoted: false\n    promoted_to: \"\"\n    mood: yes\n"},
        Case{"items that are bare names",
             rest + "outputs:\n  - a.md\n  - path: b.md\n    size: 3\nstakeholders:\n  - Bo\n"
                    "tags: one, two\n",
             rest + "outputs:\n  - file: a.md\n  - file: b.md\n    size: 3\nstakeholders:\n"
                    "  - name: Bo\ntags: [\"one\", \"two\"]\n"},
        Case{"a section that stands there empty",
             "branch: main  # which\ncontext:\nproject: P\nstatus: ~\nclosed_at: 2025-01-01\n"
             "created_by:\n  user: ann\nretention:\n  policy: project\n",
             "context:\n  branch: main  # which\n  project: P\nstatus:\n"
             "  closed_at: \"2025-01-01T00:00:00Z\"\n"
             "created_by:\n  user: ann\nretention:\n  policy: project\n"},
        Case{"Windows line endings",
             "user: ann\r\nstatus: active\r\ncontext:\r\n  project: P\r\nretention:\r\n"
             "  policy: project\r\n",
             "created_by:\r\n  user: ann\r\nstatus:\r\n  current: active\r\ncontext:\r\n"
             "  project: P\r\nretention:\r\n  policy: project\r\n"}));

TEST(MetadataConversion, TakesNoLongerForManyItemsThanTheirNumber) {
  std::string before = rest + "outputs:\n";
  std::string after = before;
  for (int i = 0; i < 4000; ++i) {
    before += "  - " + std::to_string(i) + "-a-name-of-a-report.md\n";
    after += "  - file: " + std::to_string(i) + "-a-name-of-a-report.md\n";
  }
  EXPECT_EQ(to_version_1(before), after);  // one parse for each took most of a minute
}

TEST(MetadataConversion, LeavesVersion1AsItIs) { EXPECT_EQ(to_version_1(rest), rest); }

TEST(MetadataConversion, RefusesWhatItCannotMoveAlone) {
  const std::string flow = "{user: ann, status: active}\n";
  EXPECT_THROW(to_version_1(flow), Error);
  const std::string folded = "user: >\n  ann\nstatus: active\n";
  EXPECT_THROW(to_version_1(folded), Error);
}

}  // namespace
}  // namespace git_session
