#include "base/file_copy.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>

#include "base/error.h"
#include "support/temporary_directory.h"

namespace git_session {
namespace {

FileDescriptor opened(const std::string& path) { return std::move(*open_named_file(path)); }

TEST(OpenNamedFile, TakesRegularFilesOnly) {
  TemporaryDirectory folder;
  std::string file = folder.write("a", "x");
  EXPECT_TRUE(open_named_file(file).has_value());
  EXPECT_FALSE(open_named_file(folder.path_of("absent")).has_value());
  std::filesystem::create_symlink(file, folder.path_of("link"));
  mkfifo(folder.path_of("pipe").c_str(), 0600);
  for (const char* name : {"link", "pipe", "."}) {
    SCOPED_TRACE(name);
    try {
      open_named_file(folder.path_of(name));
      ADD_FAILURE() << "was opened";
    } catch (const Error& error) {
      EXPECT_EQ(error.reason(), "not-a-regular-file");
    }
  }
}

TEST(HaveEqualContents, ComparesEveryByte) {
  TemporaryDirectory folder;
  std::string long_text(200000, 'a');
  std::string other_end = long_text;
  other_end.back() = 'b';
  struct Case {
    std::string left;
    std::string right;
    bool equal;
  };
  const Case cases[] = {{"", "", true},
                        {"a", "", false},
                        {"ab", "ac", false},
                        {long_text, long_text, true},
                        {long_text, other_end, false},
                        {long_text, long_text + "a", false},
                        {std::string(65536, 'a'), std::string(65536, 'a'), true}};
  for (const Case& test : cases) {
    FileDescriptor left = opened(folder.write("left", test.left));
    FileDescriptor right = opened(folder.write("right", test.right));
    EXPECT_EQ(have_equal_contents(left, right), test.equal) << test.left.size();
    EXPECT_EQ(have_equal_contents(right, left), test.equal);
  }
}

TEST(CopyRest, CopiesAllOrSaysThatItIsTooMuch) {
  TemporaryDirectory folder;
  FileDescriptor source = opened(folder.write("source", std::string(100000, 'a')));
  FileDescriptor target = make_nameless_file();
  EXPECT_EQ(copy_rest(source, target, 100000, "source", "target"), 100000u);
  rewind_file(target);
  EXPECT_TRUE(have_equal_contents(source, target));
  rewind_file(source);
  FileDescriptor other = make_nameless_file();
  EXPECT_THROW(copy_rest(source, other, 99999, "source", "target"), Error);
}

}  // namespace
}  // namespace git_session
