#pragma once

#include <optional>
#include <string>
#include <vector>

#include "agents/agent_files.h"
#include "operations/file_plan.h"
#include "operations/merge_driver.h"
#include "operations/setup_record.h"
#include "operations/team_defaults.h"
#include "operations/workspace.h"

namespace git_session {

/// The verb in the operation log.
inline constexpr const char* setup_verb = "setup";

struct SetupRequest {
  std::vector<agents::Agent> agents = {};  ///< to connect, or to disconnect
  /// Also what is no agent's: the layout, team defaults, the merge driver.
  bool basics = true;
  TeamDefaults defaults = {};
};

/// What becomes of one file of the work tree.
struct SetupChange {
  std::string path;
  std::optional<std::string> before;
  std::optional<std::string> after;
  bool had_ours = false;     ///< an older part of ours
  bool is_whole = false;     ///< ours as a whole: nobody needs to see its lines
  bool is_optional = false;  ///< nothing is wrong without it
};

/// For people and programs: "make", "change" or "remove"; "missing" or "stale".
const char* action_of(const SetupChange& change);
const char* state_of(const SetupChange& change);

/// A file that stays as it is, and is not as it should be.
struct SetupLeft {
  std::string path;
  std::string reason;  ///< names the file too
};

struct SetupPlan {
  std::vector<SetupChange> changes;
  std::vector<SetupLeft> left;
  std::vector<std::string> notes;  ///< what people should know of files that are fine
  std::vector<MergeDriverChange> merge_driver;
  bool removes = false;
  bool removes_layout = false;
  FilePlan files;  ///< the changes, for apply_plan()
  SetupRecord record;

  bool is_empty() const { return changes.empty() && merge_driver.empty(); }
};

/// What is missing or stale, and how it becomes right. A file that cannot be read or edited is
/// `left`, and the others are planned all the same. Reads only. Throws as plan_layout() does.
SetupPlan plan_setup(const Workspace& workspace, const SetupRequest& request);
/// The way back: our parts go, and files that held nothing else. Files that several agents read
/// keep theirs while another one is connected; the layout stays while anything lies in it.
SetupPlan plan_setup_removal(const Workspace& workspace, const SetupRequest& request);

/// Makes the plan and returns the number of its operation, 0 when no file changed. Throws as
/// apply_plan() and set_up_merge_driver() do; the merge driver comes last.
int apply_setup(const Workspace& workspace, const SetupPlan& plan);

}  // namespace git_session
