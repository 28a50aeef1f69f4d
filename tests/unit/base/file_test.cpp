#include "base/file.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <functional>
#include <set>
#include <string>

#include "base/error.h"
#include "base/open_beneath.h"
#include "support/temporary_directory.h"

namespace git_session {
namespace {

using std::string_literals::operator""s;

/// "refused/symbolic-link" and the like; "nothing" when nothing is thrown.
std::string thrown_by(const std::function<void()>& action) {
  try {
    action();
  } catch (const Error& error) {
    return name_of(error.kind()) + (error.reason().empty() ? "" : "/" + error.reason());
  }
  return "nothing";
}

mode_t permissions_of(const std::string& path) {
  struct stat status;
  return stat(path.c_str(), &status) == 0 ? status.st_mode & 07777 : 0;
}

size_t open_descriptors() {
  const std::filesystem::directory_iterator entries("/proc/self/fd");
  return static_cast<size_t>(std::distance(begin(entries), end(entries)));
}

class FileTest : public testing::Test {
 protected:
  FileTest() : root_(*Directory::open(temporary_.path())) {}

  void link(const std::string& target, const std::string& name) const {
    std::filesystem::create_symlink(target, temporary_.path_of(name));
  }

  TemporaryDirectory temporary_;
  Directory root_;
};

TEST_F(FileTest, OpensOnlyDirectories) {
  temporary_.write("file", "");
  EXPECT_FALSE(Directory::open(temporary_.path_of("absent")));
  EXPECT_EQ(thrown_by([&] { Directory::open(temporary_.path_of("file")); }), "unavailable");
  temporary_.make_directory("folder");
  link("folder", "link");
  EXPECT_TRUE(Directory::open(temporary_.path_of("link")));
  EXPECT_EQ(root_.path(), temporary_.path());
  EXPECT_EQ(root_.path_of("a/b"), temporary_.path() + "/a/b");
  EXPECT_EQ(Directory::open("/")->path_of("a"), "/a");
}

TEST_F(FileTest, ReadsFiles) {
  temporary_.write("a/b/file", "content");
  temporary_.write("empty", "");
  EXPECT_EQ(root_.read_file("a/b/file", 100), "content");
  EXPECT_EQ(root_.read_file("empty", 0), "");
  EXPECT_EQ(root_.read_file("absent", 100), std::nullopt);
  EXPECT_EQ(root_.read_file("absent/file", 100), std::nullopt);
  EXPECT_EQ(root_.read_file("empty/file", 100), std::nullopt);
  EXPECT_EQ(Directory::open("/proc/self")->read_file("comm", 100).value_or(""), "unit_tests\n");
}

TEST_F(FileTest, ReadsUpToTheLimit) {
  for (const size_t size : {1UL, 4096UL, 65535UL, 65536UL, 65537UL, 1000000UL}) {
    const std::string bytes(size, 'x');
    temporary_.write("file", bytes);
    EXPECT_TRUE(root_.read_file("file", size) == bytes) << size;
    EXPECT_TRUE(root_.read_file("file", UINT64_MAX) == bytes) << size;
    EXPECT_EQ(thrown_by([&] { root_.read_file("file", size - 1); }), "refused/too-large") << size;
  }
}

TEST_F(FileTest, ReadsPipesUpToTheLimit) {
  int ends[2];
  ASSERT_EQ(pipe(ends), 0);
  const FileDescriptor reader(ends[0]);
  FileDescriptor writer(ends[1]);
  write_all(writer, "0123456789", "pipe");
  writer.reset();
  EXPECT_EQ(read_all(reader, 10, "pipe"), "0123456789");
  ASSERT_EQ(pipe(ends), 0);
  const FileDescriptor endless(ends[0]);
  const FileDescriptor source(ends[1]);
  write_all(source, "0123456789", "pipe");
  EXPECT_EQ(thrown_by([&] { read_all(endless, 9, "pipe"); }), "refused/too-large");
}

TEST_F(FileTest, RefusesPathsThatLeave) {
  temporary_.write("inside/file", "content");
  const Directory inside = *root_.open_directory("inside");
  for (const auto& path :
       {""s, "."s, ".."s, "../inside/file"s, "a/../file"s, "./file"s, "file/"s, "/etc/passwd"s,
        "//file"s, "a//b"s, "a/.."s, "a/."s, "file\0x"s, temporary_.path_of("inside/file")}) {
    EXPECT_EQ(thrown_by([&] { inside.open_file(path); }), "refused/path-escapes") << path;
    EXPECT_EQ(thrown_by([&] { inside.read_file(path, 9); }), "refused/path-escapes") << path;
    EXPECT_EQ(thrown_by([&] { inside.open_directory(path); }), "refused/path-escapes") << path;
    EXPECT_EQ(thrown_by([&] { inside.status(path); }), "refused/path-escapes") << path;
    EXPECT_EQ(thrown_by([&] { inside.make_directories(path); }), "refused/path-escapes") << path;
    EXPECT_EQ(thrown_by([&] { inside.make_directory(path); }), "refused/path-escapes") << path;
    EXPECT_EQ(thrown_by([&] { inside.create_file(path); }), "refused/path-escapes") << path;
    EXPECT_EQ(thrown_by([&] { inside.replace_file(path, "x"); }), "refused/path-escapes") << path;
    EXPECT_EQ(thrown_by([&] { inside.remove_file(path); }), "refused/path-escapes") << path;
    EXPECT_EQ(thrown_by([&] { inside.rename(path, root_, "x"); }), "refused/path-escapes") << path;
    EXPECT_EQ(thrown_by([&] { inside.rename("file", root_, path); }), "refused/path-escapes");
  }
  EXPECT_EQ(temporary_.read("inside/file"), "content");
}

TEST_F(FileTest, NamesAreNotPaths) {
  temporary_.write("folder/file", "content");
  EXPECT_EQ(thrown_by([&] { root_.create_file("folder/new"); }), "refused/path-escapes");
  EXPECT_EQ(thrown_by([&] { root_.replace_file("folder/file", ""); }), "refused/path-escapes");
  EXPECT_EQ(thrown_by([&] { root_.remove_file("folder/file"); }), "refused/path-escapes");
  EXPECT_EQ(thrown_by([&] { root_.make_directory("folder/new"); }), "refused/path-escapes");
}

TEST_F(FileTest, NeverGoesThroughLinks) {
  temporary_.write("outside/canary", "secret");
  temporary_.make_directory("tree/folder");
  link("../outside/canary", "tree/file-link");
  link("../outside", "tree/folder-link");
  link("folder", "tree/inner-link");
  link("nowhere", "tree/dangling");
  const Directory tree = *root_.open_directory("tree");
  for (const std::string path : {"file-link", "folder-link", "folder-link/canary", "inner-link",
                                 "inner-link/x", "dangling", "dangling/x"}) {
    EXPECT_EQ(thrown_by([&] { tree.open_file(path); }), "refused/symbolic-link") << path;
    EXPECT_EQ(thrown_by([&] { tree.open_directory(path); }), "refused/symbolic-link") << path;
    EXPECT_EQ(thrown_by([&] { tree.make_directories(path); }), "refused/symbolic-link") << path;
  }
  EXPECT_EQ(thrown_by([&] { tree.status("folder-link/canary"); }), "refused/symbolic-link");
  EXPECT_EQ(thrown_by([&] { tree.make_directories("folder-link/new"); }), "refused/symbolic-link");
  EXPECT_EQ(thrown_by([&] { tree.replace_file("file-link", "x"); }), "refused/symbolic-link");
  EXPECT_FALSE(tree.create_file("file-link"));
  EXPECT_FALSE(tree.create_file("dangling"));
  EXPECT_FALSE(temporary_.exists("outside/new"));
  EXPECT_FALSE(temporary_.exists("tree/nowhere"));
  EXPECT_EQ(temporary_.read("outside/canary"), "secret");
  try {
    tree.open_file("folder-link/canary");
  } catch (const Error& error) {
    EXPECT_NE(std::string(error.what()).find(tree.path_of("folder-link/canary")),
              std::string::npos);
  }
}

TEST_F(FileTest, ReadsOnlyRegularFiles) {
  temporary_.make_directory("folder");
  ASSERT_EQ(mkfifo(temporary_.path_of("pipe").c_str(), 0600), 0);
  const FileDescriptor listener(socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
  sockaddr_un address = {};
  address.sun_family = AF_UNIX;
  temporary_.path_of("socket").copy(address.sun_path, sizeof(address.sun_path) - 1);
  ASSERT_EQ(bind(listener.get(), reinterpret_cast<sockaddr*>(&address), sizeof(address)), 0);
  for (const char* name : {"folder", "pipe", "socket"})
    EXPECT_EQ(thrown_by([&] { root_.open_file(name); }), "refused/not-a-regular-file") << name;
  EXPECT_EQ(thrown_by([&] { Directory::open("/dev")->open_file("null"); }),
            "refused/not-a-regular-file");
}

TEST_F(FileTest, TellsWhatThingsAre) {
  temporary_.write("folder/file", "12345");
  link("folder", "link");
  ASSERT_EQ(mkfifo(temporary_.path_of("pipe").c_str(), 0600), 0);
  EXPECT_EQ(root_.status("folder/file")->type, FileType::regular);
  EXPECT_EQ(root_.status("folder/file")->size, 5U);
  EXPECT_GT(root_.status("folder/file")->modified, 1500000000);
  EXPECT_EQ(root_.status("folder")->type, FileType::directory);
  EXPECT_EQ(root_.status("link")->type, FileType::symbolic_link);
  EXPECT_EQ(root_.status("pipe")->type, FileType::other);
  EXPECT_FALSE(root_.status("absent"));
  EXPECT_FALSE(root_.status("absent/file"));
  EXPECT_FALSE(root_.status("folder/file/x"));
}

TEST_F(FileTest, KnowsItselfAfterAMove) {
  temporary_.make_directory("old");
  const Directory opened = *root_.open_directory("old");
  EXPECT_EQ(opened.own_status()->inode, root_.status("old")->inode);
  root_.rename("old", root_, "new");
  temporary_.make_directory("old");
  EXPECT_NE(opened.own_status()->inode, root_.status("old")->inode);
  EXPECT_EQ(opened.own_status()->inode, root_.status("new")->inode);
  EXPECT_EQ(opened.own_status()->device, root_.status("new")->device);
  std::filesystem::remove(temporary_.path_of("new"));
  EXPECT_FALSE(opened.own_status());
  EXPECT_TRUE(opened.entries().empty());
}

TEST_F(FileTest, ListsEntriesTwiceTheSame) {
  temporary_.write("file", "");
  temporary_.make_directory("folder");
  link("nowhere", "link");
  temporary_.write("bad\xff\nname", "");
  for (int round = 0; round < 2; ++round) {
    std::set<std::pair<std::string, FileType>> found;
    for (const DirectoryEntry& entry : root_.entries()) found.emplace(entry.name, entry.type);
    EXPECT_EQ(found,
              (std::set<std::pair<std::string, FileType>>{{"file", FileType::regular},
                                                          {"folder", FileType::directory},
                                                          {"link", FileType::symbolic_link},
                                                          {"bad\xff\nname", FileType::regular}}));
  }
}

TEST_F(FileTest, MakesDirectories) {
  const Directory deep = root_.make_directories("a/b/c");
  EXPECT_EQ(deep.path(), temporary_.path_of("a/b/c"));
  EXPECT_EQ(root_.make_directories("a/b/c").own_status()->inode, deep.own_status()->inode);
  EXPECT_TRUE(root_.make_directory("new"));
  EXPECT_FALSE(root_.make_directory("new"));
  temporary_.write("file", "");
  EXPECT_FALSE(root_.make_directory("file"));
  EXPECT_FALSE(root_.open_directory("absent"));
  EXPECT_EQ(thrown_by([&] { root_.open_directory("file"); }), "refused/not-a-directory");
  EXPECT_EQ(thrown_by([&] { root_.make_directories("file/x"); }), "refused/not-a-directory");
}

TEST_F(FileTest, CreatesFilesOnce) {
  auto file = root_.create_file("file", 0600);
  ASSERT_TRUE(file);
  write_all(*file, "content", "file");
  sync_file(*file, "file");
  EXPECT_FALSE(root_.create_file("file"));
  EXPECT_EQ(temporary_.read("file"), "content");
  EXPECT_EQ(permissions_of(temporary_.path_of("file")), 0600U);
  EXPECT_EQ(fcntl(file->get(), F_GETFD), FD_CLOEXEC);
  EXPECT_EQ(fcntl(root_.open_file("file")->get(), F_GETFD), FD_CLOEXEC);
  EXPECT_EQ(fcntl(root_.descriptor(), F_GETFD), FD_CLOEXEC);
}

TEST_F(FileTest, WritingToAFullDiskIsAnError) {
  const FileDescriptor full(::open("/dev/full", O_WRONLY | O_CLOEXEC));
  ASSERT_TRUE(full);
  EXPECT_EQ(thrown_by([&] { write_all(full, "x", "full"); }), "unavailable");
}

TEST_F(FileTest, SyncsWhatCannotBeSynced) {
  int ends[2];
  ASSERT_EQ(pipe(ends), 0);
  const FileDescriptor reader(ends[0]);
  const FileDescriptor writer(ends[1]);
  EXPECT_EQ(thrown_by([&] { sync_file(writer, "pipe"); }), "nothing");
  EXPECT_EQ(thrown_by([&] { sync_file(FileDescriptor(), "closed"); }), "unavailable");
}

TEST_F(FileTest, ReplacesFilesAsAWhole) {
  const mode_t mask = umask(027);
  root_.replace_file("file", "first");
  umask(mask);
  EXPECT_EQ(temporary_.read("file"), "first");
  EXPECT_EQ(permissions_of(temporary_.path_of("file")), 0640U);
  const auto reader = root_.open_file("file");
  root_.replace_file("file", std::string(300000, 'x'));
  EXPECT_EQ(read_all(*reader, 100, "file"), "first");
  EXPECT_EQ(temporary_.read("file"), std::string(300000, 'x'));
  EXPECT_EQ(root_.entries().size(), 1U);
}

TEST_F(FileTest, ReplacingKeepsPermissions) {
  temporary_.write("file", "old");
  for (const mode_t mode : {0600U, 0666U, 0755U, 0400U}) {
    ASSERT_EQ(chmod(temporary_.path_of("file").c_str(), mode), 0);
    root_.replace_file("file", "new");
    EXPECT_EQ(permissions_of(temporary_.path_of("file")), mode);
  }
}

TEST_F(FileTest, ReplacingLeavesOtherNamesOfTheFileAlone) {
  temporary_.write("canary", "secret");
  std::filesystem::create_hard_link(temporary_.path_of("canary"), temporary_.path_of("file"));
  root_.replace_file("file", "new");
  EXPECT_EQ(temporary_.read("canary"), "secret");
  EXPECT_EQ(temporary_.read("file"), "new");
}

TEST_F(FileTest, ReplacingGetsOverAStaleTemporary) {
  const std::string temporary_name = Directory::temporary_name_for("file");
  temporary_.write("canary", "secret");
  temporary_.write(temporary_name, "half of so");
  root_.replace_file("file", "whole");
  EXPECT_EQ(temporary_.read("file"), "whole");
  link("canary", temporary_name);
  root_.replace_file("file", "again");
  EXPECT_EQ(temporary_.read("file"), "again");
  EXPECT_EQ(temporary_.read("canary"), "secret");
  EXPECT_FALSE(temporary_.exists(temporary_name));
}

TEST_F(FileTest, ReplacesOnlyRegularFiles) {
  temporary_.make_directory("folder");
  EXPECT_EQ(thrown_by([&] { root_.replace_file("folder", "x"); }), "refused/not-a-regular-file");
  EXPECT_EQ(root_.entries().size(), 1U);
}

TEST_F(FileTest, FailedReplacementKeepsTheOldFile) {
  temporary_.write("file", "old");
  signal(SIGXFSZ, SIG_IGN);
  rlimit before;
  ASSERT_EQ(getrlimit(RLIMIT_FSIZE, &before), 0);
  rlimit small = before;
  small.rlim_cur = 1000;
  ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &small), 0);
  const std::string thrown = thrown_by([&] { root_.replace_file("file", std::string(5000, 'x')); });
  setrlimit(RLIMIT_FSIZE, &before);
  signal(SIGXFSZ, SIG_DFL);
  EXPECT_EQ(thrown, "unavailable");
  EXPECT_EQ(temporary_.read("file"), "old");
  EXPECT_EQ(root_.entries().size(), 1U);
}

TEST_F(FileTest, RemovesFiles) {
  temporary_.write("file", "");
  temporary_.write("canary", "secret");
  link("canary", "link");
  temporary_.make_directory("folder");
  root_.remove_file("file");
  root_.remove_file("link");
  root_.remove_file("absent");
  EXPECT_EQ(thrown_by([&] { root_.remove_file("folder"); }), "unavailable");
  EXPECT_EQ(root_.entries().size(), 2U);
  EXPECT_EQ(temporary_.read("canary"), "secret");
}

TEST_F(FileTest, RenamesNeverOntoSomething) {
  temporary_.write("from/file", "moved");
  temporary_.write("to/taken", "precious");
  temporary_.make_directory("to/empty");
  link("nowhere", "to/dangling");
  const Directory from = *root_.open_directory("from");
  const Directory to = *root_.open_directory("to");
  for (const char* name : {"taken", "empty", "dangling"})
    EXPECT_EQ(thrown_by([&] { from.rename("file", to, name); }), "conflict") << name;
  EXPECT_EQ(thrown_by([&] { root_.rename("from", to, "empty"); }), "conflict");
  EXPECT_EQ(thrown_by([&] { from.rename("absent", to, "new"); }), "unavailable");
  EXPECT_EQ(thrown_by([&] { root_.rename("to", to, "inside-itself"); }), "unavailable");
  EXPECT_EQ(temporary_.read("to/taken"), "precious");
  from.rename("file", to, "new");
  EXPECT_EQ(temporary_.read("to/new"), "moved");
  EXPECT_FALSE(temporary_.exists("from/file"));
  root_.rename("from", to, "folder");
  EXPECT_TRUE(temporary_.exists("to/folder"));
}

TEST_F(FileTest, LeaksNoDescriptors) {
  temporary_.write("folder/file", "content");
  link("folder", "link");
  const size_t before = open_descriptors();
  for (int round = 0; round < 3; ++round) {
    root_.read_file("folder/file", 100);
    root_.read_file("folder/absent", 100);
    thrown_by([&] { root_.read_file("folder/file", 1); });
    thrown_by([&] { root_.read_file("link/file", 1); });
    thrown_by([&] { root_.open_file("folder"); });
    root_.status("folder/file");
    root_.entries();
    root_.make_directories("x/y/z");
    root_.replace_file("new", "content");
    DirectoryLock::acquire(root_);
  }
  EXPECT_EQ(open_descriptors(), before);
}

TEST_F(FileTest, DescriptorsHaveOneOwner) {
  FileDescriptor first(::open("/dev/null", O_RDONLY | O_CLOEXEC));
  const int number = first.get();
  FileDescriptor second(std::move(first));
  EXPECT_FALSE(first);  // NOLINT: moved from on purpose
  first = std::move(second);
  EXPECT_EQ(first.get(), number);
  FileDescriptor& same = first;
  first = std::move(same);
  EXPECT_EQ(first.get(), number);
  EXPECT_EQ(first.release(), number);
  EXPECT_FALSE(first);
  EXPECT_EQ(::close(number), 0);
}

}  // namespace
}  // namespace git_session
