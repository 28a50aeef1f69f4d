#pragma once

#include "confluence/storage_document.h"

namespace git_session::confluence {

/// Takes from an element what servers and editors add to it, writes styles in one way, and sorts
/// the attributes that are left.
void make_canonical_attributes(StorageNode& element);

}  // namespace git_session::confluence
