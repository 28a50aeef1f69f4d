#pragma once

#include <string>

#include "confluence/convert_markdown.h"
#include "operations/workspace.h"

namespace git_session {

/// An output as the page that it would become.
struct PreparedPage {
  std::string session_id;
  std::string source_file;  ///< relative to the session folder
  std::string title;
  confluence::Conversion conversion;
};

/// Converts the output that `typed` means: Markdown as it is, any other text as code. Links to
/// outputs that were promoted lead to their pages. The title is `title`, else the output's, else
/// its first heading, else its topic. Throws as find_output_to_promote() does, and `refused` with
/// reason "not-a-file" when the output is kept elsewhere, "not-text" when it is no text.
PreparedPage prepare_page(const Workspace& workspace, const SessionLocation& location,
                          const std::string& typed, const std::string& title);

}  // namespace git_session
