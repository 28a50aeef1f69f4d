#pragma once

#include <string>
#include <string_view>

namespace git_session {

/// The body of a MIME part: lines of 76 characters, each ended by CRLF.
std::string encode_base64_lines(std::string_view bytes);

/// Text of a header, whatever it holds: as it is where it is short and plain ASCII, else as encoded
/// words (RFC 2047), each on a line of its own, of at most 64 characters. Control characters, line
/// breaks first of all, are shown as escapes.
std::string encode_header_text(std::string_view text);
/// The same for the name before an address: never one that needs quotes.
std::string encode_display_name(std::string_view name);

/// Text for HTML, between tags or in a quoted attribute.
std::string escape_html(std::string_view text);

}  // namespace git_session
