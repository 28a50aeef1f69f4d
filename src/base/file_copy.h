#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/file.h"

namespace git_session {

/// A regular file that the user named, for reading. `path` must be resolved: a link at its end is
/// refused, as are pipes, devices and directories (reason "not-a-regular-file"); nullopt when
/// absent.
std::optional<FileDescriptor> open_named_file(const std::string& path);

/// Whether the kernel makes up the content of this file when it is read (/proc, /sys and the like):
/// its size says nothing, and reading may never end.
bool is_made_up(const FileDescriptor& file);

/// Appends what `source` still has to `target`; returns the number of bytes. Throws `refused`
/// (reason "too-large") past `limit` bytes, with `target` left as far as it came.
uint64_t copy_rest(const FileDescriptor& source, const FileDescriptor& target, uint64_t limit,
                   const std::string& source_name, const std::string& target_name);

/// Whether two regular files hold the same bytes, from their beginnings.
bool have_equal_contents(const FileDescriptor& left, const FileDescriptor& right);

/// A file without a name, in TMPDIR: gone when it is closed.
FileDescriptor make_nameless_file();

/// Goes back to the beginning of a regular file.
void rewind_file(const FileDescriptor& file);

FileStatus status_of(const FileDescriptor& file);

}  // namespace git_session
