#pragma once

#include <string>

#include "core/retention.h"

namespace git_session {

/// What `--retention TEXT` says; throws Error(usage) for what is neither a policy nor a length.
RetentionChoice checked_retention(const std::string& text);

}  // namespace git_session
