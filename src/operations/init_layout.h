#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "operations/workspace.h"

namespace git_session {

struct LayoutRequest {
  bool quiet_output = true;   ///< our block in .gitattributes; false: without it
  bool quiet_search = false;  ///< our block in .ignore
  bool scripts = false;       ///< session_manager.py, promote_to_confluence.py, migrate_outputs.py
  bool dry_run = false;       ///< say what would be done
};

/// What becomes of a file: `left` when somebody else wrote it, `removed` when nothing but our block
/// was in it.
enum class LayoutAction { made, changed, kept, left, removed };
const char* name_of(LayoutAction action);

struct LayoutFile {
  std::string path;  ///< relative to the top level
  LayoutAction action;
};

/// A file with what init would write; empty where it writes nothing.
struct PlannedLayoutFile {
  LayoutFile file;
  std::string bytes = {};
  unsigned permissions = 0666;
};

struct LayoutReport {
  std::vector<LayoutFile> files;           ///< in the order of writing
  std::optional<std::string> ignore_rule;  ///< the rule by which git ignores sessions
};

/// Makes what is missing of the layout: folders (an empty one gets a .gitkeep), README.md and
/// .gitignore of the root, our marked blocks. Repeats safely and never replaces a file it did not
/// write. Everything is looked at before anything is written: throws `refused` for links in the
/// way, `invalid_data` for broken marks and for a team that cannot be a folder.
LayoutReport init_layout(const Workspace& workspace, const LayoutRequest& request);

/// What init_layout() would do; nothing is written. Throws as that does.
std::vector<PlannedLayoutFile> plan_layout(const Workspace& workspace,
                                           const LayoutRequest& request);

/// Removes the folders of the layout in which nothing lies.
void remove_empty_layout(const Workspace& workspace);
/// Which of `paths` are files of the layout and hold what init wrote, byte for byte.
std::set<std::string> unchanged_layout_files(const Workspace& workspace,
                                             const std::set<std::string>& paths);

}  // namespace git_session
