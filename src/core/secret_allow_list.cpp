#include "core/secret_allow_list.h"

#include <algorithm>

#include "base/text.h"
#include "core/secret_rules.h"

namespace git_session {
namespace {

constexpr std::string_view fingerprint_mark = "sha256:";
constexpr size_t fingerprint_digits = 64;
constexpr size_t longest_pattern = 256;

std::string_view without_comment(std::string_view line) {
  for (size_t sign = 0; (sign = line.find('#', sign)) != line.npos; ++sign)
    if (sign == 0 || line[sign - 1] == ' ' || line[sign - 1] == '\t') return line.substr(0, sign);
  return line;
}

bool is_fingerprint(std::string_view digits) {
  return digits.size() == fingerprint_digits &&
         digits.find_first_not_of("0123456789abcdef") == digits.npos;
}

bool has_control(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](unsigned char byte) { return byte < ' ' || byte == 0x7f; });
}

/// Why a pattern cannot be one; empty when it can.
std::string fault_of_pattern(std::string_view pattern) {
  if (pattern.empty()) return "names neither a fingerprint nor a path";
  if (pattern.size() > longest_pattern) return "has a pattern that is too long";
  if (pattern.starts_with('/') || pattern.starts_with("./"))
    return "needs a path from the top level, without '/' or './' in front";
  if (pattern.find_first_not_of("*?/.") == pattern.npos) return "has a pattern that names nothing";
  return {};
}

/// The entry of a line, or why there is none.
std::optional<SecretAllowance> parse_entry(std::string_view entry, std::string& fault) {
  const size_t blank = std::min(entry.find_first_of(" \t"), entry.size());
  const std::string_view rule = entry.substr(0, blank);
  const std::string_view what = trim(entry.substr(blank));
  if (has_control(what) || !is_valid_utf8(entry)) {
    fault = "holds what is no text";
  } else if (find_secret_rule(rule) == nullptr) {
    fault = "begins with no name of a rule";
  } else if (what.starts_with(fingerprint_mark)) {
    const std::string_view digits = what.substr(fingerprint_mark.size());
    if (is_fingerprint(digits))
      return SecretAllowance{std::string(rule), std::string(digits), {}, 0};
    fault = "has no fingerprint of 64 small hexadecimal digits";
  } else {
    fault = fault_of_pattern(what);
    if (fault.empty()) return SecretAllowance{std::string(rule), {}, std::string(what), 0};
  }
  return std::nullopt;
}

}  // namespace

SecretAllowList SecretAllowList::parse(std::string_view text) {
  SecretAllowList list;
  int number = 0;
  for (const std::string& line : split(text, '\n')) {
    if (++number > static_cast<int>(most_lines)) {
      list.useless_.push_back({number, "and all below it are too many"});
      break;
    }
    const std::string_view entry = trim(without_comment(trim(line)));
    if (entry.empty()) continue;
    std::string fault;
    if (auto allowance = parse_entry(entry, fault)) {
      allowance->line = number;
      list.allowances_.push_back(*std::move(allowance));
    } else {
      list.useless_.push_back({number, std::move(fault)});
    }
  }
  return list;
}

SecretAllowList SecretAllowList::unreadable(const std::string& reason) {
  SecretAllowList list;
  list.useless_.push_back({0, reason});
  return list;
}

const SecretAllowance* SecretAllowList::for_value(std::string_view rule,
                                                  std::string_view fingerprint) const {
  for (const SecretAllowance& allowance : allowances_) {
    const bool is_value = !allowance.fingerprint.empty() && allowance.fingerprint == fingerprint;
    if (is_value && allowance.rule == rule) return &allowance;
  }
  return nullptr;
}

const SecretAllowance* SecretAllowList::for_path(std::string_view rule,
                                                 std::string_view path) const {
  for (const SecretAllowance& allowance : allowances_) {
    if (allowance.pattern.empty() || allowance.rule != rule) continue;
    if (matches_glob(allowance.pattern, path)) return &allowance;
  }
  return nullptr;
}

}  // namespace git_session
