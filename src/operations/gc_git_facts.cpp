#include "operations/gc_git_facts.h"

#include <algorithm>

#include "base/error.h"
#include "git/file_history.h"
#include "operations/list_promotions.h"

namespace git_session {
namespace {

constexpr std::string_view submodule_mode = "160000";

/// `git status` takes it on trust that these are as git has them; what is removed must be so.
std::vector<std::string> changed_unwatched(const Workspace& workspace,
                                           const std::vector<TrackedFile>& files) {
  std::vector<std::string> changed;
  std::vector<const TrackedFile*> present;
  std::vector<std::string> paths;
  for (const TrackedFile& file : files) {
    if (!file.is_unwatched || file.mode == submodule_mode) continue;
    const auto status = workspace.store().top_level().status(file.path);
    if (!status) continue;
    if (status->type != FileType::regular) {
      changed.push_back(file.path);
      continue;
    }
    present.push_back(&file);
    paths.push_back(file.path);
  }
  const std::vector<std::string> ids = workspace.repository().hash_objects(paths);
  for (size_t i = 0; i < ids.size(); ++i) {
    if (ids[i] != present[i]->blob) changed.push_back(paths[i]);
  }
  return changed;
}

}  // namespace

bool GcGitFacts::has_submodule_in(const std::string& folder) const {
  return std::any_of(submodules.begin(), submodules.end(),
                     [&](const std::string& path) { return path.starts_with(folder + "/"); });
}

bool GcGitFacts::lacks_file_of(const std::string& folder,
                               const std::vector<std::string>& files) const {
  const std::string prefix = folder + "/";
  for (auto path = tracked.lower_bound(prefix); path != tracked.end() && path->starts_with(prefix);
       ++path) {
    const bool is_there =
        std::binary_search(files.begin(), files.end(), path->substr(prefix.size()));
    if (!is_there && !changed.contains(*path)) return true;
  }
  return false;
}

GcGitFacts read_git_facts(const Workspace& workspace) {
  const Repository& repository = workspace.repository();
  const std::string& root = workspace.store().layout().root();
  GcGitFacts facts;
  const std::vector<TrackedFile> files = tracked_under(repository, root);
  for (const TrackedFile& file : files) {
    if (file.mode == submodule_mode) {
      facts.submodules.push_back(file.path);
    } else {
      facts.tracked.insert(file.path);
    }
  }
  for (const auto& [path, letters] : repository.changed_files(root)) facts.changed.insert(path);
  for (std::string& path : changed_unwatched(workspace, files)) facts.changed.insert(path);
  facts.has_remote = has_remote_branches(repository);
  // Without a remote nothing was pushed, and all of history need not be walked to say so.
  if (facts.has_remote) facts.unpushed = newest_commits(repository, root, History::unpushed);
  for (const ListedPromotion& listed : list_promotions(workspace, {}).promotions) {
    if (listed.state != PromotionState::changed) continue;
    facts.promoted_changed[listed.promotion.session_id].insert(listed.promotion.source_file);
  }
  return facts;
}

}  // namespace git_session
