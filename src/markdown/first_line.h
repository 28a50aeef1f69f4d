#pragma once

#include <cmark-gfm.h>

namespace git_session::markdown {

/// The line on which a block starts, also where cmark tells it wrongly; 0 when nothing tells.
int first_line_of(cmark_node* block);

}  // namespace git_session::markdown
