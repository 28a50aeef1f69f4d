#pragma once

#include "markdown/node.h"

namespace git_session::confluence {

/// Makes nodes of the kind wiki_macro of what stands between `{panel}` and `{panel}` and the like
/// (wiki_mark_in()): the first one begins a line, the second one ends a line of the same paragraph
/// or of a later one beside it, or the list, quote or table between them. All others stay text.
void enclose_wiki_macros(markdown::Node& document);

}  // namespace git_session::confluence
