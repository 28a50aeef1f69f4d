#pragma once

#include <rapidcheck.h>

#include <string>

#include "confluence/storage_document.h"

namespace git_session {

/// Any tree of the elements that pages are made of, in any nesting, with text that looks like
/// signs of Markdown; markers of comments among them.
rc::Gen<confluence::StorageNodes> any_storage_nodes();

/// The nodes with one small difference somewhere, which may be one without meaning.
confluence::StorageNodes changed_somewhere(confluence::StorageNodes nodes);

}  // namespace git_session
