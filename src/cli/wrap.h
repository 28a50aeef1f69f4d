#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace git_session {

/// The lines of a paragraph, broken at blanks so that each needs at most `width` columns; a longer
/// word has a line of its own. Never empty.
std::vector<std::string> wrap_paragraph(std::string_view text, size_t width);

/// The paragraphs of a text: what empty lines separate.
std::vector<std::string> paragraphs_of(std::string_view text);

}  // namespace git_session
