#pragma once

#include <string>
#include <vector>

namespace git_session {

/// A command as metadata keeps it: its words quoted for a shell, on one line, cut at 1000 bytes.
/// What follows an option, variable or header whose name speaks of a password, a token or a key
/// becomes `***`, and so does a word with blanks that speaks of one, who logs in at an address, and
/// whatever find_secrets() finds: the file is shared.
std::string describe_command(const std::vector<std::string>& words);

}  // namespace git_session
