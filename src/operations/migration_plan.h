#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/migration.h"
#include "core/session.h"
#include "operations/file_plan.h"
#include "operations/legacy_scan.h"
#include "operations/workspace.h"

namespace git_session {

/// Under this key an output says where it came from.
inline constexpr const char* migrated_from_key = "migrated_from";
/// The verb in the operation log.
inline constexpr const char* migrate_verb = "migrate";

struct MigrationRequest {
  std::optional<std::string> input;  ///< relative to the top level; absent: the usual folders
  std::string user;                  ///< to whom everything belongs; empty: to its authors
  std::string team;                  ///< empty: that of the settings for what is our own
  std::string ticket = "MIGRATION-001";
  std::string project = "Legacy Outputs Migration";
  MigrationSplit split = MigrationSplit::author;
  bool keep = false;   ///< copy, and leave the originals
  bool large = false;  ///< also over session.maxOutputSize
};

/// A session that is to be, and where its files come from.
struct PlannedSession {
  Session session;
  std::vector<MigratedFile> files;
};

struct MigrationPlan {
  std::vector<PlannedSession> sessions;
  std::vector<LeftFile> left;
  /// The root's own .gitignore, when it ignores the sessions and gets lines that end that.
  std::optional<std::string> mended_ignore_file;
  /// Another rule by which git would ignore the sessions: "file:line:pattern".
  std::optional<std::string> ignore_rule;
  size_t ignored_files = 0;  ///< that git ignores here and will ignore there
  size_t shallow_files = 0;  ///< whose author a shallow clone does not know
  FilePlan steps;

  size_t file_count() const;
};

/// Looks, and plans; nothing is written.
MigrationPlan plan_migration(const Workspace& workspace, const MigrationRequest& request);

/// Throws `refused` where the plan would be of no use: reason "target-ignored", "shallow-clone".
void check_migration(const MigrationPlan& plan);

/// What `migrated_from` of the outputs says, for each old path: the files that came from there,
/// relative to the top level. `closed` takes the folders that cannot be read.
std::map<std::string, std::vector<std::string>> migrated_files(
    const Workspace& workspace, std::vector<std::string>* closed = nullptr);

/// A plan that removes originals whose copies in sessions hold the same bytes.
struct RemovalPlan {
  struct Original {
    std::string path;
    std::string copy;
    std::string content;  ///< of both: content_id()
  };
  std::vector<Original> removed;
  std::vector<LeftFile> left;        ///< links and the like
  std::vector<std::string> changed;  ///< their copies do not hold what they hold
  FilePlan steps;
};
/// Only originals below `input` go; below the root when it is absent.
RemovalPlan plan_removal_of_originals(const Workspace& workspace,
                                      const std::optional<std::string>& input);

}  // namespace git_session
