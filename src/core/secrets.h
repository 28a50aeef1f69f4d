#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace git_session {

/// A place in a text that looks like a secret or like somebody's number. It never holds the text.
struct SecretFinding {
  std::string_view rule;  ///< the name of one of secret_rules()
  size_t begin = 0;       ///< in bytes
  size_t end = 0;
  int line = 1;            ///< counted from 1
  int column = 1;          ///< in characters, counted from 1
  std::string excerpt;     ///< what may be shown of it: "ghp_…", "password = …"
  bool is_marked = false;  ///< its line says that it may be there
};

/// What a line says of what stands in it: `<!-- git-session: allow-secret -->`.
inline constexpr std::string_view secret_mark = "git-session: allow-secret";

/// What to look for: text, or bytes of another kind, in which only formats that no chance makes
/// are looked for.
enum class SecretScope { text, bytes };

/// Looks for all of secret_rules(), first to last, without overlaps; at most `most` findings. Takes
/// time in proportion to the size, whatever the text is.
std::vector<SecretFinding> find_secrets(std::string_view text,
                                        SecretScope scope = SecretScope::text,
                                        size_t most = 10'000);

/// `text` with each of the findings in it replaced by `[redacted: RULE]`, which no rule finds.
std::string redact_secrets(std::string_view text, const std::vector<SecretFinding>& findings);

/// 64 hexadecimal digits that name what was found, and do not give it away; empty for rules whose
/// finds could be guessed from it.
std::string fingerprint_of(std::string_view text, const SecretFinding& finding);

}  // namespace git_session
