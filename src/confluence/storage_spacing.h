#pragma once

#include "confluence/storage_document.h"

namespace git_session::confluence {

/// Takes from all text the white space that means nothing, and makes paragraphs of text that
/// stands beside them; takes line breaks from the ends of paragraphs, and empty paragraphs from the
/// end of what holds them. Wants neighbouring text joined.
void settle_spacing(StorageNodes& nodes);

}  // namespace git_session::confluence
