#pragma once

#include <string>
#include <vector>

#include "operations/adoption_plan.h"
#include "operations/migration_plan.h"
#include "operations/secret_gate.h"

namespace git_session {

/// What was looked through on demand, whatever session.secrets says.
struct SecretsCheck {
  size_t files = 0;
  SecretReport report;
};

/// Files as typed, anywhere; `-` is standard input. Throws `not_found`, and `refused` (reason
/// "not-a-regular-file") for what is none.
SecretsCheck check_files(const Workspace& workspace, const std::vector<std::string>& typed);
/// The metadata and the outputs of sessions, drafts left out.
SecretsCheck check_sessions_for_secrets(const Workspace& workspace,
                                        const std::vector<SessionLocation>& locations);
/// Those of all sessions, archived ones too, and what was promoted.
SecretsCheck check_everything(const Workspace& workspace);

/// Looks at the files of a plan, where they lie now: they come in as they are, and nothing of them
/// is redacted. Empty where session.secrets is off.
SecretReport look_for_secrets(const Workspace& workspace, const MigrationPlan& plan);
SecretReport look_for_secrets(const Workspace& workspace, const AdoptionPlan& plan);

}  // namespace git_session
