#pragma once

#include <cstdint>
#include <ctime>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace git_session {

/// An open file descriptor, closed when it goes. Always O_CLOEXEC.
class FileDescriptor {
 public:
  FileDescriptor() = default;
  explicit FileDescriptor(int descriptor) : descriptor_(descriptor) {}
  FileDescriptor(FileDescriptor&& other) noexcept : descriptor_(other.release()) {}
  FileDescriptor& operator=(FileDescriptor&& other) noexcept;
  ~FileDescriptor() { reset(); }
  int get() const { return descriptor_; }
  explicit operator bool() const { return descriptor_ >= 0; }
  int release();
  void reset();

 private:
  int descriptor_ = -1;
};

enum class FileType { regular, directory, symbolic_link, other };

struct FileStatus {
  FileType type = FileType::other;
  uint64_t size = 0;
  std::time_t modified = 0;  ///< seconds since the epoch
  uint64_t inode = 0;
  uint64_t device = 0;
  unsigned mode = 0;  ///< permission bits
};

struct DirectoryEntry {
  std::string name;
  FileType type = FileType::other;
};

/// Reads to the end; throws `refused` (reason "too-large") past `limit` bytes, before reading when
/// the size tells.
std::string read_all(const FileDescriptor& file, uint64_t limit,
                     const std::string& name_for_messages);
/// The same for a regular file whose size is known already.
std::string read_sized(const FileDescriptor& file, uint64_t expected_size, uint64_t limit,
                       const std::string& name_for_messages);
/// At most `limit` bytes from where the file stands.
std::string read_up_to(const FileDescriptor& file, uint64_t limit,
                       const std::string& name_for_messages);
void write_all(const FileDescriptor& file, std::string_view bytes,
               const std::string& name_for_messages);

/// A directory opened once. Every relative path given to it is resolved beneath it, never through a
/// symbolic link, and must be plain names parted by single slashes: a link throws `refused` with
/// reason "symbolic-link"; an empty, `.`, `..` or absolute part with reason "path-escapes". Absent
/// things are nullopt; everything else the system says is a system_error().
class Directory {
 public:
  /// Follows links: for paths that the user or git named, never for names read from the tree.
  static std::optional<Directory> open(const std::string& path);

  /// The path as it was opened, for messages only.
  const std::string& path() const { return path_; }
  int descriptor() const { return descriptor_.get(); }
  std::string path_of(std::string_view relative) const;

  /// nullopt when absent; `refused` (reason "not-a-directory") when it is something else.
  std::optional<Directory> open_directory(std::string_view relative) const;
  /// Like mkdir -p, each new level fsynced into its parent.
  Directory make_directories(std::string_view relative) const;
  /// mkdir of one level, without fsync; false when something of that name exists.
  bool make_directory(const std::string& name) const;

  /// lstat: the link itself, not what it points to.
  std::optional<FileStatus> status(std::string_view relative) const;
  /// nullopt when this directory was removed meanwhile.
  std::optional<FileStatus> own_status() const;
  /// Without `.` and `..`, in no order.
  std::vector<DirectoryEntry> entries() const;

  /// A regular file for reading; nullopt when absent; `refused` for links, and for pipes, devices
  /// and directories (reason "not-a-regular-file").
  std::optional<FileDescriptor> open_file(std::string_view relative) const;
  std::optional<std::string> read_file(std::string_view relative, uint64_t limit) const;

  /// A new file for writing; nullopt when the name is taken.
  std::optional<FileDescriptor> create_file(const std::string& name, unsigned mode = 0666) const;
  /// Replaces or makes `name` as a whole: temporary file, fsync, rename, fsync of this directory. A
  /// crash leaves the old or the new content. Keeps the permissions of the old file; `refused` when
  /// the name is a link or no regular file. Needs the caller to be the only writer.
  void replace_file(const std::string& name, std::string_view bytes) const;
  /// The name under which replace_file() keeps its unfinished content; may be left behind by a
  /// crash.
  static std::string temporary_name_for(const std::string& name);

  /// Absent is as good as removed. Without fsync.
  void remove_file(const std::string& name) const;
  /// rmdir; false when something is in it, the system does not let it go, or it is not there.
  bool remove_directory(const std::string& name) const;
  /// rename(2) between two opened directories, both fsynced; never onto an existing thing
  /// (`conflict` when the target exists).
  void rename(const std::string& name, const Directory& target, const std::string& new_name) const;
  /// The same without fsync.
  void rename_unsynced(const std::string& name, const Directory& target,
                       const std::string& new_name) const;
  /// rename(2) in this directory onto the file that is there, without fsync.
  void rename_over(const std::string& name, const std::string& new_name) const;
  void sync() const;

 private:
  struct SizedFile {
    FileDescriptor file;
    uint64_t size = 0;
  };
  Directory(FileDescriptor descriptor, std::string path)
      : descriptor_(std::move(descriptor)), path_(std::move(path)) {}
  /// Throws `refused` unless `name` is one plain name.
  void check_name(const std::string& name) const;
  std::optional<SizedFile> open_sized(std::string_view relative) const;
  FileDescriptor descriptor_;
  std::string path_;
};

/// fsync; a file system that cannot do that for this file is no error.
void sync_file(const FileDescriptor& file, const std::string& name_for_messages);

/// An exclusive lock of a directory by flock on its descriptor, released when it goes or its holder
/// dies; nothing is created. Where the file system has no flock, a lock file with host, boot,
/// process and start time stands in for it.
class DirectoryLock {
 public:
  /// Waits up to 30 s, then throws `unavailable`. After the lock is held the caller must check that
  /// the path still names this directory.
  static DirectoryLock acquire(const Directory& directory);
  DirectoryLock(DirectoryLock&& other) noexcept;
  DirectoryLock& operator=(DirectoryLock&&) = delete;
  ~DirectoryLock();

 private:
  DirectoryLock(FileDescriptor directory, bool has_lock_file)
      : directory_(std::move(directory)), has_lock_file_(has_lock_file) {}
  FileDescriptor directory_;
  bool has_lock_file_;  ///< only where flock is missing
};

}  // namespace git_session
