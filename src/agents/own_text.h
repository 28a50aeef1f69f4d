#pragma once

#include <string>
#include <string_view>

namespace git_session::agents {

/// `text` with a last line that holds a digest of the others: by it a text of ours, of whatever
/// version, is told from one that somebody edited.
std::string with_digest(std::string_view text);
/// Whether a text is as with_digest() gave it, in some version; git may have changed its line ends.
bool has_own_digest(const std::string& text);

/// With every `\r\n` as `\n`.
std::string without_carriage_returns(const std::string& text);

}  // namespace git_session::agents
