#include "operations/shareable_state.h"

#include "base/text.h"

namespace git_session {
namespace {

bool has_remote(const Repository& repository) {
  for (const ConfigurationEntry& entry : repository.configuration().entries())
    if (entry.key.starts_with("remote.") && entry.key.ends_with(".url")) return true;
  return false;
}

/// Whether a branch of a remote, as we know it, holds the last change to the file.
bool is_pushed(const Repository& repository, const std::string& path) {
  const std::string commit(
      trim(repository.try_run({"log", "-1", "--format=%H", "HEAD", "--", path}).output));
  if (commit.empty()) return false;
  const ProcessResult found = repository.try_run(
      {"for-each-ref", "--count=1", "--contains", commit, "--format=%(refname)", "refs/remotes"});
  return found.ok() && !trim(found.output).empty();
}

}  // namespace

Error share_refusal(ShareConcern concern, const std::string& message) {
  if (concern == ShareConcern::secret_allowed)
    return Error(ErrorKind::refused, message,
                 "look at that place and that line; publish all the same: --yes")
        .with_reason("secret-allowed");
  return Error(ErrorKind::refused, message,
               "git session commit, and git push; or publish all the same: --yes")
      .with_reason(concern == ShareConcern::draft         ? "output-draft"
                   : concern == ShareConcern::uncommitted ? "output-uncommitted"
                                                          : "output-unpushed");
}

const char* describe(ShareConcern concern) {
  switch (concern) {
    case ShareConcern::draft:
      return "is marked as a draft";
    case ShareConcern::uncommitted:
      return "has changes that are not committed";
    case ShareConcern::unpushed:
      return "is not pushed yet";
    case ShareConcern::secret_allowed:
      break;
  }
  return "holds what looks like a secret, and only a pattern of the allow-list lets it pass";
}

std::vector<ShareConcern> share_concerns(const Workspace& workspace, const Session& session,
                                         const Output& output) {
  std::vector<ShareConcern> concerns = share_concerns(workspace, session, output.file);
  if (output.draft) concerns.insert(concerns.begin(), ShareConcern::draft);
  return concerns;
}

std::vector<ShareConcern> share_concerns(const Workspace& workspace, const Session& session,
                                         const std::string& file) {
  const Repository& repository = workspace.repository();
  const std::string path = session.path + "/" + file;
  const ProcessResult committed =
      repository.try_run({"rev-parse", "-q", "--verify", "HEAD:" + path});
  const bool is_committed =
      committed.ok() && trim(committed.output) == repository.hash_object(path);
  if (!is_committed) return {ShareConcern::uncommitted};
  if (has_remote(repository) && !is_pushed(repository, path)) return {ShareConcern::unpushed};
  return {};
}

}  // namespace git_session
