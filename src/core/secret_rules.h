#pragma once

#include <span>
#include <string_view>

namespace git_session {

/// A kind of text that should not be shared unawares. All of them are looked for: a rule that is
/// not precise enough for that is no rule here.
struct SecretRule {
  std::string_view name;  ///< stable: findings, allow-lists and `[redacted: NAME]` say it
  std::string_view what;  ///< for people: "a token of GitHub"
  /// What was found is known to few formats and digits, so that its hash gives it away: no
  /// fingerprint is made of it.
  bool can_be_guessed = false;
};

/// In the order of the documentation.
std::span<const SecretRule> secret_rules();
/// nullptr when there is no rule of that name.
const SecretRule* find_secret_rule(std::string_view name);

}  // namespace git_session
