#pragma once

#include <optional>
#include <set>
#include <string>

#include "agents/agent_files.h"
#include "operations/workspace.h"

namespace git_session {

/// The files of the work tree that setup may change.
class SetupFiles {
 public:
  explicit SetupFiles(const Workspace& workspace);

  /// nullopt when nothing is there. Throws `refused` for links and what is no file, for files over
  /// 1 MiB, and for what sparse checkout keeps out of the work tree (reason "sparse-checkout").
  std::optional<std::string> read(const std::string& path) const;
  /// The same, but what cannot be read is not there.
  std::optional<std::string> read_if_possible(const std::string& path) const;
  /// How AGENTS.md and CLAUDE.md hang together here.
  agents::WordFiles word_files() const;

 private:
  void require_folders(const std::string& path) const;
  bool is_link_to(const char* name, const std::string& target) const;

  const Directory& top_;
  std::set<std::string> sparse_;
};

/// Whether no other file lies in a folder, at any depth.
bool holds_only(const Directory& top_level, const std::string& folder,
                const std::set<std::string>& paths);

}  // namespace git_session
