#include "core/chance.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <string>

#include "base/text.h"
#include "core/secret_match.h"

namespace git_session {
namespace {

constexpr size_t shortest_random = 16;
constexpr size_t fewest_pairs = 5;

/// For each letter those that often follow it: the 300 commonest pairs in the words of English
/// prose and of programs. They are 94 of 100 pairs there, and 44 of 100 where letters are drawn by
/// lot.
constexpr std::array<uint32_t, 26> usual_followers = {
    0x1bebd6e, 0x1164b11, 0x01efd9d, 0x01ed93f, 0x1eff9ff, 0x01e4931, 0x01e6991,
    0x00a4111, 0x2aef87f, 0x0000010, 0x0040110, 0x11ec97f, 0x01cd91b, 0x03efd7d,
    0x07efd6f, 0x01ec99d, 0x0100000, 0x13efd7d, 0x11ffdbd, 0x11ef9bf, 0x00eb93f,
    0x0000115, 0x0024111, 0x0088114, 0x00c9810, 0x0000010};

size_t index_of(char letter) { return static_cast<size_t>((letter | 0x20) - 'a'); }

bool is_usual_pair(char first, char second) {
  return ((usual_followers[index_of(first)] >> index_of(second)) & 1) != 0;
}

/// What tells words from lots.
struct Traits {
  size_t pairs = 0;        ///< of letters
  size_t usual_pairs = 0;  ///< those that words have
  size_t digits = 0;
  size_t letters = 0;
  size_t turns = 0;  ///< from letter to digit and back
};

Traits traits_of(std::string_view word) {
  Traits traits;
  for (size_t i = 0; i < word.size(); ++i) {
    traits.digits += is_digit(word[i]);
    traits.letters += is_letter(word[i]);
    if (i == 0) continue;
    const bool is_pair = is_letter(word[i - 1]) && is_letter(word[i]);
    traits.pairs += is_pair;
    traits.usual_pairs += is_pair && is_usual_pair(word[i - 1], word[i]);
    traits.turns += (is_letter(word[i - 1]) && is_digit(word[i])) ||
                    (is_digit(word[i - 1]) && is_letter(word[i]));
  }
  return traits;
}

bool is_hexadecimal(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char byte) {
    return is_digit(byte) || (byte >= 'a' && byte <= 'f') || (byte >= 'A' && byte <= 'F');
  });
}

/// `01234567-89ab-cdef-0123-456789abcdef`.
bool is_uuid(std::string_view word) {
  constexpr size_t size = 36;
  if (word.size() != size) return false;
  for (size_t i = 0; i < size; ++i) {
    const bool is_hyphen = i == 8 || i == 13 || i == 18 || i == 23;
    if (is_hyphen ? word[i] != '-' : !is_hexadecimal(word.substr(i, 1))) return false;
  }
  return true;
}

/// How many neighbours are the same or follow each other: `aaaa`, `1234`, `abcd`.
size_t steady_steps(std::string_view text) {
  size_t steps = 0;
  for (size_t i = 1; i < text.size(); ++i) {
    const int step = text[i] - text[i - 1];
    steps += step == 0 || step == 1;
  }
  return steps;
}

size_t distinct_bytes(std::string_view text) {
  std::array<bool, 256> seen{};
  size_t count = 0;
  for (const char byte : text) {
    bool& is_seen = seen[static_cast<unsigned char>(byte)];
    count += !is_seen;
    is_seen = true;
  }
  return count;
}

bool contains_any(std::string_view text, std::span<const std::string_view> parts) {
  return std::any_of(parts.begin(), parts.end(),
                     [&](std::string_view part) { return text.find(part) != text.npos; });
}

constexpr std::string_view stand_ins[] = {"example", "placeholder", "your",   "xxxx",
                                          "dummy",   "changeme",    "sample", "redacted",
                                          "fake",    "insert",      "...",    "…"};
/// What a template, a shell or a format string fills in.
constexpr std::string_view references[] = {"${", "$(", "{{", "%(", "**"};

}  // namespace

bool looks_random(std::string_view word) {
  if (word.size() < shortest_random) return false;
  const Traits traits = traits_of(word);
  if (traits.letters == 0 || traits.letters + traits.digits < shortest_random) return false;
  constexpr size_t enough_digits = 4;
  const bool alternates = traits.digits >= enough_digits && traits.turns * 4 >= word.size();
  if (alternates) return true;
  if (traits.pairs < fewest_pairs) return false;
  const size_t most_percent = traits.digits > 0 ? 70 : 60;
  return traits.usual_pairs * 100 < traits.pairs * most_percent;
}

bool is_placeholder(std::string_view text) {
  constexpr size_t fewest_distinct = 5;
  constexpr std::string_view openings = "<{[$%";
  if (text.empty() || openings.find(text.front()) != openings.npos) return true;
  return contains_any(text, references) || distinct_bytes(text) < fewest_distinct ||
         steady_steps(text) * 2 > text.size() || contains_any(to_lower_ascii(text), stand_ins);
}

bool is_content_name(std::string_view word) {
  for (const std::string_view prefix :
       {"sha1-", "sha256-", "sha384-", "sha512-", "sha1:", "sha256:", "sha384:", "sha512:", "md5:"})
    if (word.starts_with(prefix)) return true;
  constexpr size_t commit_digits = 40;
  constexpr size_t digest_digits_256 = 64;
  const bool is_id = word.size() == commit_digits || word.size() == digest_digits_256;
  return (is_id && is_hexadecimal(word)) || is_uuid(word);
}

int kinds_of_characters(std::string_view word) {
  bool small = false;
  bool capital = false;
  bool digit = false;
  bool other = false;
  for (const char byte : word) {
    small |= byte >= 'a' && byte <= 'z';
    capital |= byte >= 'A' && byte <= 'Z';
    digit |= is_digit(byte);
    other |= !is_word_byte(byte) && byte != '.';
  }
  return small + capital + digit + other;
}

}  // namespace git_session
