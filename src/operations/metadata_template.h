#pragma once

#include <string>

namespace git_session {

/// A metadata file with every key filled in and explained behind it: valid as it stands.
std::string metadata_template();

}  // namespace git_session
