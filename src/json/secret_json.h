#pragma once

#include "json/json.h"
#include "operations/secret_gate.h"

namespace git_session {

/// [{path, line, column, rule, excerpt, fingerprint, allowed_by, redacted}]; never the secret.
Json secrets_to_json(const SecretReport& report);
/// `error` with the list of what is in the way.
Json to_json(const SecretsFound& error);

Json secrets_shape();

}  // namespace git_session
