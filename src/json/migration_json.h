#pragma once

#include <vector>

#include "json/json.h"
#include "operations/migration_plan.h"
#include "operations/secret_gate.h"

namespace git_session {

/// A plan, or with the number of its operation (0: none was needed) what was done by it.
Json migration_root(const MigrationPlan& plan, std::optional<int> operation,
                    const SecretReport& secrets);
/// The same of originals that go, or went.
Json removal_root(const RemovalPlan& plan, std::optional<int> operation);
/// What was taken back: the number of that operation, and of files.
Json rollback_root(int operation, size_t files);
/// A file and its new place below `folder`, that of its session.
Json migrated_file_to_json(const std::string& folder, const MigratedFile& file);
/// The number of an operation; null for a plan, and for one that had nothing to do.
Json operation_or_null(std::optional<int> operation);
/// Files that were left where they are, and why.
Json left_to_json(const std::vector<LeftFile>& left);

Json migration_schema();
/// Of migrated_file_to_json().
Json migrated_file_shape();
/// Of operation_or_null().
Json operation_shape();
/// Of left_to_json().
Json left_shape();

}  // namespace git_session
