#include "yaml/resolve.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <string>

#include "base/text.h"

namespace git_session::yaml {
namespace {

bool is_digit(char character) { return character >= '0' && character <= '9'; }

size_t skip_digits(std::string_view text, size_t position) {
  while (position < text.size() && is_digit(text[position])) ++position;
  return position;
}

bool has_sign(std::string_view text) { return !text.empty() && (text[0] == '-' || text[0] == '+'); }

std::optional<int64_t> decimal_integer(std::string_view text) {
  const std::string_view digits = text.substr(has_sign(text) ? 1 : 0);
  if (digits.empty() || skip_digits(digits, 0) != digits.size()) return std::nullopt;
  if (digits.size() > 1 && digits[0] == '0') return std::nullopt;  // octal in YAML 1.1
  const std::string_view number = text[0] == '+' ? digits : text;
  int64_t value = 0;
  const auto result = std::from_chars(number.data(), number.data() + number.size(), value);
  if (result.ec != std::errc()) return std::nullopt;
  return value;
}

/// The YAML 1.1 form: a point is a must, an exponent carries its sign.
bool is_real(std::string_view text) {
  const size_t start = has_sign(text) ? 1 : 0;
  const size_t point = skip_digits(text, start);
  if (point >= text.size() || text[point] != '.') return false;
  size_t end = skip_digits(text, point + 1);
  if (end - start < 2) return false;
  if (end == text.size()) return true;
  if (text[end] != 'e' && text[end] != 'E') return false;
  if (!has_sign(text.substr(end + 1))) return false;
  return end + 2 < text.size() && skip_digits(text, end + 2) == text.size();
}

std::optional<double> real(std::string_view text) {
  if (!is_real(text)) return std::nullopt;
  const std::string_view number = text[0] == '+' ? text.substr(1) : text;
  double value = 0;
  const auto result = std::from_chars(number.data(), number.data() + number.size(), value);
  if (result.ec != std::errc() || !std::isfinite(value)) return std::nullopt;
  return value;
}

}  // namespace

bool is_null_word(std::string_view text) {
  return text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL";
}

Value resolve_plain(std::string_view text) {
  if (is_null_word(text)) return {};
  const char first = text[0];
  if (first == 't' || first == 'T') {
    if (text == "true" || text == "True" || text == "TRUE") return true;
  } else if (first == 'f' || first == 'F') {
    if (text == "false" || text == "False" || text == "FALSE") return false;
  } else if (is_digit(first) || first == '-' || first == '+' || first == '.') {
    if (const auto number = decimal_integer(text)) return *number;
    if (const auto number = real(text)) return *number;
  }
  return std::string(text);
}

bool may_be_typed(std::string_view text) {
  if (is_null_word(text)) return true;
  static constexpr std::array<std::string_view, 12> words = {
      "null", "true", "false", "yes", "no", "on", "off", "y", "n", "=", "<<", "~"};
  if (text.size() <= 5) {
    const std::string lower = to_lower_ascii(text);
    if (std::find(words.begin(), words.end(), lower) != words.end()) return true;
  }
  const char first = text[0];
  if (first == '+' || first == '-') return true;
  if (first == '.') {
    const std::string lower = to_lower_ascii(text);
    if (lower == ".inf" || lower == ".nan") return true;
  } else if (!is_digit(first)) {
    return false;
  }
  // Every number and time of every YAML is made of these characters.
  return text.find_first_not_of("0123456789abcdefABCDEFxXoOtTzZ_.:+- \t") == std::string_view::npos;
}

}  // namespace git_session::yaml
