#pragma once

#include "cli/styled_words.h"
#include "markdown/node.h"

namespace git_session {

/// Adds the inline children of `node` in `style` and their own: links as text and ‹address›,
/// pictures as what stands for them.
void add_inlines(StyledWords& words, const markdown::Node& node, Style style = Style::plain);

}  // namespace git_session
