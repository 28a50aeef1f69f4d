#pragma once

#include <string>
#include <vector>

namespace git_session {

/// A command as metadata keeps it: its words quoted for a shell, on one line, cut at 1000 bytes.
/// What follows an option or variable whose name speaks of a password, a token or a key becomes
/// `***`: the file is shared.
std::string describe_command(const std::vector<std::string>& words);

}  // namespace git_session
