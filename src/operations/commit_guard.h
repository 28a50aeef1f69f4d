#pragma once

#include <string>
#include <vector>

#include "operations/secret_gate.h"

namespace git_session {

/// The gate on both sides of a commit. git reads the files itself, later than the gate; a filter or
/// a hook may give it other bytes; so what was committed is looked at once more. Needs the
/// workspace to live on.
class CommitGuard {
 public:
  /// Throws as secret_policy() does.
  explicit CommitGuard(const Workspace& workspace) : workspace_(workspace), gate_(workspace) {}

  /// Before anything is staged: the files at `paths` as they are, their names, and the message.
  /// Throws SecretsFound.
  void look_before(const std::vector<std::string>& paths, const std::string& message);

  /// Afterwards: the blobs that the commit adds. Throws SecretsFound where they hold what stops a
  /// commit; the commit is taken back then, as long as nothing was committed upon it, and its files
  /// are not staged any more.
  void look_behind(const std::string& commit);

  /// What was let pass.
  SecretReport take_report() { return std::move(report_); }

 private:
  SecretReport look_at_blobs(const std::string& commit) const;
  bool take_back(const std::string& commit) const;

  const Workspace& workspace_;
  SecretGate gate_;
  std::vector<std::string> paths_;
  SecretReport report_;
};

}  // namespace git_session
