#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace git_session {

/// Where a rule fits, before it is told in lines and columns.
struct SecretMatch {
  std::string_view rule;
  size_t begin = 0;
  size_t end = 0;
  std::string excerpt;
  /// Where what the excerpt repeats of the text begins; it repeats nothing unless set.
  size_t name_begin = std::string_view::npos;
};

inline bool is_letter(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}
inline bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }
inline bool is_letter_or_digit(char byte) { return is_letter(byte) || is_digit(byte); }
/// What the words of the rules are made of: the bytes of base64url.
inline bool is_word_byte(char byte) {
  return is_letter_or_digit(byte) || byte == '_' || byte == '-';
}

/// A token with a prefix of its own that begins at `at`.
std::optional<SecretMatch> match_token(std::string_view text, size_t at);
/// HEADER.PAYLOAD.SIGNATURE at `at`, the first two of which are JSON objects. Looks at three whole
/// words: to be tried once a word.
std::optional<SecretMatch> match_json_web_token(std::string_view text, size_t at);
/// `-----BEGIN … PRIVATE KEY-----` at `at`, with the key that follows; without one it is a mention.
/// Never looks past the next five dashes.
std::optional<SecretMatch> match_private_key(std::string_view text, size_t at);
/// `NAME = VALUE` in its many spellings, where `sign` is that of `=`, `:`, `>` or `|`, or the blank
/// behind `--NAME`: a name that says secret, and a value that looks drawn by lot.
std::optional<SecretMatch> match_assignment(std::string_view text, size_t sign);
/// `USER:PASSWORD@HOST` behind the `://` at `colon`, or a webhook of Slack.
std::optional<SecretMatch> match_url(std::string_view text, size_t colon);
/// The number of an account or a payment card that begins with the word at `at`.
std::optional<SecretMatch> match_number(std::string_view text, size_t at);

}  // namespace git_session
