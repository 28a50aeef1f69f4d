#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "operations/workspace.h"

namespace git_session {

/// Where a listed output that is not there may be.
struct FoundOutput {
  std::optional<std::string> name;     ///< it is in the session folder, under this name
  std::optional<std::string> content;  ///< git has the content that the metadata names
  std::string elsewhere;               ///< git renamed it to this path of another folder
};

/// Looks for outputs that are gone: by what git stores for the unlisted files of the session, by
/// the renames in git's history, by the content id that the metadata names. Asks git once for all
/// sessions.
class LostOutputs {
 public:
  explicit LostOutputs(const Workspace& workspace) : workspace_(workspace) {}
  FoundOutput find(const Session& session, const Output& output);

 private:
  void read_renames();
  std::optional<std::string> name_with_blob(const Session& session, const std::string& blob) const;
  const Workspace& workspace_;
  bool has_read_renames_ = false;
  std::map<std::string, std::string> renames_;  ///< from, to; the newest counts
};

}  // namespace git_session
