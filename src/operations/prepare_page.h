#pragma once

#include <string>

#include "confluence/convert_markdown.h"
#include "operations/secret_gate.h"
#include "operations/workspace.h"

namespace git_session {

/// A picture that a page shows, to be attached to it.
struct PagePicture {
  std::string path;      ///< relative to the session folder
  std::string filename;  ///< STEM.HEX.EXTENSION: another picture has another name
  std::string media_type;
  std::string bytes;
};

/// An output as the page that it would become.
struct PreparedPage {
  std::string session_id;
  std::string source_file;  ///< relative to the session folder
  std::string title;
  std::string bytes;  ///< of the output
  Output output;
  confluence::Conversion conversion;
  std::vector<PagePicture> pictures;  ///< each that the conversion attaches, once
  SecretReport secrets;               ///< in the output, its title and its pictures
};

/// Converts the output that `typed` means for an edition of Confluence: Markdown as it is, any
/// other text as code. Links to outputs that were promoted lead to their pages. Only pictures that
/// are regular files of the session are taken; of others the text is shown. Secrets are reported
/// and hold nothing up; they are redacted where session.secrets says so. The title is `title`, else
/// the output's, else its first heading, else its topic. Throws as find_output_to_promote() does,
/// and `refused` with reason "not-a-file" when the output is kept elsewhere, "not-text" when it is
/// no text.
PreparedPage prepare_page(const Workspace& workspace, const SessionLocation& location,
                          const std::string& typed, const std::string& title,
                          confluence::Editor editor = confluence::Editor::current);

}  // namespace git_session
