#pragma once

#include <cstddef>
#include <vector>

#include "cli/styled.h"
#include "markdown/document.h"

namespace git_session {

/// A Markdown document as lines for a terminal of `width` columns, at least 20. Only lines of code
/// are wider. Prose is set in lines of at most 100 columns.
std::vector<Styled> render_markdown(const markdown::Document& document, size_t width);

}  // namespace git_session
