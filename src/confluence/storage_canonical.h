#pragma once

#include <string>
#include <string_view>

#include "confluence/storage_document.h"

namespace git_session::confluence {

/// Storage format in a form that is the same for pages that mean the same: without what servers
/// and editors add (ids, versions, default values, paragraphs around the text of items and cells,
/// markers of comments), and with one spelling of what has several. Everything that an author can
/// change on a page shows in it. For comparing and hashing, not for sending. Not changed by
/// doing it twice. Throws what parse_storage() throws.
std::string canonical_storage(std::string_view storage);

/// The same as a tree.
StorageNodes canonical_nodes(StorageNodes nodes);

}  // namespace git_session::confluence
