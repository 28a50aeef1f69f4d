#pragma once

#include "confluence/storage_document.h"

namespace git_session::confluence {

/// Joins neighbouring text and styles, and nests the styles in one order: what looks the same
/// becomes the same nodes. Styles around nothing, and one within itself, vanish.
StorageNodes join_marks(StorageNodes nodes);

}  // namespace git_session::confluence
