#include <algorithm>
#include <array>

#include "core/chance.h"
#include "core/secret_match.h"

namespace git_session {
namespace {

/// What may follow a prefix.
enum class Alphabet {
  letters_and_digits,
  base32,        ///< capitals and 2 to 7
  word,          ///< letters, digits, `_` and `-`
  dotted_word,   ///< and dots
  base64_signs,  ///< letters, digits, `+`, `/`, `_`, `-` and `=`
};

struct TokenShape {
  std::string_view rule;
  std::string_view prefix;
  Alphabet alphabet;
  size_t shortest;  ///< of what follows the prefix
  size_t longest;
  std::string_view inner = {};  ///< what stands somewhere in it
};

constexpr size_t longest_with_claims = 1024;
constexpr size_t longest_routable = 320;

// As the makers publish them, or as their own scanners look for them.
constexpr std::array shapes = {
    TokenShape{"aws-access-key", "AKIA", Alphabet::base32, 16, 16},
    TokenShape{"aws-access-key", "ASIA", Alphabet::base32, 16, 16},
    TokenShape{"aws-access-key", "ABIA", Alphabet::base32, 16, 16},
    TokenShape{"aws-access-key", "ACCA", Alphabet::base32, 16, 16},
    TokenShape{"github-token", "ghp_", Alphabet::letters_and_digits, 36, 255},
    TokenShape{"github-token", "gho_", Alphabet::letters_and_digits, 36, 255},
    TokenShape{"github-token", "ghu_", Alphabet::letters_and_digits, 36, 255},
    TokenShape{"github-token", "ghr_", Alphabet::letters_and_digits, 36, 255},
    TokenShape{"github-token", "ghs_", Alphabet::dotted_word, 36, longest_with_claims},
    TokenShape{"github-token", "github_pat_", Alphabet::word, 82, 255},
    TokenShape{"gitlab-token", "glpat-", Alphabet::dotted_word, 20, longest_routable},
    TokenShape{"gitlab-token", "glptt-", Alphabet::dotted_word, 20, longest_routable},
    TokenShape{"gitlab-token", "gldt-", Alphabet::dotted_word, 20, longest_routable},
    TokenShape{"gitlab-token", "glrt-", Alphabet::dotted_word, 20, longest_routable},
    TokenShape{"gitlab-token", "glrtr-", Alphabet::dotted_word, 20, longest_routable},
    TokenShape{"gitlab-token", "glcbt-", Alphabet::dotted_word, 20, longest_routable},
    TokenShape{"gitlab-token", "glft-", Alphabet::dotted_word, 20, longest_routable},
    TokenShape{"gitlab-token", "glimt-", Alphabet::dotted_word, 20, longest_routable},
    TokenShape{"gitlab-token", "glagent-", Alphabet::dotted_word, 20, longest_routable},
    TokenShape{"gitlab-token", "gloas-", Alphabet::dotted_word, 20, longest_routable},
    TokenShape{"gitlab-token", "glsoat-", Alphabet::dotted_word, 20, longest_routable},
    TokenShape{"slack-token", "xoxb-", Alphabet::word, 24, 255},
    TokenShape{"slack-token", "xoxp-", Alphabet::word, 24, 255},
    TokenShape{"slack-token", "xoxa-", Alphabet::word, 24, 255},
    TokenShape{"slack-token", "xoxr-", Alphabet::word, 24, 255},
    TokenShape{"slack-token", "xoxs-", Alphabet::word, 24, 255},
    TokenShape{"slack-token", "xoxc-", Alphabet::word, 24, 255},
    TokenShape{"slack-token", "xoxe-", Alphabet::word, 24, 255},
    TokenShape{"slack-token", "xoxe.xoxp-", Alphabet::word, 24, 255},
    TokenShape{"slack-token", "xapp-", Alphabet::word, 24, 255},
    TokenShape{"stripe-key", "sk_live_", Alphabet::letters_and_digits, 16, 255},
    TokenShape{"stripe-key", "sk_test_", Alphabet::letters_and_digits, 16, 255},
    TokenShape{"stripe-key", "rk_live_", Alphabet::letters_and_digits, 16, 255},
    TokenShape{"stripe-key", "rk_test_", Alphabet::letters_and_digits, 16, 255},
    TokenShape{"stripe-key", "whsec_", Alphabet::base64_signs, 32, 255},
    TokenShape{"google-key", "AIza", Alphabet::word, 35, 35},
    TokenShape{"google-key", "GOCSPX-", Alphabet::word, 28, 28},
    TokenShape{"atlassian-token", "ATATT3", Alphabet::base64_signs, 100, 400},
    TokenShape{"atlassian-token", "ATCTT3", Alphabet::base64_signs, 100, 400},
    TokenShape{"atlassian-token", "ATBB", Alphabet::letters_and_digits, 32, 32},
    TokenShape{"npm-token", "npm_", Alphabet::letters_and_digits, 36, 255},
    TokenShape{"pypi-token", "pypi-", Alphabet::word, 80, longest_with_claims, "AgE"},
    TokenShape{"openai-key", "sk-", Alphabet::word, 40, 255, "T3BlbkFJ"},
    TokenShape{"anthropic-key", "sk-ant-", Alphabet::word, 80, 255}};

/// The token of the example on jwt.io, which every text about them repeats.
constexpr std::string_view sub_of_example = "eyJzdWIiOiIxMjM0NTY3ODkwI";
constexpr std::string_view json_prefix = "eyJ";
constexpr size_t shortest_jwt_part = 16;

bool is_in(Alphabet alphabet, char byte) {
  switch (alphabet) {
    case Alphabet::letters_and_digits:
      return is_letter_or_digit(byte);
    case Alphabet::base32:
      return (byte >= 'A' && byte <= 'Z') || (byte >= '2' && byte <= '7');
    case Alphabet::word:
      return is_word_byte(byte);
    case Alphabet::dotted_word:
      return is_word_byte(byte) || byte == '.';
    case Alphabet::base64_signs:
      return is_word_byte(byte) || byte == '+' || byte == '/' || byte == '=';
  }
  return false;
}

/// Of what stands at the beginning of `text`.
size_t length_in(Alphabet alphabet, std::string_view text, size_t most) {
  size_t length = 0;
  while (length < text.size() && length <= most && is_in(alphabet, text[length])) ++length;
  // The dot at the end of a sentence.
  while (alphabet == Alphabet::dotted_word && length > 0 && text[length - 1] == '.') --length;
  return length;
}

std::optional<SecretMatch> match_shape(const TokenShape& shape, std::string_view text, size_t at) {
  const std::string_view rest = text.substr(at + shape.prefix.size());
  const size_t length = length_in(shape.alphabet, rest, shape.longest);
  if (length < shape.shortest || length > shape.longest) return std::nullopt;
  if (length < rest.size() && is_letter_or_digit(rest[length])) return std::nullopt;
  const std::string_view value = rest.substr(0, length);
  const bool has_digit = std::any_of(value.begin(), value.end(), is_digit);
  if (!has_digit && shape.alphabet != Alphabet::base32) return std::nullopt;
  if (value.find(shape.inner) == value.npos || is_placeholder(value)) return std::nullopt;
  return SecretMatch{shape.rule, at, at + shape.prefix.size() + length,
                     std::string(shape.prefix) + "…"};
}

size_t length_of_word(std::string_view text, size_t at) {
  size_t length = 0;
  while (at + length < text.size() && is_word_byte(text[at + length])) ++length;
  return length;
}

}  // namespace

std::optional<SecretMatch> match_token(std::string_view text, size_t at) {
  const std::string_view rest = text.substr(at);
  if (rest.size() < 2) return std::nullopt;
  for (const TokenShape& shape : shapes) {
    const std::string_view prefix = shape.prefix;
    if (rest[0] != prefix[0] || rest[1] != prefix[1] || !rest.starts_with(prefix)) continue;
    if (auto match = match_shape(shape, text, at)) return match;
  }
  return std::nullopt;
}

std::optional<SecretMatch> match_json_web_token(std::string_view text, size_t at) {
  if (!text.substr(at).starts_with(json_prefix)) return std::nullopt;
  size_t end = at + length_of_word(text, at);
  if (end - at < shortest_jwt_part || end >= text.size() || text[end] != '.') return std::nullopt;
  const std::string_view payload = text.substr(end + 1);
  if (!payload.starts_with(json_prefix) || payload.starts_with(sub_of_example)) return std::nullopt;
  end += 1 + length_of_word(text, end + 1);
  if (end >= text.size() || text[end] != '.') return std::nullopt;
  const size_t signature = length_of_word(text, end + 1);
  if (signature < shortest_jwt_part || is_placeholder(text.substr(end + 1, signature)))
    return std::nullopt;
  return SecretMatch{"json-web-token", at, end + 1 + signature, "eyJ…"};
}

}  // namespace git_session
