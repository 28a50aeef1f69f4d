#include <algorithm>
#include <array>

#include "base/text.h"
#include "core/byte_set.h"
#include "core/chance.h"
#include "core/secret_match.h"

namespace git_session {
namespace {

constexpr size_t longest_name = 64;
constexpr size_t longest_value = 256;
constexpr size_t most_glue = 16;
constexpr size_t shortest_password = 8;
constexpr ByteSet quotes("\"'`");
constexpr ByteSet glue(" \t*\\\"'`");
constexpr ByteSet signs("=:>|");

/// How the names of secrets end, in small letters and without `_`, `-` and `.`.
constexpr std::array<std::string_view, 21> secret_endings = {
    "secret",        "token",         "apikey",    "accesskey",  "secretkey",     "authkey",
    "accountkey",    "sharedkey",     "masterkey", "signingkey", "encryptionkey", "privatekey",
    "secretkeybase", "jwtkey",        "authtoken", "credential", "credentials",   "appkey",
    "bearer",        "authorization", "storagekey"};
constexpr std::array<std::string_view, 5> password_endings = {"password", "passwd", "passphrase",
                                                              "pwd", "passwort"};

bool is_name_byte(char byte) { return is_word_byte(byte) || byte == '.'; }

/// What stands left of a sign, and of how it is quoted: `"api_key" :`, `**API key**:`, `--token=`.
struct Name {
  std::string_view written;
  std::string plain;  ///< small letters alone
};

std::string_view word_before(std::string_view text, size_t end) {
  size_t begin = end;
  while (begin > 0 && end - begin < longest_name && is_name_byte(text[begin - 1])) --begin;
  return text.substr(begin, end - begin);
}

Name named(std::string_view written) {
  Name name{written, {}};
  for (const char byte : written)
    if (is_letter(byte)) name.plain += static_cast<char>(byte | 0x20);
  return name;
}

/// Where the name left of a sign ends.
size_t end_of_name(std::string_view text, size_t sign) {
  size_t end = sign;
  while (end > 0 && sign - end < most_glue && glue.contains(text[end - 1])) --end;
  return end;
}

Name name_before(std::string_view text, size_t sign) {
  const size_t end = end_of_name(text, sign);
  const std::string_view word = word_before(text, end);
  const size_t begin = end - word.size();
  // "API key": the word before tells which.
  if (!equals_ignoring_case(word, "key") || begin == 0 || text[begin - 1] != ' ')
    return named(word);
  const std::string_view first = word_before(text, begin - 1);
  return named(text.substr(begin - 1 - first.size(), first.size() + 1 + word.size()));
}

template <size_t size>
bool ends_with_any(std::string_view text, const std::array<std::string_view, size>& endings) {
  return std::any_of(endings.begin(), endings.end(),
                     [&](std::string_view ending) { return text.ends_with(ending); });
}

/// Rules most text out at once: all endings have one of these letters at their end.
bool may_be_secret_name(std::string_view text, size_t sign) {
  constexpr ByteSet last_letters("tnydesrTNYDESR0123456789");
  const size_t end = end_of_name(text, sign);
  return end > 0 && last_letters.contains(text[end - 1]);
}

bool is_password(const Name& name) {
  // "pass" alone is what tests do.
  return ends_with_any(name.plain, password_endings) || name.written.ends_with("_pass") ||
         name.written.ends_with("_PASS");
}

struct Value {
  size_t begin = 0;
  std::string_view text;
  bool is_quoted = false;
};

/// `Bearer`, `Basic` and `token` in front of what an HTTP header carries.
size_t length_of_scheme(std::string_view text) {
  for (const std::string_view scheme : {"Bearer ", "Basic ", "token ", "Token "})
    if (equals_ignoring_case(text.substr(0, scheme.size()), scheme)) return scheme.size();
  return 0;
}

std::string_view unquoted(std::string_view rest) {
  constexpr ByteSet ends(" \t\r\n\"'`,;|<>)]}");
  std::string_view value = ends.text_before(rest);
  // ?token=VALUE&page=2
  const size_t next = value.find('&');
  if (next != value.npos && value.find('=', next) != value.npos) value = value.substr(0, next);
  while (!value.empty() && (value.ends_with('.') || value.ends_with('*') || value.ends_with('\\')))
    value.remove_suffix(1);
  return value;
}

std::optional<Value> value_after(std::string_view text, size_t sign) {
  size_t begin = sign + 1;
  const size_t farthest = std::min(text.size(), begin + most_glue);
  while (begin < farthest && (glue.contains(text[begin]) || signs.contains(text[begin]))) ++begin;
  begin += length_of_scheme(text.substr(begin, longest_value));
  if (begin >= text.size()) return std::nullopt;
  const char before = text[begin - 1];
  Value value{begin, {}, quotes.contains(before)};
  const std::string_view rest = text.substr(begin, longest_value);
  if (!value.is_quoted) {
    value.text = unquoted(rest);
    return value;
  }
  const size_t end = rest.find(before);
  value.text = rest.substr(0, end);
  if (end == rest.npos || value.text.find('\n') != rest.npos) return std::nullopt;
  if (value.text.ends_with('\\')) value.text.remove_suffix(1);  // \"…\" in a string
  return value;
}

/// What code writes on the right side, and what only looks like a secret.
bool is_something_else(const Value& value) {
  constexpr ByteSet in_no_secret(" \t()[]{}");
  const std::string_view text = value.text;
  if (in_no_secret.text_before(text).size() < text.size()) return true;
  if (text.find("://") != text.npos || text.find("::") != text.npos || text.find("->") != text.npos)
    return true;
  // VALUE= is the padding of base64, NAME=VALUE another assignment.
  const size_t equals = std::min(text.find('='), text.size());
  if (!value.is_quoted && text.find_first_not_of('=', equals) != text.npos) return true;
  return text.starts_with('/') || text.starts_with("./") || text.starts_with('~') ||
         text.starts_with('@') || is_content_name(text) || is_placeholder(text);
}

/// An unquoted value that more words follow is the beginning of a sentence.
bool stands_alone(std::string_view text, const Value& value) {
  size_t end = value.begin + value.text.size();
  while (end < text.size() && (text[end] == ' ' || text[end] == '\t' || text[end] == '`' ||
                               text[end] == '*' || text[end] == '|'))
    ++end;
  // What was redacted behind it was more words, too.
  return end >= text.size() || (!is_letter_or_digit(text[end]) && text[end] != '[');
}

/// Passwords are shorter than keys: three kinds of characters, digits among them, have to do.
bool looks_like_password(std::string_view text) {
  constexpr int enough_kinds = 3;
  constexpr size_t longest_plain = 40;
  const bool has_digit = std::any_of(text.begin(), text.end(), is_digit);
  const bool is_ascii =
      std::all_of(text.begin(), text.end(), [](char byte) { return byte > ' ' && byte < 0x7f; });
  return text.size() >= shortest_password && text.size() <= longest_plain && has_digit &&
         is_ascii && kinds_of_characters(text) >= enough_kinds;
}

}  // namespace

std::optional<SecretMatch> match_assignment(std::string_view text, size_t sign) {
  if (!may_be_secret_name(text, sign)) return std::nullopt;
  const Name name = name_before(text, sign);
  const bool may_be_short = is_password(name);
  if (!may_be_short && !ends_with_any(name.plain, secret_endings)) return std::nullopt;
  const auto value = value_after(text, sign);
  if (!value || is_something_else(*value)) return std::nullopt;
  // `password: db_password` names another one, and what is shown is the name.
  if (contains_ignoring_case(name.written, value->text)) return std::nullopt;
  const bool is_found =
      looks_random(value->text) || (may_be_short && looks_like_password(value->text) &&
                                    (value->is_quoted || stands_alone(text, *value)));
  if (!is_found) return std::nullopt;
  return SecretMatch{"assigned-secret", value->begin, value->begin + value->text.size(),
                     std::string(name.written) + " = …",
                     static_cast<size_t>(name.written.data() - text.data())};
}

}  // namespace git_session
