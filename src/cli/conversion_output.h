#pragma once

#include "cli/console.h"
#include "confluence/convert_markdown.h"

namespace git_session {

/// The page on stdout, and on stderr what could not be shown as it was meant, by line.
void print_conversion(Console& console, const confluence::Conversion& conversion);

}  // namespace git_session
