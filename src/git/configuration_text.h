#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "git/configuration.h"

namespace git_session {

/// The entries of one file in git's configuration syntax, exactly as `git config --list` tells
/// them; nullopt for whatever is not everyday (an include, a construct that versions of git read
/// differently, an error): ask git then. The grammar is that of git-config(1), "Syntax".
std::optional<std::vector<ConfigurationEntry>> parse_configuration_text(std::string_view text,
                                                                        const std::string& scope,
                                                                        const std::string& origin);

}  // namespace git_session
