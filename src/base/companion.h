#pragma once

#include <optional>
#include <string>

namespace git_session {

// For the programs that git-session starts because of the libraries they need, and for itself.

/// A program that is installed together with this one: beside its file, or in `libexec/git-session`
/// next to the folder that this one lies in. nullopt when it is in neither.
std::optional<std::string> find_companion(const std::string& name);

/// Where this program is installed, with its completions below `share`; nullopt for one that is
/// not.
std::optional<std::string> installation_prefix();

/// Whether somebody still reads the pipe whose write end `descriptor` is: what a program does whose
/// reader is gone is noted by nobody.
bool has_reader(int descriptor);

/// A password in memory must not be left in a core file.
void forbid_core_files();

}  // namespace git_session
