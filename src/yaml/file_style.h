#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "yaml/document.h"

namespace git_session::yaml {

/// How the author of a file writes: what new lines imitate where they have no closer neighbour.
struct FileStyle {
  size_t indent_step = 2;               ///< columns from a mapping to one inside it
  size_t dash_offset = 2;               ///< columns from a key to the dashes of its items
  Style text = Style::plain;            ///< what most texts have, where it can carry a text
  Style quotes = Style::double_quoted;  ///< what most quoted texts have
  std::string_view line_ending = "\n";
};
FileStyle file_style_of(const Document& document);

/// The style for a new `text`: `neighbour`'s when that can carry it, else the file's.
Style choose_style(const FileStyle& file, std::string_view text, std::optional<Style> neighbour,
                   bool in_flow);

}  // namespace git_session::yaml
