#pragma once

#include <string>
#include <vector>

#include "core/migration.h"
#include "core/session.h"

namespace git_session {

/// The text of MIGRATION_REPORT.md: what came from where, who made it, and how to check that.
std::string migration_report(const Session& session, const std::vector<MigratedFile>& files,
                             bool originals_stay);

}  // namespace git_session
