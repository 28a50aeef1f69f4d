#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <thread>

#include "base/error.h"
#include "store/session_store.h"
#include "support/temporary_directory.h"

namespace git_session {
namespace {

class SessionWriting : public testing::Test {
 protected:
  std::string write(const std::string& name, const std::string& text) {
    return folder_.write("output/sessions/ada/2025-11-22_x_a3f42c/" + name, text);
  }
  std::string metadata() { return folder_.read(location_.path + "/.session-metadata.yaml"); }
  Error error_of(const std::function<void()>& call) {
    try {
      call();
    } catch (const Error& error) {
      return error;
    }
    ADD_FAILURE() << "nothing was thrown";
    return Error(ErrorKind::internal, "");
  }

  TemporaryDirectory folder_;
  SessionStore store_{folder_.path(), SessionLayout("output"), {}};
  SessionLocation location_ = store_.layout().session("ada", "2025-11-22_x_a3f42c");
};

void add_tag(const Session&, MetadataEditor& editor) { editor.append_tag("billing"); }

TEST_F(SessionWriting, CreateMakesAWholeSessionOnce) {
  Session session;
  session.id = "2025-11-22_x_a3f42c";
  session.user = "ada";
  EXPECT_EQ(store_.create(session), location_);
  EXPECT_TRUE(store_.load(location_).is_readable());
  EXPECT_EQ(error_of([&] { store_.create(session); }).kind(), ErrorKind::conflict);
  EXPECT_FALSE(folder_.exists("output/sessions/ada/.unfinished-session"));
}

TEST_F(SessionWriting, CreateTakesOverWhatACrashLeft) {
  folder_.write("output/sessions/ada/.unfinished-session/.session-metadata.yaml", "half: ");
  Session session;
  session.id = "2025-11-22_x_a3f42c";
  session.user = "ada";
  store_.create(session);
  EXPECT_TRUE(metadata().starts_with("# Made by"));
}

TEST_F(SessionWriting, AnEditThatChangesNothingWritesNothing) {
  std::string path = write(".session-metadata.yaml", "status: active\ntags: [billing]\n");
  auto before = std::filesystem::last_write_time(path);
  std::filesystem::last_write_time(path, before - std::chrono::hours(1));
  store_.edit(location_, [](const Session&, MetadataEditor& editor) {
    editor.set("status.current", Value("active"));
  });
  EXPECT_EQ(std::filesystem::last_write_time(path), before - std::chrono::hours(1));
}

TEST_F(SessionWriting, WhatCannotBeReadIsNamedWithFileAndLine) {
  const std::string path = location_.path + "/.session-metadata.yaml";
  write(".session-metadata.yaml", "a: 1\n\"b\": &x 2\n");
  Error error = error_of([&] { store_.edit(location_, add_tag); });
  EXPECT_EQ(error.kind(), ErrorKind::invalid_data);
  EXPECT_EQ(error.line(), 2);
  EXPECT_TRUE(std::string(error.what()).starts_with(path + ":2: ")) << error.what();
  write(".session-metadata.yaml", "- a\n");
  EXPECT_EQ(error_of([&] { store_.edit(location_, add_tag); }).kind(), ErrorKind::invalid_data);
  write(".session-metadata.yaml", "tags: {a: 1}\n");
  error = error_of([&] { store_.edit(location_, add_tag); });
  EXPECT_EQ(error.reason(), "cannot-edit");
  EXPECT_TRUE(std::string(error.what()).starts_with(path + ":1: ")) << error.what();
}

TEST_F(SessionWriting, ANewerSchemaIsReadAndNotWritten) {
  write(".session-metadata.yaml", "schema: 2\nstatus: active\n");
  EXPECT_EQ(error_of([&] { store_.edit(location_, add_tag); }).reason(), "newer-schema");
  EXPECT_EQ(metadata(), "schema: 2\nstatus: active\n");
}

TEST_F(SessionWriting, LinksAreNeitherReadNorWritten) {
  std::string canary = folder_.write("canary", "tags: []\n");
  write("a.md", "x");
  std::filesystem::create_symlink(canary,
                                  folder_.path_of(location_.path + "/.session-metadata.yaml"));
  EXPECT_EQ(error_of([&] { store_.edit(location_, add_tag); }).reason(), "symbolic-link");
  EXPECT_EQ(folder_.read("canary"), "tags: []\n");
  std::filesystem::rename(folder_.path_of("output/sessions/ada"), folder_.path_of("elsewhere"));
  std::filesystem::create_symlink(folder_.path_of("elsewhere"),
                                  folder_.path_of("output/sessions/ada"));
  EXPECT_EQ(error_of([&] { store_.edit(location_, add_tag); }).reason(), "symbolic-link");
}

TEST_F(SessionWriting, AFolderWithoutMetadataGetsOneThatClaimsNothing) {
  write("2025-11-22_08-00-00_review_cs-architect.md", "x");
  Session session = store_.edit(location_, add_tag);
  EXPECT_EQ(session.shape, Shape::version_1);
  EXPECT_EQ(session.tags, std::vector<std::string>{"billing"});
  EXPECT_EQ(format_rfc3339(*session.created_at), "2025-11-22T00:00:00Z");
  ASSERT_EQ(session.outputs.size(), 1u);
  EXPECT_FALSE(session.outputs[0].listed);
}

TEST_F(SessionWriting, WhatAnEditorSavesMeanwhileIsKept) {
  std::string path = write(".session-metadata.yaml", "tags: [a]\n");
  LockedSession locked = store_.lock(location_);
  std::ofstream(path) << "tags: [a, b]\nnotes: mine\n";
  Session session = store_.edit(locked, add_tag);
  EXPECT_EQ(session.tags, (std::vector<std::string>{"a", "b", "billing"}));
  EXPECT_EQ(session.notes, "mine");
  // In the last moment: refused, so that it can be repeated.
  Error error = error_of([&] {
    store_.edit(locked, [&](const Session&, MetadataEditor& editor) {
      editor.append_tag("late");
      std::ofstream(path) << "notes: other\n";
    });
  });
  EXPECT_EQ(error.kind(), ErrorKind::conflict);
  EXPECT_EQ(metadata(), "notes: other\n");
}

TEST_F(SessionWriting, WritersInManyThreadsLoseNothing) {
  write(".session-metadata.yaml", "tags: []\n");
  std::vector<std::thread> writers;
  for (int writer = 0; writer < 4; ++writer) {
    writers.emplace_back([&, writer] {
      for (int i = 0; i < 10; ++i) {
        store_.edit(location_, [&](const Session&, MetadataEditor& editor) {
          editor.append_tag(std::to_string(writer) + "-" + std::to_string(i));
        });
      }
    });
  }
  for (std::thread& writer : writers) writer.join();
  EXPECT_EQ(store_.load(location_).tags.size(), 40u);
}

TEST_F(SessionWriting, OutputsFitUpToTheMost) {
  std::string text = "outputs:\n";
  for (size_t i = 0; i < SessionStore::max_outputs - 2; ++i) {
    text += "- file: " + std::to_string(i) + ".md\n";
  }
  write(".session-metadata.yaml", text);
  LockedSession locked = store_.lock(location_);
  EXPECT_TRUE(locked.has_room_for_outputs(2));
  EXPECT_FALSE(locked.has_room_for_outputs(3));
  Output output;
  output.file = "x.md";
  EXPECT_EQ(locked.room_for(std::vector<Output>(5, output)), 2u);
  output.title = std::string(600 * 1024, 'x');
  EXPECT_EQ(locked.room_for(std::vector<Output>(2, output)), 1u);
}

}  // namespace
}  // namespace git_session
