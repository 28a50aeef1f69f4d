#pragma once

#include <optional>
#include <string>

#include "git/configuration.h"
#include "git/layout.h"

namespace git_session {

/// What `git config --list` tells in an everyday layout, read from the files themselves, because
/// starting git costs as much as all the rest of a short command. nullopt where only git can say:
/// another owner, includes, extensions of the format, configuration from the environment, an
/// unreadable file, or a git that keeps its system file we do not know where.
std::optional<Configuration> read_everyday_configuration(const std::string& git_program,
                                                         const Layout& layout);

}  // namespace git_session
