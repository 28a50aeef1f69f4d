#pragma once

#include <cmark-gfm.h>

#include <optional>
#include <string>
#include <vector>

#include "markdown/node.h"

namespace git_session::markdown {

/// What cmark says of a node, in our words.

/// Valid UTF-8; empty for nullptr.
std::string string_of(const char* text);

/// nullopt: a kind that we have no name for.
std::optional<Kind> kind_of(cmark_node* node);

Task task_of(cmark_node* item);

/// One for each column.
std::vector<CellAlignment> alignments_of(cmark_node* table);

}  // namespace git_session::markdown
