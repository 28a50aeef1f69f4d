#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/session.h"

namespace git_session {

/// The output that a new one takes the place of: the last listed one of the same agent in the same
/// folder, with the same topic in its name and the same extension, that nothing replaces yet and
/// whose name tells of no later time. Both stay. Empty when there is none, or when agent or topic
/// are not known.
std::string replaced_by(const Session& session, std::string_view file, std::string_view agent,
                        const std::vector<std::string>& known_agents);

/// Whether a later output of the session that is still there says that it takes the place of this
/// one.
bool is_superseded(const Session& session, const Output& output);

}  // namespace git_session
