#include "store/output_files.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "base/file_copy.h"
#include "support/temporary_directory.h"

namespace git_session {
namespace {

class OutputFiles : public testing::Test {
 protected:
  FileDescriptor source(const std::string& bytes) {
    return std::move(*open_named_file(directory_.write("source", bytes)));
  }
  std::string bring(const std::string& bytes) {
    FileDescriptor file = source(bytes);
    IncomingOutput incoming(folder_, file, 1000, "source");
    return incoming.place(session_, naming_);
  }

  TemporaryDirectory directory_;
  std::string path_ = directory_.make_directory("session");
  Directory folder_ = std::move(*Directory::open(path_));
  Session session_;
  OutputNaming naming_{{*parse_date("2025-11-22"), 8, 15, 30}, "Plan", "cs-x", "md"};
};

TEST_F(OutputFiles, ContentGetsTheFirstFreeName) {
  EXPECT_EQ(bring("one"), "2025-11-22_08-15-30_plan_cs-x.md");
  EXPECT_EQ(bring("two"), "2025-11-22_08-15-30_plan-2_cs-x.md");
  // A listed output that is gone keeps its name.
  Output gone;
  gone.file = "./2025-11-22_08-15-30_plan-3_cs-x.md";
  session_.outputs.push_back(gone);
  EXPECT_EQ(bring("three"), "2025-11-22_08-15-30_plan-4_cs-x.md");
  EXPECT_EQ(directory_.read("session/2025-11-22_08-15-30_plan-2_cs-x.md"), "two");
  EXPECT_FALSE(directory_.exists("session/.incoming-output"));
}

TEST_F(OutputFiles, UnplacedContentLeavesNothing) {
  FileDescriptor file = source("x");
  { IncomingOutput incoming(folder_, file, 1000, "source"); }
  EXPECT_TRUE(folder_.entries().empty());
}

TEST_F(OutputFiles, TooMuchContentIsRefusedAndLeavesNothing) {
  FileDescriptor file = source(std::string(1001, 'x'));
  try {
    IncomingOutput incoming(folder_, file, 1000, "source");
    ADD_FAILURE() << "was taken";
  } catch (const Error& error) {
    EXPECT_EQ(error.reason(), "too-large");
  }
  EXPECT_TRUE(folder_.entries().empty());
}

TEST_F(OutputFiles, WhatAKilledOneLeftIsReplaced) {
  directory_.write("session/.incoming-output", "left by somebody, and longer");
  EXPECT_EQ(directory_.read("session/" + bring("new")), "new");
}

TEST_F(OutputFiles, EqualContentIsFoundByItsBytes) {
  directory_.write("session/a.md", "same");
  directory_.write("session/b.md", "diff");
  for (const char* name : {"b.md", "a.md"}) {
    Output output;
    output.file = name;
    output.exists = true;
    output.bytes = 4;
    session_.outputs.push_back(output);
  }
  FileDescriptor file = source("same");
  IncomingOutput incoming(folder_, file, 1000, "source");
  const Output* equal = incoming.find_equal(session_);
  ASSERT_NE(equal, nullptr);
  EXPECT_EQ(equal->file, "a.md");
}

TEST_F(OutputFiles, AnOutsideNameIsNeverComparedWith) {
  directory_.write("secret", "same");
  Output output;
  output.file = "../secret";
  output.exists = true;
  output.outside = true;
  output.bytes = 4;
  session_.outputs.push_back(output);
  FileDescriptor file = source("same");
  IncomingOutput incoming(folder_, file, 1000, "source");
  EXPECT_EQ(incoming.find_equal(session_), nullptr);
}

TEST_F(OutputFiles, NewOutputsOfOneSecondGetNamesOfTheirOwn) {
  EXPECT_EQ(create_output(folder_, session_, naming_).name, "2025-11-22_08-15-30_plan_cs-x.md");
  EXPECT_EQ(create_output(folder_, session_, naming_).name, "2025-11-22_08-15-30_plan-2_cs-x.md");
}

TEST_F(OutputFiles, ATakenNameMayBeALink) {
  std::filesystem::create_symlink(directory_.path_of("canary"),
                                  path_ + "/2025-11-22_08-15-30_plan_cs-x.md");
  EXPECT_EQ(bring("one"), "2025-11-22_08-15-30_plan-2_cs-x.md");
  EXPECT_EQ(create_output(folder_, session_, naming_).name, "2025-11-22_08-15-30_plan-3_cs-x.md");
  EXPECT_FALSE(directory_.exists("canary"));
}

}  // namespace
}  // namespace git_session
