#pragma once

#include <string>

#include "core/session.h"

namespace git_session {

/// The text of a new metadata file, version 1, block style: one key and one list item a line.
std::string new_metadata(const Session& session);

}  // namespace git_session
