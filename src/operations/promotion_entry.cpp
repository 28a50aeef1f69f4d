#include "operations/promotion_entry.h"

#include "base/error.h"

namespace git_session {

PageLedger lock_page_of(const Workspace& workspace, const Promotion& promotion) {
  const size_t page = promotion.path.rfind('/');
  const size_t space = promotion.path.rfind('/', page - 1);
  const PromotionLedger ledger(workspace.store().top_level(), workspace.store().layout(),
                               &workspace.recorder());
  return ledger.lock(promotion.path.substr(space + 1, page - space - 1),
                     promotion.path.substr(page + 1));
}

Promotion find_again(const PageLedger& page, const Promotion& promotion) {
  const Promotion* found = page.find(promotion.session_id, promotion.source_file);
  if (found != nullptr && found->blob == promotion.blob && found->version == promotion.version)
    return *found;
  throw Error(ErrorKind::conflict,
              "the output was shared to this page once more meanwhile; nobody was told of it",
              "git session promote --list");
}

}  // namespace git_session
