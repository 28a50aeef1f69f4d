#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>

#include "base/error.h"
#include "base/file.h"

namespace git_session {
namespace {

constexpr mode_t permission_bits = 0777;

/// Removes the unfinished file unless it was moved into place.
class UnfinishedFile {
 public:
  UnfinishedFile(const Directory& directory, std::string name)
      : directory_(directory), name_(std::move(name)) {}
  UnfinishedFile(const UnfinishedFile&) = delete;
  UnfinishedFile& operator=(const UnfinishedFile&) = delete;
  ~UnfinishedFile() {
    if (!is_in_place_) unlinkat(directory_.descriptor(), name_.c_str(), 0);
  }
  void mark_in_place() { is_in_place_ = true; }

 private:
  const Directory& directory_;
  std::string name_;
  bool is_in_place_ = false;
};

/// nullopt when there is no old file.
std::optional<mode_t> permissions_of(const Directory& directory, const std::string& name) {
  struct stat status;
  if (fstatat(directory.descriptor(), name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) {
    if (errno == ENOENT) return std::nullopt;
    throw system_error("cannot look at", directory.path_of(name), errno);
  }
  if (S_ISREG(status.st_mode)) return status.st_mode & permission_bits;
  const bool is_link = S_ISLNK(status.st_mode);
  throw Error(ErrorKind::refused, "'" + directory.path_of(name) + "' is " +
                                      (is_link ? "a symbolic link" : "not a regular file"))
      .with_reason(is_link ? "symbolic-link" : "not-a-regular-file");
}

void set_permissions(const FileDescriptor& file, mode_t wanted, const std::string& path) {
  struct stat status;
  if (fstat(file.get(), &status) != 0) throw system_error("cannot look at", path, errno);
  // Where all files have the same permissions, asking for those must not fail.
  if ((status.st_mode & permission_bits) == wanted) return;
  if (fchmod(file.get(), wanted) != 0)
    throw system_error("cannot set the permissions of", path, errno);
}

/// Network file systems report a failed write only here.
void close_checked(FileDescriptor file, const std::string& path) {
  if (::close(file.release()) != 0 && errno != EINTR)
    throw system_error("cannot write", path, errno);
}

/// After a rename the new state is there for all to see; only a power cut could still undo it.
void sync_after_rename(const Directory& directory, const std::string& path) {
  try {
    directory.sync();
  } catch (const Error& error) {
    throw Error(error.kind(),
                "'" + path + "' is in place, but may not survive a power cut: " + error.what(),
                error.hint());
  }
}

int rename_if_free_portably(int source, const char* name, int target, const char* new_name) {
  struct stat status;
  if (fstatat(target, new_name, &status, AT_SYMLINK_NOFOLLOW) == 0) {
    errno = EEXIST;
    return -1;
  }
  if (errno != ENOENT) return -1;
  return renameat(source, name, target, new_name);
}

int rename_if_free(int source, const char* name, int target, const char* new_name) {
#if defined(__linux__) && !defined(GIT_SESSION_PORTABLE)
  if (renameat2(source, name, target, new_name, RENAME_NOREPLACE) == 0) return 0;
  if (errno != EINVAL && errno != ENOSYS && errno != EPERM) return -1;
#endif
  return rename_if_free_portably(source, name, target, new_name);
}

}  // namespace

std::string Directory::temporary_name_for(const std::string& name) { return name + ".tmp"; }

void Directory::replace_file(const std::string& name, std::string_view bytes) const {
  check_name(name);
  const std::string temporary = temporary_name_for(name);
  const std::string path = path_of(name);
  const auto old_permissions = permissions_of(*this, name);
  remove_file(temporary);  // a crash may have left one
  auto file = create_file(temporary, old_permissions.value_or(0666));
  if (!file)
    throw Error(ErrorKind::conflict, "another program is writing '" + path + "'", "try again");
  UnfinishedFile unfinished(*this, temporary);
  write_all(*file, bytes, path);
  if (old_permissions) set_permissions(*file, *old_permissions, path);
  sync_file(*file, path);
  close_checked(std::move(*file), path);
  if (renameat(descriptor(), temporary.c_str(), descriptor(), name.c_str()) != 0)
    throw system_error("cannot replace", path, errno);
  unfinished.mark_in_place();
  sync_after_rename(*this, path);
}

void Directory::rename_unsynced(const std::string& name, const Directory& target,
                                const std::string& new_name) const {
  check_name(name);
  target.check_name(new_name);
  const std::string new_path = target.path_of(new_name);
  if (rename_if_free(descriptor(), name.c_str(), target.descriptor(), new_name.c_str()) != 0) {
    if (errno == EEXIST || errno == ENOTEMPTY)
      throw Error(ErrorKind::conflict, "'" + new_path + "' exists already");
    throw system_error("cannot move '" + path_of(name) + "' to", new_path, errno);
  }
}

void Directory::rename_over(const std::string& name, const std::string& new_name) const {
  check_name(name);
  check_name(new_name);
  if (renameat(descriptor(), name.c_str(), descriptor(), new_name.c_str()) != 0)
    throw system_error("cannot replace", path_of(new_name), errno);
}

void Directory::rename(const std::string& name, const Directory& target,
                       const std::string& new_name) const {
  rename_unsynced(name, target, new_name);
  const std::string new_path = target.path_of(new_name);
  // The target first: a power cut in between may show the thing twice, but never lose it.
  sync_after_rename(target, new_path);
  if (&target != this) sync_after_rename(*this, new_path);
}

}  // namespace git_session
