#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace git_session {

/// One line of an allow-list: finds of one rule that are no secrets, either one value by its
/// fingerprint or whatever files of a pattern hold.
struct SecretAllowance {
  std::string rule;
  std::string fingerprint;  ///< 64 hexadecimal digits; empty for a pattern
  std::string pattern;      ///< of paths from the top level
  int line = 0;
};

/// A line that allows nothing, and why.
struct UselessLine {
  int line = 0;
  std::string reason;
};

/// What a file in the tree says may stand where a secret would be. It comes by `git pull`, so that
/// no line speaks for all rules, and lines that are not understood allow nothing.
class SecretAllowList {
 public:
  static constexpr size_t most_lines = 1000;

  /// `RULE sha256:DIGITS` or `RULE PATTERN` a line; `#` at its beginning, or behind a blank, starts
  /// a comment.
  static SecretAllowList parse(std::string_view text);

  /// One that could not be read: it allows nothing.
  static SecretAllowList unreadable(const std::string& reason);

  /// The line that allows one value; nullptr when there is none.
  const SecretAllowance* for_value(std::string_view rule, std::string_view fingerprint) const;
  /// The line that allows all that a rule finds in a file.
  const SecretAllowance* for_path(std::string_view rule, std::string_view path) const;
  const std::vector<SecretAllowance>& allowances() const { return allowances_; }
  const std::vector<UselessLine>& useless() const { return useless_; }

 private:
  std::vector<SecretAllowance> allowances_;
  std::vector<UselessLine> useless_;
};

}  // namespace git_session
