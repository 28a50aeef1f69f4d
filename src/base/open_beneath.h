#pragma once

#include <string>
#include <string_view>

namespace git_session {

/// Whether `relative` consists of names parted by single slashes, none of them `.` or `..`.
bool stays_beneath(std::string_view relative);

/// Opens `relative` beneath an opened directory, never through a symbolic link; close-on-exec, made
/// by nobody: `flags` has no O_CREAT. -1 and errno on failure; errno is ELOOP when the path is or
/// passes through a link, and EXDEV when it leaves the directory.
int open_beneath(int directory, const std::string& relative, int flags);

}  // namespace git_session
