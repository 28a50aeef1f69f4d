#pragma once

#include "operations/workspace.h"
#include "store/promotion_ledger.h"

namespace git_session {

/// The ledger that a recorded promotion is in, locked: so that the same command at the same time
/// tells nobody twice.
PageLedger lock_page_of(const Workspace& workspace, const Promotion& promotion);

/// The entry as it is now: another program may have added to the ledger since it was recorded.
/// Throws `conflict` when the output was shared to this page once more meanwhile.
Promotion find_again(const PageLedger& page, const Promotion& promotion);

}  // namespace git_session
