#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <mutex>

#include "base/error.h"
#include "store/session_store.h"
#include "support/temporary_directory.h"

namespace git_session {
namespace {

class SessionLoading : public testing::Test {
 protected:
  Session load(const std::string& metadata, LoadDetail detail = LoadDetail::full()) {
    directory_.write(folder_ + "/.session-metadata.yaml", metadata);
    return load_folder(detail);
  }
  Session load_folder(LoadDetail detail = LoadDetail::full()) {
    const SessionStore store(directory_.path(), SessionLayout("output"), {"helper"});
    return store.load(store.layout().session("ada", "2025-11-20_invoices_a3f42c"), detail);
  }

  TemporaryDirectory directory_;
  const std::string folder_ = "output/sessions/ada/2025-11-20_invoices_a3f42c";
};

TEST(StaysInside, NamesBelowTheFolderAndNothingOfGit) {
  for (const char* file : {"a.md", "in/a.md", "./a.md", "././in/a.md", ".hidden", "a..b"})
    EXPECT_TRUE(stays_inside(file)) << file;
  for (const char* file : {"", "/a", "../a", "in/../a", "in//a", "in/./a", "in/", ".", "./", "..",
                           ".git", ".git/config", "./.git/config", "in/.GIT/x", "git~1/config"})
    EXPECT_FALSE(stays_inside(file)) << file;
}

TEST_F(SessionLoading, ReadsTheDocumentedShape) {
  const Session session = load(R"(schema: 1
session_id: "2025-11-20_invoices_a3f42c"
created_at: "2025-11-20T08:00:00Z"
created_by:
  user: "ada"
  email: "ada@example.com"
  team: "engineering"
context:
  branch: "feature/invoices"
  ticket: "PROJ-123"
  project: "Invoice Automation"
  sprint: ""
status:
  current: "closed"
  closed_at: "2025-11-21T08:00:00Z"
  archived_at: null
outputs:
  - file: "review.md"
    agent: "cs-architect"
    type: "reviews"
    created_at: "2025-11-20T09:00:00Z"
    promoted: true
    duration_ms: 1500
    mood: "good"
stakeholders:
  - name: "Sarah"
    role: "Owner"
retention:
  policy: "project"
  expires_at: "2026-05-20"
links:
  jira: "https://jira.example.com/1"
  confluence: null
tags: [a, b]
notes: |
  text
ours: 1
)");
  EXPECT_EQ(session.shape, Shape::version_1);
  EXPECT_TRUE(session.problems.empty());
  EXPECT_EQ(session.created_by.email, "ada@example.com");
  EXPECT_EQ(session.context.ticket, "PROJ-123");
  EXPECT_EQ(session.context.sprint, "");
  EXPECT_EQ(session.status.current, State::closed);
  EXPECT_EQ(format_rfc3339(*session.status.closed_at), "2025-11-21T08:00:00Z");
  EXPECT_FALSE(session.status.archived_at);
  ASSERT_EQ(session.outputs.size(), 1U);
  EXPECT_EQ(session.outputs[0].agent, "cs-architect");
  EXPECT_TRUE(session.outputs[0].promoted);
  EXPECT_EQ(session.outputs[0].duration_ms, 1500);
  EXPECT_EQ(session.outputs[0].line, 18);
  EXPECT_EQ(session.outputs[0].extra, (Value::Mapping{{"mood", "good"}}));
  EXPECT_FALSE(session.outputs[0].exists);
  EXPECT_EQ(session.stakeholders.at(0).role, "Owner");
  EXPECT_EQ(format_date(*session.retention.expires_at), "2026-05-20");
  EXPECT_EQ(session.links.size(), 2U);
  EXPECT_EQ(session.tags, (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(session.notes, "text\n");
  EXPECT_EQ(session.extra, (Value::Mapping{{"ours", 1}}));
}

TEST_F(SessionLoading, ReadsShapesThatPeopleWrite) {
  const Session session = load(R"(session_id: something else
created_at: 2025-11-20 08:00:00
user: grace
team: product
status: completed
work_context:
  branch: main
  ticket: None
  project: Ledger
  description: About it
  mood: fine
outputs:
  - review.md
  - path: ./scan_cs-secops.md
    promoted: "False"
    agent: unknown
  - file: ../../../../src/main.cpp
tags: one, two
retention: permanent
)");
  EXPECT_EQ(session.shape, Shape::drifted);
  EXPECT_TRUE(session.problems.empty());
  EXPECT_EQ(session.listed_id, "something else");
  EXPECT_EQ(session.id, "2025-11-20_invoices_a3f42c");
  EXPECT_EQ(format_rfc3339(*session.created_at), "2025-11-20T08:00:00Z");
  EXPECT_EQ(session.created_by.user, "grace");
  EXPECT_EQ(session.created_by.team, "product");
  EXPECT_EQ(session.status.current, State::closed);
  EXPECT_EQ(session.status.word, "completed");
  EXPECT_EQ(session.context.ticket, "");
  EXPECT_EQ(session.context.description, "About it");
  ASSERT_EQ(session.outputs.size(), 3U);
  EXPECT_EQ(session.outputs[0].file, "review.md");
  EXPECT_EQ(session.outputs[1].file, "./scan_cs-secops.md");
  EXPECT_EQ(session.outputs[1].agent, "cs-secops");
  EXPECT_FALSE(session.outputs[1].promoted);
  EXPECT_TRUE(session.outputs[2].outside);
  EXPECT_EQ(session.tags, (std::vector<std::string>{"one", "two"}));
  EXPECT_EQ(session.retention.policy, "permanent");
  EXPECT_FALSE(session.retention.expires_at);
  EXPECT_EQ(session.extra, (Value::Mapping{{"work_context", Value::Mapping{{"mood", "fine"}}}}));
}

TEST_F(SessionLoading, NamesEachValueThatDoesNotFit) {
  const Session session = load(R"(created_at: tomorrow
status:
  current: sleeping
outputs:
  - type: no file
  - file: [a]
  - {file: a.md, promoted: perhaps, duration_ms: long}
retention: {expires_at: 2025-02-30}
links: none
stakeholders: Sarah
)");
  std::vector<std::pair<std::string, int>> found;
  for (const Problem& problem : session.problems) {
    found.emplace_back(problem.message, problem.line);
    EXPECT_EQ(problem.path, folder_ + "/.session-metadata.yaml");
  }
  using Expected = std::vector<std::pair<std::string, int>>;
  EXPECT_EQ(found, (Expected{{"'created_at' cannot be 'tomorrow'", 1},
                             {"'status.current' cannot be 'sleeping'", 3},
                             {"'retention.expires_at' cannot be '2025-02-30'", 8},
                             {"an entry of 'outputs' names no file", 5},
                             {"an entry of 'outputs' names no file", 6},
                             {"'promoted' cannot be 'perhaps'", 7},
                             {"'duration_ms' cannot be 'long'", 7},
                             {"'stakeholders' is not a list", 10},
                             {"'links' is not a mapping", 9}}));
  EXPECT_EQ(session.outputs.size(), 3U);
}

TEST_F(SessionLoading, JoinsWhatIsListedWithWhatIsThere) {
  directory_.write(folder_ + "/listed.md", "abc");
  directory_.write(folder_ + "/2025-11-20_09-30-00_scan_cs-secops.md", "x");
  directory_.write(folder_ + "/sub/plan_helper.txt", "");
  directory_.write(folder_ + "/drafts/idea.md", "x");
  directory_.write(folder_ + "/.hidden", "x");
  directory_.write(folder_ + "/embedded/HEAD", "x");
  directory_.make_directory(folder_ + "/embedded/objects");
  directory_.make_directory(folder_ + "/embedded/refs");
  directory_.write("secret", "x");
  ASSERT_EQ(symlink("../../../../secret", (directory_.path() + "/" + folder_ + "/link").c_str()),
            0);
  ASSERT_EQ(mkfifo((directory_.path() + "/" + folder_ + "/pipe").c_str(), 0600), 0);
  const Session session =
      load("outputs:\n- file: listed.md\n- file: gone.md\n- file: link\n- file: drafts/idea.md\n");
  struct Expected {
    std::string file;
    bool listed, exists, outside;
  };
  const Expected expected[] = {{"listed.md", true, true, false},
                               {"gone.md", true, false, false},
                               {"link", true, false, true},
                               {"drafts/idea.md", true, true, false},
                               {"2025-11-20_09-30-00_scan_cs-secops.md", false, true, false},
                               {"sub/plan_helper.txt", false, true, false}};
  ASSERT_EQ(session.outputs.size(), std::size(expected));
  for (size_t i = 0; i < std::size(expected); ++i) {
    SCOPED_TRACE(expected[i].file);
    EXPECT_EQ(session.outputs[i].file, expected[i].file);
    EXPECT_EQ(session.outputs[i].listed, expected[i].listed);
    EXPECT_EQ(session.outputs[i].exists, expected[i].exists);
    EXPECT_EQ(session.outputs[i].outside, expected[i].outside);
  }
  EXPECT_EQ(session.outputs[0].bytes, 3U);
  EXPECT_EQ(session.outputs[4].agent, "cs-secops");
  EXPECT_EQ(session.outputs[5].agent, "helper");
  const OutputCounts counts = count_outputs(session);
  EXPECT_EQ(counts.total, 6U);
  EXPECT_EQ(counts.missing, 1U);
  EXPECT_EQ(counts.unlisted, 2U);
}

TEST_F(SessionLoading, AFolderWithoutMetadataIsASession) {
  directory_.write(folder_ + "/review_cs-architect.md", "# Review");
  const Session session = load_folder();
  EXPECT_EQ(session.shape, Shape::none);
  EXPECT_EQ(session.created_by.user, "ada");
  EXPECT_EQ(session.outputs.size(), 1U);
  EXPECT_TRUE(session.problems.empty());
}

TEST_F(SessionLoading, WhatCannotBeReadSaysWhyAndStillHasItsFiles) {
  directory_.write(folder_ + "/review.md", "x");
  struct Case {
    std::string metadata;
    int line;
  };
  const Case cases[] = {{"", 1}, {"- a\n", 1}, {"a: 1\na: 2\n", 2}, {"a: 1\n<<<<<<< HEAD\n", 2}};
  for (const Case& test : cases) {
    SCOPED_TRACE(test.metadata);
    const Session session = load(test.metadata);
    EXPECT_EQ(session.shape, Shape::unreadable);
    ASSERT_EQ(session.problems.size(), 1U);
    EXPECT_EQ(session.problems[0].code, "unreadable-metadata");
    EXPECT_EQ(session.problems[0].line, test.line);
    EXPECT_EQ(session.outputs.size(), 1U);
  }
}

TEST_F(SessionLoading, MetadataThatIsALinkIsNotFollowed) {
  directory_.write("secret.yaml", "session_id: x\n");
  directory_.make_directory(folder_);
  const std::string link = directory_.path() + "/" + folder_ + "/.session-metadata.yaml";
  ASSERT_EQ(symlink("../../../../secret.yaml", link.c_str()), 0);
  EXPECT_EQ(load_folder().shape, Shape::unreadable);
}

TEST_F(SessionLoading, VisitsEachSessionOnceOnEveryCore) {
  for (int i = 0; i < 300; ++i) {
    const std::string id = "2025-11-20_x_" + std::to_string(100000 + i);
    directory_.write("output/sessions/ada/" + id + "/.session-metadata.yaml",
                     "context: {ticket: T-" + std::to_string(i) + "}\n");
  }
  const SessionStore store(directory_.path(), SessionLayout("output"), {});
  std::vector<SessionLocation> locations = store.locations(Scope::sessions);
  ASSERT_EQ(locations.size(), 300U);
  locations.push_back(store.layout().session("ada", "gone"));
  std::vector<std::string> tickets(locations.size());
  std::mutex mutex;
  size_t calls = 0;
  store.visit(locations, {}, [&](size_t index, Session&& session) {
    tickets[index] = session.context.ticket;
    std::lock_guard guard(mutex);
    ++calls;
  });
  EXPECT_EQ(calls, 300U);
  EXPECT_EQ(tickets[0], "T-0");
  EXPECT_EQ(tickets[299], "T-299");
  EXPECT_EQ(tickets[300], "");
  const auto visit_and_throw = [&] {
    store.visit(locations, {}, [](size_t, Session&&) { throw Error(ErrorKind::conflict, "stop"); });
  };
  EXPECT_THROW(visit_and_throw(), Error);
}

}  // namespace
}  // namespace git_session
