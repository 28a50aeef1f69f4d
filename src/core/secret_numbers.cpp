#include <algorithm>
#include <array>

#include "base/text.h"
#include "core/secret_match.h"

namespace git_session {
namespace {

struct CountryLength {
  char country[3];
  size_t length;
};

// The registry of ISO 13616.
constexpr CountryLength iban_lengths[] = {
    {"AD", 24}, {"AE", 23}, {"AL", 28}, {"AT", 20}, {"AZ", 28}, {"BA", 20}, {"BE", 16}, {"BG", 22},
    {"BH", 22}, {"BR", 29}, {"BY", 28}, {"CH", 21}, {"CR", 22}, {"CY", 28}, {"CZ", 24}, {"DE", 22},
    {"DK", 18}, {"DO", 28}, {"EE", 20}, {"EG", 29}, {"ES", 24}, {"FI", 18}, {"FO", 18}, {"FR", 27},
    {"GB", 22}, {"GE", 22}, {"GI", 23}, {"GL", 18}, {"GR", 27}, {"GT", 28}, {"HR", 21}, {"HU", 28},
    {"IE", 22}, {"IL", 23}, {"IQ", 23}, {"IS", 26}, {"IT", 27}, {"JO", 30}, {"KW", 30}, {"KZ", 20},
    {"LB", 28}, {"LC", 32}, {"LI", 21}, {"LT", 20}, {"LU", 20}, {"LV", 21}, {"MC", 27}, {"MD", 24},
    {"ME", 22}, {"MK", 19}, {"MR", 27}, {"MT", 31}, {"MU", 30}, {"NL", 18}, {"NO", 15}, {"PK", 24},
    {"PL", 28}, {"PS", 29}, {"PT", 25}, {"QA", 29}, {"RO", 24}, {"RS", 22}, {"SA", 24}, {"SC", 31},
    {"SE", 24}, {"SI", 19}, {"SK", 24}, {"SM", 27}, {"ST", 25}, {"SV", 28}, {"TL", 23}, {"TN", 24},
    {"TR", 26}, {"UA", 29}, {"VA", 22}, {"VG", 24}, {"XK", 20}};

/// Those that every text about them shows.
constexpr std::string_view sample_numbers[] = {"DE89370400440532013000",
                                               "DE02120300000000202051",
                                               "DE12500105170648489890",
                                               "GB29NWBK60161331926819",
                                               "GB82WEST12345698765432",
                                               "GB33BUKB20201555555555",
                                               "FR1420041010050500013M02606",
                                               "FR7630006000011234567890189",
                                               "FR7612345678901234567890123",
                                               "CH9300762011623852957",
                                               "NL91ABNA0417164300",
                                               "ES9121000418450200051332",
                                               "IT60X0542811101000000123456",
                                               "BE68539007547034",
                                               "AT611904300234573201",
                                               "4111111111111111",
                                               "4242424242424242",
                                               "4012888888881881",
                                               "4000056655665556",
                                               "4000000000000002",
                                               "5555555555554444",
                                               "5105105105105100",
                                               "5454545454545454",
                                               "5200828282828210",
                                               "378282246310005",
                                               "371449635398431",
                                               "378734493671000",
                                               "6011111111111117",
                                               "6011000990139424",
                                               "3530111333300000",
                                               "3566002020360505",
                                               "30569309025904",
                                               "38520000023237"};

constexpr size_t group = 4;

bool is_sample(std::string_view number) {
  return std::find(std::begin(sample_numbers), std::end(sample_numbers), number) !=
         std::end(sample_numbers);
}

/// A number as it is written, with what parts its groups left out.
struct WrittenNumber {
  std::string characters;
  size_t end = 0;
  bool is_grouped = false;
};

bool is_capital(char byte) { return byte >= 'A' && byte <= 'Z'; }
bool is_part_of_number(char byte) { return is_digit(byte) || is_capital(byte); }

/// Reads groups parted by one and the same blank or hyphen, as long as `most` characters allow.
WrittenNumber read_number(std::string_view text, size_t at, size_t most) {
  WrittenNumber number;
  char parting = '\0';
  for (size_t i = at; i < text.size() && number.characters.size() < most; ++i) {
    if (is_part_of_number(text[i])) {
      number.characters += text[i];
      number.end = i + 1;
      continue;
    }
    const bool may_part = text[i] == ' ' || text[i] == '-';
    if (!may_part || (parting != '\0' && parting != text[i])) break;
    if (i + 1 >= text.size() || !is_part_of_number(text[i + 1])) break;
    parting = text[i];
    number.is_grouped = true;
  }
  return number;
}

bool ends_there(std::string_view text, size_t end) {
  if (end >= text.size()) return true;
  if (is_word_byte(text[end])) return false;
  // 1.5 goes on behind the dot, a sentence does not.
  return text[end] != '.' || end + 1 >= text.size() || !is_letter_or_digit(text[end + 1]);
}

bool begins_there(std::string_view text, size_t at) {
  return at == 0 || (!is_word_byte(text[at - 1]) && text[at - 1] != '.' && text[at - 1] != '+' &&
                     text[at - 1] != '#' && text[at - 1] != '/');
}

/// ISO 7064, mod 97-10, with the first four characters moved to the end.
bool has_iban_checksum(std::string_view iban) {
  int rest = 0;
  for (size_t i = 0; i < iban.size(); ++i) {
    const char byte = iban[(i + group) % iban.size()];
    const int value = is_digit(byte) ? byte - '0' : byte - 'A' + 10;
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  // 00, 01 and 99 have a twin with the same rest; the registry gives out 02 to 98.
  const std::string_view check = iban.substr(2, 2);
  return rest == 1 && check != "00" && check != "01" && check != "99";
}

/// The groups of a printed number have four characters each, the last one may have less.
bool is_grouped_by_four(std::string_view text) {
  size_t length = 0;
  for (const char byte : text) {
    const bool is_part = is_part_of_number(byte);
    if (!is_part && length != group) return false;
    length = is_part ? length + 1 : 0;
  }
  return length <= group;
}

std::optional<SecretMatch> match_iban(std::string_view text, size_t at) {
  const std::string_view head = text.substr(at, group);
  if (head.size() < group || !is_capital(head[0]) || !is_digit(head[2]) || !is_digit(head[3]))
    return std::nullopt;
  const auto* country =
      std::find_if(std::begin(iban_lengths), std::end(iban_lengths),
                   [&](const CountryLength& each) { return head.starts_with(each.country); });
  if (country == std::end(iban_lengths)) return std::nullopt;
  const WrittenNumber number = read_number(text, at, country->length);
  const bool is_whole = number.characters.size() == country->length && ends_there(text, number.end);
  const bool is_well_grouped =
      !number.is_grouped || is_grouped_by_four(text.substr(at, number.end - at));
  if (!is_whole || !is_well_grouped || !has_iban_checksum(number.characters) ||
      is_sample(number.characters))
    return std::nullopt;
  return SecretMatch{"iban", at, number.end, std::string(head.substr(0, 2)) + "…"};
}

bool has_luhn_checksum(std::string_view digits) {
  int sum = 0;
  for (size_t i = 0; i < digits.size(); ++i) {
    const int digit = digits[digits.size() - 1 - i] - '0';
    const int twice = 2 * digit;
    sum += i % 2 == 0 ? digit : (twice > 9 ? twice - 9 : twice);
  }
  return sum % 10 == 0;
}

bool is_between(std::string_view digits, std::string_view first, std::string_view last) {
  const std::string_view head = digits.substr(0, first.size());
  return first <= head && head <= last;
}

/// Whether a maker gives out cards of this beginning and length.
bool is_of_known_maker(std::string_view digits) {
  switch (digits.size()) {
    case 14:
      return is_between(digits, "300", "305") || is_between(digits, "36", "36") ||
             is_between(digits, "38", "39");
    case 15:
      return is_between(digits, "34", "34") || is_between(digits, "37", "37");
    case 16:
      return digits[0] == '4' || is_between(digits, "51", "55") ||
             is_between(digits, "2221", "2720") || is_between(digits, "6011", "6011") ||
             is_between(digits, "644", "659") || is_between(digits, "3528", "3589");
    default:
      return false;
  }
}

/// 4-4-4-4, or 4-6-5 and 4-6-4.
bool is_grouped_as_card(std::string_view text) {
  std::string lengths;
  char length = '0';
  for (const char byte : text) {
    if (is_digit(byte)) {
      ++length;
    } else {
      lengths += length;
      length = '0';
    }
  }
  lengths += length;
  return lengths == "4444" || lengths == "465" || lengths == "464";
}

/// Four groups of a longer row of numbers are no card.
bool is_part_of_row(std::string_view text, size_t at, size_t end) {
  const bool goes_before = at >= 2 && text[at - 1] == ' ' && is_digit(text[at - 2]);
  size_t digits = 0;
  while (end + 1 + digits < text.size() && is_digit(text[end + 1 + digits])) ++digits;
  return goes_before || (text.substr(end).starts_with(' ') && digits == group);
}

/// One in ten numbers of sixteen digits has the checksum by chance: without its groups one counts
/// only where the line speaks of cards.
bool line_speaks_of_cards(std::string_view text, size_t at) {
  constexpr size_t farthest = 80;
  constexpr std::string_view words[] = {"card",       "visa",   "mastercard", "amex",
                                        "american e", "credit", "kredit",     "karte"};
  const size_t from = at > farthest ? at - farthest : 0;
  std::string_view before = text.substr(from, at - from);
  before = before.substr(before.rfind('\n') + 1);  // npos + 1 is none
  return std::any_of(std::begin(words), std::end(words),
                     [&](std::string_view word) { return contains_ignoring_case(before, word); });
}

std::optional<SecretMatch> match_card(std::string_view text, size_t at) {
  constexpr size_t most_digits = 16;
  const WrittenNumber number = read_number(text, at, most_digits);
  const std::string& digits = number.characters;
  if (!std::all_of(digits.begin(), digits.end(), is_digit) || !is_of_known_maker(digits) ||
      !ends_there(text, number.end) || !has_luhn_checksum(digits) || is_sample(digits))
    return std::nullopt;
  const bool is_meant = number.is_grouped ? is_grouped_as_card(text.substr(at, number.end - at)) &&
                                                !is_part_of_row(text, at, number.end)
                                          : line_speaks_of_cards(text, at);
  if (!is_meant) return std::nullopt;
  return SecretMatch{"payment-card", at, number.end,
                     "a number of " + std::to_string(digits.size()) + " digits"};
}

}  // namespace

std::optional<SecretMatch> match_number(std::string_view text, size_t at) {
  if (!begins_there(text, at)) return std::nullopt;
  if (is_capital(text[at])) return match_iban(text, at);
  return text[at] >= '2' && text[at] <= '6' ? match_card(text, at) : std::nullopt;
}

}  // namespace git_session
