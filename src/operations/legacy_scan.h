#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/migration.h"
#include "operations/workspace.h"

namespace git_session {

/// Why a file is left where it is.
enum class LeftReason {
  hidden,              ///< a dot in front, `.gitkeep` and `.gitignore` among them
  readme,              ///< README.md describes the folder it lies in
  other_folder,        ///< a folder of the root that never held outputs by convention
  migrated,            ///< its content is in a session already
  symbolic_link,       ///< never followed
  repository,          ///< with a git directory of its own
  not_a_file,          ///< a pipe, a socket, a device
  too_deep,            ///< further down than a session's files are looked at
  too_large,           ///< over session.maxOutputSize
  name_not_utf8,       ///< metadata cannot hold the name
  control_characters,  ///< in the name: a line break, an escape
  unreadable,          ///< closed to us
  unmerged,            ///< in the middle of a merge
  sparse_checkout,     ///< tracked, and not in the work tree
  elsewhere,           ///< an original outside of the folder that originals are looked for in
  copy_ignored,        ///< an original that git has, and a copy that it ignores
};
const char* name_of(LeftReason reason);
/// Whether find_legacy_files() would take a file of that name: `path` is relative to the root.
bool is_legacy_path(std::string_view path);
/// Whether somebody may have wanted it to move: the exit status says so.
bool is_left_out(LeftReason reason);

struct LeftFile {
  std::string path;  ///< relative to the top level; a folder's ends in a slash
  LeftReason reason;
};

struct LegacyScan {
  std::vector<LegacyFile> files;  ///< path, type, name, bytes, and the time of the file
  std::vector<LeftFile> left;
};

/// What lies in `input` (relative to the top level), or without it in the usual folders of the root
/// and loose in the root itself; nothing is read but names. Throws `not_found` where `input` is
/// nothing, `refused` (reason "symbolic-link") where a link is on the way, `usage` where it holds
/// sessions, is the whole repository, a file, git's own, or belongs to a repository of its own.
LegacyScan find_legacy_files(const Workspace& workspace, const std::optional<std::string>& input,
                             uint64_t largest_file);

}  // namespace git_session
