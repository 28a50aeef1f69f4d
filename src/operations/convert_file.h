#pragma once

#include <string>

#include "confluence/convert_markdown.h"

namespace git_session {

/// The Markdown file of that name, `-` for standard input, as Confluence storage format; needs no
/// repository. Throws `not_found`, `usage` for a folder, `refused` (reason "too-large") past 64
/// MiB.
confluence::Conversion convert_file(const std::string& file,
                                    const confluence::ConversionOptions& options);

}  // namespace git_session
