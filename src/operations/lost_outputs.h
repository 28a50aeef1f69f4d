#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "operations/workspace.h"

namespace git_session {

/// What git keeps of a file.
struct StoredFile {
  std::string blob;
  std::string mode;  ///< "100644"; empty when only the metadata names the blob
};

/// Where a listed output that is not there may be.
struct FoundOutput {
  std::optional<std::string> name;     ///< it is in the session folder, under this name
  std::optional<std::string> content;  ///< git has it, as git would write it into the work tree
  StoredFile stored;                   ///< where that comes from
  std::string elsewhere;               ///< git renamed it to this path of another folder
  std::string reason;                  ///< why there is no content, where git knows of it
};

/// The newest of what `git log --raw -z` tells of deleted and renamed files.
struct LostFiles {
  std::map<std::string, std::string> renames;  ///< from, to
  std::map<std::string, StoredFile> last;      ///< what a path held before it was no more
};
LostFiles parse_lost_files(std::string_view log);

/// Looks for outputs that are gone: by what git stores for the unlisted files of the session, by
/// the renames in git's history, in git's index and history, by the content id that the metadata
/// names. Asks git once for all sessions.
class LostOutputs {
 public:
  explicit LostOutputs(const Workspace& workspace) : workspace_(workspace) {}
  /// `taken` are names of the session that other entries were found under.
  FoundOutput find(const Session& session, const Output& output,
                   const std::set<std::string>& taken);

 private:
  using Names = std::set<std::string>;
  void read_git();
  std::optional<StoredFile> stored_file(const std::string& path) const;
  std::optional<std::string> name_with_blob(const Session& session, const std::string& blob,
                                            const Names& taken) const;
  void read_content(const std::string& path, FoundOutput& found) const;

  const Workspace& workspace_;
  bool has_asked_git_ = false;
  std::map<std::string, StoredFile> tracked_;  ///< by the index, else by HEAD
  LostFiles lost_;
};

}  // namespace git_session
