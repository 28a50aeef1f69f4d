#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/migration.h"
#include "core/session.h"
#include "operations/file_plan.h"
#include "operations/legacy_scan.h"
#include "operations/workspace.h"

namespace git_session {

/// The verb in the operation log.
inline constexpr const char* adopt_verb = "adopt";

struct AdoptRequest {
  std::string agent;   ///< what made the files; empty: as far as their names tell
  std::string type;    ///< of all files; empty: unknown
  bool large = false;  ///< also over session.maxOutputSize
  /// Adds to the entry of the file at `path` what else is known of it.
  std::function<void(const std::string& path, Output& output)> complete = {};
};

/// A session that gets metadata or outputs.
struct AdoptedSession {
  SessionLocation location;
  bool is_new = false;              ///< its folder had no metadata
  std::vector<MigratedFile> files;  ///< that come in; of a new one those that lie there, with
                                    ///< `path` where they are
};

struct AdoptionPlan {
  std::vector<AdoptedSession> sessions;
  std::vector<std::string> unchanged;  ///< folders that have metadata, files that are in already
  std::vector<LeftFile> left;
  FilePlan steps;
};

/// Metadata for folders under sessions/ or in the archive that have none: the user from the path,
/// time and author from git or the files, the project from the folder's name, an entry for each
/// file. What nothing tells stays empty. Throws `not_found`, and `usage` for what is no session's
/// folder.
AdoptionPlan plan_adoption_of_folders(const Workspace& workspace,
                                      const std::vector<std::string>& folders);

/// Files from elsewhere in the repository, and drafts, become outputs of an open session; paths are
/// relative to the top level. Throws `usage` for a file that belongs to a session, and as
/// add_outputs() does for a session that takes none.
AdoptionPlan plan_adoption_into(const Workspace& workspace, const SessionLocation& location,
                                const std::vector<std::string>& files, const AdoptRequest& request);

/// `path` as typed, relative to the top level. Throws `not_found`, and `refused` for links (reason
/// "symbolic-link") and for what lies outside (reason "path-escapes").
std::string adopted_path(const Workspace& workspace, const std::string& typed);

}  // namespace git_session
