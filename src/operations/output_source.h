#pragma once

#include <optional>
#include <string>

#include "operations/workspace.h"

namespace git_session {

/// Where the content of an output comes from, as somebody named it on the command line.
struct OutputSource {
  std::string typed;   ///< for messages
  std::string inside;  ///< relative to the session folder; empty: to be copied in
  FileDescriptor file;
  uint64_t bytes = 0;
  std::string path;      ///< absolute, links resolved; empty for standard input
  bool is_link = false;  ///< what was typed is a link to the file
};

/// What `typed` names, seen from the working directory, else from the session folder. A file in the
/// session folder (but not in its drafts) is `inside`. Throws `not_found`; `usage` for a folder;
/// `refused` for what is no regular file or made up by the kernel (reason "not-a-regular-file"),
/// for what lies in a git directory (reason "git-directory"), for hidden names in the session
/// (reason "hidden-name"), for a link in it that leads elsewhere (reason "symbolic-link"), and for
/// a name in it that is not UTF-8 (reason "name-not-utf8").
OutputSource find_output_source(const Workspace& workspace, const LockedSession& locked,
                                const std::string& typed);

/// Takes standard input to its end, before any lock is taken: whoever writes to it may be slow.
/// Throws `refused` (reason "too-large") past `limit` bytes and `usage` when there is nothing.
OutputSource read_standard_input(uint64_t limit);

/// Content that a caller brings itself. Throws `usage` when there is nothing.
OutputSource keep_content(const std::string& content);

/// Whether `path` (absolute, links resolved) lies in the git directory of this checkout, or of any
/// other.
bool is_in_git_directory(const Workspace& workspace, const std::string& path);

/// `refused` (reason "not-a-regular-file").
Error not_a_regular_file(const std::string& typed);
/// `refused`: names the rename.
Error name_not_utf8(const std::string& path);

}  // namespace git_session
