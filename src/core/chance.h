#pragma once

#include <string_view>

namespace git_session {

/// Whether a word looks drawn by lot, as keys and tokens are, and not made of words, as names are.
/// Takes 16 characters to tell.
bool looks_random(std::string_view word);

/// Whether a text stands in the place of a secret: `xxxx`, `<token>`, `${VAR}`, `your-api-key`,
/// `1234567890abcdef`.
bool is_placeholder(std::string_view text);

/// Whether a word is the name of some content and no secret: a commit id or another digest in
/// hexadecimal (40, 64, 96 or 128 digits), a UUID, a digest as lock files write it (`sha512-…`).
bool is_content_name(std::string_view word);

/// How many kinds of characters a word has: small letters, capitals, digits, signs. Hyphens, dots
/// and underscores are in names too, and count for nothing.
int kinds_of_characters(std::string_view word);

}  // namespace git_session
