#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace git_session::markdown {

/// What a line of Markdown looks like by itself.

bool is_blank(std::string_view text);

/// The column at which its first character stands that is no blank.
size_t indent_of(std::string_view text);

/// The run of backticks or tildes that opens a code block, else empty.
std::string_view fence_of(std::string_view text);
bool closes_fence(std::string_view text, std::string_view fence);

/// A list item's marker with the blanks around it.
struct Marker {
  size_t bytes = 0;
  size_t columns = 0;
};

/// nullopt when the line begins no list item with text.
std::optional<Marker> marker_of(std::string_view text);

/// What ends an HTML block that begins with `text`: nullopt when none begins, an empty word when it
/// ends at an empty line.
std::optional<std::string_view> html_end(std::string_view text);

}  // namespace git_session::markdown
