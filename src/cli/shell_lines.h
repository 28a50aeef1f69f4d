#pragma once

#include <string>
#include <string_view>

namespace git_session {

/// Shells that differ in how a variable is set.
enum class Shell { posix, fish };

/// The shell of that name or path (`fish`, `/usr/bin/fish`); everything that is not fish takes the
/// lines of a POSIX shell, as bash, zsh, dash and ksh do.
Shell shell_named(std::string_view name);

/// The line that makes `directory` the session of a shell and of what it starts.
std::string export_line(Shell shell, std::string_view directory);

}  // namespace git_session
