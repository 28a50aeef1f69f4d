#pragma once

#include "base/file.h"

namespace git_session {

/// Whether a session's folder holds nothing, or only drafts/ without a draft: a place that a hook
/// made for a chat which has written nothing yet. Git keeps no empty folders, and no list shows
/// one.
bool is_unused_place(const Directory& folder);

}  // namespace git_session
