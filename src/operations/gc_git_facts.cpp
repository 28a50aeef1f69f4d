#include "operations/gc_git_facts.h"

#include "git/file_history.h"
#include "operations/list_promotions.h"

namespace git_session {

GcGitFacts read_git_facts(const Workspace& workspace) {
  const Repository& repository = workspace.repository();
  const std::string& root = workspace.store().layout().root();
  GcGitFacts facts;
  for (std::string& path : repository.tracked_files(root)) facts.tracked.insert(std::move(path));
  facts.changed = repository.changed_files(root);
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
