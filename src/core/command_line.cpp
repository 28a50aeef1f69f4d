#include "core/command_line.h"

#include <array>
#include <string_view>

#include "base/text.h"

namespace git_session {
namespace {

constexpr size_t max_bytes = 1000;
constexpr std::array<std::string_view, 8> secret_words = {
    "password", "passwd", "token", "secret", "api-key", "api_key", "apikey", "credential"};
const std::string hidden = "***";

bool speaks_of_a_secret(std::string_view name) {
  for (std::string_view word : secret_words) {
    if (contains_ignoring_case(name, word)) return true;
  }
  return false;
}

bool is_option(std::string_view word) { return word.starts_with('-') && word.size() > 1; }

/// A header as curl takes it: `Authorization: Bearer …`.
bool is_authorization(std::string_view word) {
  return contains_ignoring_case(word, "authorization:");
}

std::string without_secrets(const std::string& word, bool follows_secret_option) {
  if (follows_secret_option && !is_option(word)) return hidden;
  if (is_authorization(word)) return word.substr(0, word.find(':') + 1) + " " + hidden;
  size_t equals = word.find('=');
  if (equals == word.npos || !speaks_of_a_secret(word.substr(0, equals))) return word;
  return word.substr(0, equals + 1) + hidden;
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
    std::string plain = without_secrets(word, follows_secret_option);
    bool is_safe = plain == hidden || plain.ends_with("=" + hidden);
    shown.push_back(is_safe ? plain : quote_for_shell(replace_invalid_utf8(plain)));
    follows_secret_option =
        is_option(word) && word.find('=') == word.npos && speaks_of_a_secret(word);
  }
  return cut(join(shown, " "));
}

}  // namespace git_session
