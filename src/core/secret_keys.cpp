#include <algorithm>

#include "core/chance.h"
#include "core/secret_match.h"

namespace git_session {
namespace {

constexpr std::string_view begin_mark = "-----BEGIN ";
constexpr std::string_view end_mark = "-----END ";
constexpr std::string_view dashes = "-----";
constexpr size_t longest_label = 40;
/// A line of a key is 64 characters or more, and no word is that long; the shortest key, of 32
/// bytes, has 64 all in all.
constexpr size_t shortest_line = 32;
/// Headers of old PEM and of PGP between the first line and the key.
constexpr size_t longest_headers = 512;
/// From the last whole line to the end: another line, a checksum, and how they are quoted.
constexpr size_t longest_closing = 256;

bool is_base64(char byte) {
  return is_letter_or_digit(byte) || byte == '+' || byte == '/' || byte == '=';
}

/// `RSA PRIVATE KEY` of `-----BEGIN RSA PRIVATE KEY-----`; empty when no key begins there.
std::string_view label_at(std::string_view text, size_t at) {
  if (!text.substr(at).starts_with(begin_mark)) return {};
  const std::string_view rest = text.substr(at + begin_mark.size(), longest_label + dashes.size());
  const std::string_view label = rest.substr(0, rest.find(dashes));
  const bool is_key = label.size() < rest.size() &&
                      (label.ends_with("PRIVATE KEY") || label.ends_with("PRIVATE KEY BLOCK"));
  return is_key ? label : std::string_view();
}

size_t base64_length(std::string_view text) {
  size_t length = 0;
  while (length < text.size() && is_base64(text[length])) ++length;
  return length;
}

/// Where the last of the lines of base64 ends that follow on `at`, up to the next five dashes;
/// nullopt when there are none.
std::optional<size_t> end_of_key(std::string_view text, size_t at) {
  std::optional<size_t> end;
  size_t limit = at + longest_headers;
  for (size_t i = at; i < std::min(limit, text.size()) && !text.substr(i).starts_with(dashes);) {
    const bool is_line_end = text[i] == '\\' && i + 1 < text.size();  // as code writes it: \n
    const size_t length = is_line_end ? 2 : base64_length(text.substr(i));
    if (length >= shortest_line && !is_placeholder(text.substr(i, length))) {
      end = i + length;
      limit = i + length + longest_closing;
    }
    i += std::max<size_t>(length, 1);
  }
  return end;
}

}  // namespace

std::optional<SecretMatch> match_private_key(std::string_view text, size_t at) {
  const std::string_view label = label_at(text, at);
  if (label.empty()) return std::nullopt;
  const std::string opening = std::string(begin_mark) + std::string(label) + std::string(dashes);
  auto end = end_of_key(text, at + opening.size());
  if (!end) return std::nullopt;
  const std::string closing = std::string(end_mark) + std::string(label) + std::string(dashes);
  const size_t closed = text.substr(*end, longest_closing).find(closing);
  if (closed != text.npos) *end += closed + closing.size();
  return SecretMatch{"private-key", at, *end, opening};
}

}  // namespace git_session
