#pragma once

#include <string>

#include "operations/secret_gate.h"

namespace git_session {

/// One line for an agent or its user, of what is open or was redacted: where it is and what to do;
/// nothing of the secret. Empty where there is nothing to say.
std::string words_about_secrets(const SecretReport& report);

}  // namespace git_session
