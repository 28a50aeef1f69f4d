#pragma once

#include "operations/page_publication.h"

namespace git_session {

/// Notes what is on a page wherever that is still due: the ledger and the output's mark, the page's
/// property, its labels. `page` is as it was written, or found; its text may be absent, and the
/// page then says only which version it is.
PromotionReport note_publication(const Workspace& workspace, const SessionLocation& location,
                                 const PublishSite& site, const PublishRequest& request,
                                 const PageSource& source, const confluence::RemotePage& page);

/// Whether the page's property says that this very content was published to it, to the end.
bool is_finished(const PageSource& source, const confluence::RemotePage& page);

}  // namespace git_session
