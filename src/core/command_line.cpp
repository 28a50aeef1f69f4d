#include "core/command_line.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/text.h"
#include "core/secrets.h"

namespace git_session {
namespace {

constexpr size_t max_bytes = 1000;
constexpr std::array<std::string_view, 9> secret_words = {
    "password", "passwd", "token",      "secret",       "api-key",
    "api_key",  "apikey", "credential", "authorization"};
const std::string hidden = "***";

bool speaks_of_a_secret(std::string_view name) {
  for (std::string_view word : secret_words) {
    if (contains_ignoring_case(name, word)) return true;
  }
  return false;
}

bool is_option(std::string_view word) { return word.starts_with('-') && word.size() > 1; }

bool has_blank(std::string_view text) { return text.find_first_of(" \t\r\n") != text.npos; }

/// Cuts who logs in out of every address: `https://***@host`.
std::string without_logins(std::string word) {
  constexpr std::string_view mark = "://";
  for (size_t at = 0; (at = word.find(mark, at)) != word.npos;) {
    at += mark.size();
    const size_t end = std::min(word.find_first_of("/?# \t\r\n'\"", at), word.size());
    const size_t sign = std::string_view(word).substr(0, end).rfind('@');
    if (sign != word.npos && sign >= at) word.replace(at, sign - at, hidden);
  }
  return word;
}

/// The name in `NAME=value`, `--name=value` or a header as curl takes it (`X-Token: value`), with
/// the sign, when it speaks of a secret; else empty.
std::string_view secret_name(std::string_view word) {
  for (size_t at = 0; (at = word.find_first_of("=:", at)) != word.npos; ++at) {
    if (word.substr(at).starts_with("://")) continue;
    const std::string_view name = word.substr(0, at);
    if (has_blank(name)) return {};
    if (speaks_of_a_secret(name)) return word.substr(0, at + 1);
  }
  return {};
}

/// Tokens that everybody knows by their looks, whatever they stand behind.
std::string without_tokens(const std::string& word) {
  std::string shown;
  size_t at = 0;
  for (const SecretFinding& finding : find_secrets(word)) {
    shown += word.substr(at, finding.begin - at) + hidden;
    at = finding.end;
  }
  return shown + word.substr(at);
}

std::string without_secrets(const std::string& typed, bool follows_secret_option) {
  if (follows_secret_option && !is_option(typed)) return hidden;
  const std::string word = without_tokens(without_logins(typed));
  const std::string name(secret_name(word));
  if (!name.empty()) return name + (name.ends_with(':') ? " " : "") + hidden;
  // A script for `sh -c`: where in it the secret stands is not for us to guess.
  return has_blank(word) && speaks_of_a_secret(word) ? hidden : word;
}

/// As a shell would take it; the stars of a plain `name=***` need no quotes to be understood.
std::string shown_word(const std::string& word) {
  if (word == hidden) return word;
  const std::string quoted = quote_for_shell(replace_invalid_utf8(word));
  if (!word.ends_with("=" + hidden)) return quoted;
  const std::string name = word.substr(0, word.size() - hidden.size());
  return quote_for_shell(name) == name ? word : quoted;
}

std::string cut(const std::string& text) {
  if (text.size() <= max_bytes) return text;
  std::string shorter;
  size_t position = 0;
  while (position < max_bytes) {
    size_t begin = position;
    next_code_point(text, position);
    if (position <= max_bytes) shorter.append(text, begin, position - begin);
  }
  return shorter + "…";
}

}  // namespace

std::string describe_command(const std::vector<std::string>& words) {
  std::vector<std::string> shown;
  bool follows_secret_option = false;
  for (const std::string& word : words) {
    shown.push_back(shown_word(without_secrets(word, follows_secret_option)));
    follows_secret_option =
        is_option(word) && word.find('=') == word.npos && speaks_of_a_secret(word);
  }
  return cut(join(shown, " "));
}

}  // namespace git_session
