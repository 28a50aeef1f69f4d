#pragma once

#include <cstddef>
#include <vector>

#include "cli/styled.h"
#include "markdown/node.h"

namespace git_session {

/// The lines of a Markdown table, of at most `width` columns each: the widest columns give way and
/// their cells are wrapped. A table with more columns than the width can hold becomes a list of
/// its rows, a line for each cell.
std::vector<Styled> render_markdown_table(const markdown::Node& table, size_t width);

}  // namespace git_session
