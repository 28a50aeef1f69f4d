#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/migration.h"
#include "core/session.h"
#include "operations/workspace.h"

namespace git_session {

/// `session`, a folder without metadata, with all fields but its outputs, from its name and what is
/// known of its files. Closed when its date is past.
Session described_folder(const Workspace& workspace, Session session,
                         const std::vector<MigratedFile>& files);

/// `2025-11-22_feature-x_a3f42c` was made on feature-x, as far as its letters tell; `unknown` for a
/// name of another shape.
std::string branch_of_folder(const std::string& id);

/// "2025-11-24_20-33-06_docs-reorganization" is about "docs reorganization".
std::string project_of_folder(std::string_view id);

}  // namespace git_session
