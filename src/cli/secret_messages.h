#pragma once

#include "cli/console.h"
#include "operations/secret_gate.h"

namespace git_session {

/// "output/…/report.md:3:8: github-token: ghp_…": as compilers have it, so that editors and grep
/// can jump to the place.
std::string describe(const FoundSecret& secret);

/// What a verb found that went on all the same: open finds and redacted ones as warnings, allowed
/// ones as notes; the first few of each.
void tell_secrets(Console& console, const SecretReport& report);

/// All of what is in the way, where that is more than the error says, one on a line.
void list_secrets(Console& console, const SecretReport& report);

}  // namespace git_session
