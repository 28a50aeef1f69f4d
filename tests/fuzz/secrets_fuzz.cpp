#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "core/secret_allow_list.h"
#include "core/secret_rules.h"
#include "core/secrets.h"

namespace {

using git_session::SecretFinding;

void check(bool holds) {
  if (!holds) std::abort();
}

void check_list(std::string_view text) {
  const auto list = git_session::SecretAllowList::parse(text);
  for (const auto& allowance : list.allowances()) {
    check(git_session::find_secret_rule(allowance.rule) != nullptr);
    check(allowance.fingerprint.empty() != allowance.pattern.empty());
  }
  list.for_path("github-token", text.substr(0, 4096));
}

}  // namespace

/// Places are inside and in order, what is redacted is found no more, and nothing long that was
/// found is in what is shown of it.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto findings = git_session::find_secrets(text);
  size_t end = 0;
  int line = 1;
  for (const SecretFinding& finding : findings) {
    check(finding.begin >= end && finding.end > finding.begin && finding.end <= size);
    check(finding.line >= line && finding.column > 0);
    check(git_session::find_secret_rule(finding.rule) != nullptr);
    const std::string_view value = text.substr(finding.begin, finding.end - finding.begin);
    check(finding.excerpt.find(value) == std::string::npos);
    end = finding.end;
    line = finding.line;
  }
  // What stood around a secret may look like one once that is gone.
  std::string redacted = git_session::redact_secrets(text, findings);
  for (int round = 1; round < 8; ++round)
    redacted = git_session::redact_secrets(redacted, git_session::find_secrets(redacted));
  check(git_session::find_secrets(redacted).empty());
  git_session::find_secrets(text, git_session::SecretScope::bytes);
  check_list(text);
  return 0;
}
